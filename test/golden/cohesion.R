# Golden values of cohesion by calendar year for two fixed lists of states, from the votes table.
# Run from the project root: Rscript test/golden/cohesion.R   (made with R 4.2.2)
# Written from the formulas, not from the package: indices per roll call, then means by year.
source("test/golden/read-votes.R")
calls <- read_calls()
votes <- read_votes()
groups <- list(
  six = c("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"),
  twelve = c("BEL", "CAN", "DNK", "FRA", "GBR", "ISL", "ITA", "LUX", "NLD", "NOR", "PRT", "USA")
)
rows <- NULL
for (name in names(groups)) {
  own <- votes[votes$iso3 %in% groups[[name]] & votes$vote != "absent", ]
  counts <- table(own$rcid, factor(own$vote, c("yes", "no", "abstain")))
  year <- substr(calls$date[match(as.integer(rownames(counts)), calls$rcid)], 1, 4)
  n <- rowSums(counts)
  counts <- counts[n >= 2, , drop = FALSE]
  year <- year[n >= 2]
  n <- n[n >= 2]
  most <- apply(counts, 1, max)
  agreement <- (most - 0.5 * (n - most)) / n
  pairs <- rowSums(choose(counts, 2)) / choose(n, 2)
  cast <- counts[, "yes"] + counts[, "no"]
  rice <- ifelse(cast >= 2, abs(counts[, "yes"] - counts[, "no"]) / cast, NA)
  for (y in sort(unique(year))) {
    at <- year == y
    if (sum(at) < 10) next
    q <- quantile(agreement[at], c(0.05, 0.25, 0.5, 0.75, 0.95), type = 7)
    numbers <- c(mean(agreement[at]), mean(rice[at], na.rm = TRUE), mean(pairs[at]),
      mean(most[at] == n[at]), q)
    rows <- rbind(rows, c(name, y, sum(at), sum(!is.na(rice[at])), sprintf("%.15g", numbers)))
  }
}
colnames(rows) <- c("group", "year", "roll_calls", "rice_roll_calls", "agreement", "rice", "pairs",
  "unanimous", "q05", "q25", "q50", "q75", "q95")
write.csv(rows, "test/golden/cohesion.csv", row.names = FALSE, quote = FALSE)
