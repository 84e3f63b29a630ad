# Peer of bench/similarity.ts: dyadic vote similarity by a data.table self-join and grouped counts,
# one period after the other (the whole record at once does not fit in memory).
# Reads what the bench wrote: votes.bin and periods.txt (see similarity.py). Prints one line of
# JSON. The time covers everything from the long table of votes to the measures of all dyads.
suppressMessages(library(data.table))
setDTthreads(1)
arguments <- commandArgs(TRUE)
folder <- arguments[1]
runs <- as.integer(arguments[2])
lines <- readLines(file.path(folder, "periods.txt"))
voters <- as.integer(lines[1])
size <- file.size(file.path(folder, "votes.bin"))
cells <- matrix(as.integer(readBin(file.path(folder, "votes.bin"), "raw", size)), nrow = voters)
votes <- rbindlist(lapply(seq_along(lines)[-1], function(k) {
  rows <- scan(text = lines[k], quiet = TRUE) + 1
  long <- data.table(period = k - 1L, row = rep(rows, each = voters),
    voter = rep(seq_len(voters), length(rows)), vote = as.vector(cells[, rows]))
  long[vote >= 1L & vote <= 3L]
}))
setkey(votes, period, row)

similarity <- function(v) {
  joint <- merge(v[, .(row, a = voter, x = vote)], v[, .(row, b = voter, y = vote)],
    by = "row", allow.cartesian = TRUE)[a < b]
  s <- joint[, {
    d <- abs(x - y)
    list(n = .N, d1 = sum(d), d2 = sum(d * d), sx = sum(x), sy = sum(y), sxx = sum(x * x),
      syy = sum(y * y), xy = sum(x == 1L), xn = sum(x == 3L), zy = sum(y == 1L),
      zn = sum(y == 3L))
  }, by = .(a, b)]
  s[, `:=`(agreement = 1 - d1 / (2 * n), sAbs = 1 - d1 / n, sSq = 1 - d2 / (2 * n),
    kappa = 1 - d2 / (sxx + syy - 2 * sx * sy / n),
    pi = 1 - d2 / (sxx + syy - (sx + sy)^2 / (2 * n)),
    alignment = ((xy + xn) * (n - zy - zn) + (n - xy - xn) * (zy + zn) +
      2 * (xy * zn + xn * zy)) / n^2 - d1 / n)]
  s
}

seconds <- numeric(0)
for (run in seq_len(runs)) {
  start <- proc.time()[["elapsed"]]
  table <- rbindlist(lapply(unique(votes$period), function(p) similarity(votes[.(p)])))
  seconds <- c(seconds, proc.time()[["elapsed"]] - start)
}
measures <- c("n", "agreement", "sAbs", "sSq", "kappa", "pi", "alignment")
means <- sapply(measures, function(m) mean(table[[m]][is.finite(table[[m]])]))
cat(sprintf('{"version":"data.table %s","seconds":[%s],"dyads":%d,"means":[%s]}\n',
  packageVersion("data.table"), paste(seconds, collapse = ","), nrow(table),
  paste(formatC(means, digits = 15, format = "g"), collapse = ",")))
