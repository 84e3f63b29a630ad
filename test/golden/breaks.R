# Golden values of breaks in the mean of four series that come with R.
# Run from the project root: Rscript test/golden/breaks.R
# Made with R 4.2.2 and strucchange 1.5-3 (Zeileis, Leisch, Hornik and Kleiber 2002).
suppressMessages(library(strucchange))
series <- list(Nile = Nile, nhtemp = nhtemp, LakeHuron = LakeHuron, discoveries = discoveries)
values <- NULL
rows <- NULL
for (name in names(series)) {
  y <- as.numeric(series[[name]])
  values <- rbind(values, data.frame(series = name, position = seq_along(y) - 1, value = y))
  for (minimum in c(5, 15)) {
    found <- breakpoints(y ~ 1, h = minimum, breaks = 2)
    for (k in 0:2) {
      fit <- breakpoints(found, breaks = k)
      rows <- rbind(rows, data.frame(
        series = name, minimum = minimum, breaks = k,
        # R names the last position before a break, from 1: the first one after it, from 0.
        starts = if (k == 0) "" else paste(fit$breakpoints, collapse = " "),
        rss = sprintf("%.12g", fit$RSS), bic = sprintf("%.12g", BIC(fit))
      ))
    }
  }
}
write.csv(values, "test/golden/breaks-data.csv", row.names = FALSE, quote = FALSE)
write.csv(rows, "test/golden/breaks.csv", row.names = FALSE, quote = FALSE)
interval <- confint(breakpoints(Nile ~ 1, h = 5, breaks = 1), level = 0.9)$confint
cat("Nile, one break, 90 %:", interval, "\n")
