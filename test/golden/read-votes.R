# Reads the votes of data/unga in long form: rcid, iso3, vote. Run R from the project's root.
read_calls <- function() read.csv("data/unga/rollcalls.csv", stringsAsFactors = FALSE)

read_votes <- function() {
  lines <- readLines("data/unga/votes.csv")
  voters <- strsplit(sub("^rcid,", "", lines[1]), " ")[[1]]
  parts <- strsplit(lines[-1], ",")
  letters3 <- strsplit(vapply(parts, `[`, "", 2), "")
  names3 <- c(y = "yes", a = "abstain", n = "no", x = "absent")
  votes <- data.frame(
    rcid = rep(as.integer(vapply(parts, `[`, "", 1)), each = length(voters)),
    iso3 = rep(voters, times = length(parts)),
    vote = unname(names3[unlist(letters3)]),
    stringsAsFactors = FALSE
  )
  votes[!is.na(votes$vote), ]
}
