# Peer of bench/survival.ts: coxph on the rows that the bench wrote, and the bare fitter beneath
# its formulas. Reads rows.csv (stop, event, five covariates) in the folder given. Prints one line
# of JSON.
suppressMessages(library(survival))
arguments <- commandArgs(TRUE)
d <- read.csv(file.path(arguments[1], "rows.csv"))
runs <- as.integer(arguments[2])
y <- Surv(d$stop, d$event)
x <- as.matrix(d[, c("x1", "x2", "x3", "x4", "x5")])
timed <- function(work) {
  sapply(seq_len(runs), function(run) {
    start <- Sys.time()
    work()
    1000 * as.numeric(difftime(Sys.time(), start, units = "secs"))
  })
}
whole <- timed(function() coxph(Surv(stop, event) ~ x1 + x2 + x3 + x4 + x5, d))
control <- coxph.control()
bare <- timed(function() coxph.fit(x, y, NULL, NULL, NULL, control, NULL, "efron", NULL))
curve <- timed(function() survfit(y ~ 1, conf.type = "log-log"))
fit <- coxph(Surv(stop, event) ~ x1 + x2 + x3 + x4 + x5, d)
list <- function(values) paste(formatC(values, digits = 15, format = "g"), collapse = ",")
cat(sprintf('{"version":"survival %s","coxph":[%s],"fit":[%s],"survfit":[%s],"coefficients":[%s]}\n',
  packageVersion("survival"), list(whole), list(bare), list(curve), list(coef(fit))))
