# Golden values of the Clopper-Pearson interval, from binom.test of R's stats package.
# Run in this folder: Rscript clopper-pearson.R   (made with R 4.2.2)
trials <- c(1, 2, 3, 5, 6, 10, 11, 30, 101, 999, 6926)
rows <- NULL
for (n in trials) for (level in c(0.9, 0.95, 0.99)) {
  for (k in unique(c(0, 1, floor(n / 3), floor(n / 2), n - 1, n))) {
    interval <- binom.test(k, n, conf.level = level)$conf.int
    rows <- rbind(rows, data.frame(
      successes = k, trials = n, level = level,
      lower = sprintf("%.17g", interval[1]), upper = sprintf("%.17g", interval[2])
    ))
  }
}
write.csv(rows, "clopper-pearson.csv", row.names = FALSE, quote = FALSE)
