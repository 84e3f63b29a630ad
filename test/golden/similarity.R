# Golden values of dyadic vote similarity, from the 3 x 3 table of each dyad-year by the general
# weighted form (1 - sum(w o) / sum(w e)), not by the project's integer shortcuts.
# Run from the project root: Rscript test/golden/similarity.R
# Reads data/unga; writes test/golden/similarity.csv. Made with R 4.2.2.
source("test/golden/read-votes.R")
votes <- read_votes()
calls <- read_calls()
votes$year <- as.integer(substr(calls$date[match(votes$rcid, calls$rcid)], 1, 4))

recorded <- votes$vote %in% c("yes", "abstain", "no")
kinds <- tapply(votes$vote[recorded], votes$rcid[recorded], function(x) length(unique(x)))
unanimous <- as.integer(names(kinds)[kinds == 1])

levels3 <- c("yes", "abstain", "no")
absolute <- abs(outer(1:3, 1:3, "-"))
squared <- absolute^2

scores <- function(x, y) {
  counts <- unclass(table(factor(x, levels3), factor(y, levels3)))
  n <- sum(counts)
  o <- counts / n
  rows <- rowSums(o)
  columns <- colSums(o)
  pooled <- (rows + columns) / 2
  chance <- outer(rows, columns)
  s <- 1 - 2 * sum(o * absolute) / 2
  c(n = n, agreement = mean(1 - abs(match(x, levels3) - match(y, levels3)) / 2), sAbs = s,
    sSq = 1 - 2 * sum(o * squared) / 4,
    kappa = 1 - sum(squared * o) / sum(squared * chance),
    pi = 1 - sum(squared * o) / sum(squared * outer(pooled, pooled)),
    alignment = s - (1 - 2 * sum(chance * absolute) / 2))
}

# Dyads with members that are often absent, members that came late, successors and the permanent five.
pairs <- list(c("USA", "RUS"), c("USA", "GBR"), c("ARM", "RUS"), c("KAZ", "KGZ"), c("BLR", "RUS"),
  c("TJK", "UZB"), c("CHN", "RUS"), c("FRA", "DEU"), c("DDR", "CSK"), c("ISR", "USA"),
  c("VEN", "CUB"), c("SYC", "KIR"), c("TUR", "GRC"), c("NGA", "ZAF"), c("TWN", "USA"))
years <- c(1946, 1950, 1955, 1960, 1965, 1970, 1975, 1980, 1985, 1990, 1992, 1996, 2000, 2005,
  2010, 2014, 2017, 2019, 2021, 2023, 2024, 2025)

out <- NULL
for (year in years) {
  here <- votes[votes$year == year, ]
  for (pair in pairs) {
    a <- here[here$iso3 == pair[1], c("rcid", "vote")]
    b <- here[here$iso3 == pair[2], c("rcid", "vote")]
    both <- merge(a, b, by = "rcid")
    if (nrow(both) == 0) next
    for (convention in c("pairwise", "voeten", "haege")) {
      use <- both
      if (convention == "haege") {
        use$vote.x[use$vote.x == "absent"] <- "abstain"
        use$vote.y[use$vote.y == "absent"] <- "abstain"
      }
      if (convention == "voeten") use <- use[!use$rcid %in% unanimous, ]
      absent <- sum(both$vote.x == "absent" | both$vote.y == "absent")
      use <- use[use$vote.x %in% levels3 & use$vote.y %in% levels3, ]
      if (nrow(use) == 0) next
      value <- scores(use$vote.x, use$vote.y)
      out <- rbind(out, data.frame(year, a = pair[1], b = pair[2], convention, absent,
        t(value)))
    }
  }
}
for (column in c("agreement", "sAbs", "sSq", "kappa", "pi", "alignment")) {
  text <- formatC(out[[column]], digits = 17, format = "g")
  out[[column]] <- ifelse(is.nan(out[[column]]), "", trimws(text))
}
write.csv(out, "test/golden/similarity.csv", row.names = FALSE, quote = FALSE)
cat(nrow(out), "rows;", sum(out$absent > 0), "with absences;", sum(out$kappa == ""), "undefined\n")
