# Golden values of the measures of responsiveness, from R's survival and stats packages.
# Run in this folder: Rscript responsiveness.R   (made with R 4.2.2, survival 3.5-3)
library(survival)
set.seed(7)
num <- function(x) sprintf("%.15g", x)
save <- function(rows, name) write.csv(rows, name, row.names = FALSE, quote = FALSE)

# Interval-censored times of one cause: Turnbull's estimate. Distinct ends, so that it does not
# matter whether an interval is closed.
n <- 40
true <- rexp(n, 0.1)
left <- pmax(0, true - runif(n, 0, 6)); right <- true + runif(n, 0, 6)
right[sample(n, 8)] <- NA
# survfit stops its iteration once nothing moves by 5e-5; here the same self-consistency equation is
# iterated to the end over every cell between two neighbouring ends, and survfit's is kept beside it.
fit <- survfit(Surv(left, right, type = "interval2") ~ 1, conf.type = "none")
ends <- sort(unique(c(left, right[!is.na(right)], Inf)))
upper <- ifelse(is.na(right), Inf, right)
fits <- outer(left, head(ends, -1), "<=") & outer(upper, tail(ends, -1), ">=")
mass <- rep(1 / ncol(fits), ncol(fits))
for (step in 1:200000) mass <- colMeans(sweep(fits, 2, mass, "*") / as.vector(fits %*% mass))
incidence <- function(t) sum(mass[tail(ends, -1) <= t])
save(data.frame(least = num(left), most = num(right)), "responsiveness-turnbull-data.csv")
save(data.frame(time = num(tail(ends, -1)[-ncol(fits)]),
  incidence = num(sapply(tail(ends, -1)[-ncol(fits)], incidence)),
  survfit = num(1 - summary(fit, times = tail(ends, -1)[-ncol(fits)], extend = TRUE)$surv)), "responsiveness-turnbull.csv")

# Exact times of three causes with censoring: the estimate of Aalen and Johansen.
cause <- factor(sample(c("censored", "answered", "refused", "closed"), 60, TRUE, c(2, 5, 2, 2)),
  levels = c("censored", "answered", "closed", "refused"))
time <- round(rexp(60, 0.2), 1) + 0.1
aj <- survfit(Surv(time, cause) ~ 1)
save(data.frame(time = num(time), cause = cause), "responsiveness-competing-data.csv")
save(data.frame(time = num(aj$time), answered = num(aj$pstate[, 2]), closed = num(aj$pstate[, 3]),
  refused = num(aj$pstate[, 4])), "responsiveness-competing.csv")

# Exact tests: counts of answered and unanswered calls by group, one row a stratum and group.
tables <- list(
  fisher = list(s1 = rbind(A = c(3, 1), B = c(2, 6))),
  fisher3 = list(s1 = rbind(A = c(4, 0), B = c(2, 3), C = c(1, 4))),
  cmh = list(s1 = rbind(A = c(3, 1), B = c(2, 6)), s2 = rbind(A = c(1, 2), B = c(0, 4)),
    s3 = rbind(A = c(5, 2), B = c(3, 3))))
rows <- NULL; ps <- NULL
for (name in names(tables)) {
  strata <- tables[[name]]
  for (s in names(strata)) for (g in rownames(strata[[s]])) rows <- rbind(rows, data.frame(
    test = name, stratum = s, group = g, answered = strata[[s]][g, 1], not = strata[[s]][g, 2]))
  p <- if (length(strata) == 1) fisher.test(strata[[1]])$p.value else
    mantelhaen.test(array(unlist(lapply(strata, as.vector)), c(2, 2, length(strata))),
      exact = TRUE)$p.value
  ps <- rbind(ps, data.frame(test = name, p = num(p)))
}
save(rows, "responsiveness-exact-data.csv"); save(ps, "responsiveness-exact.csv")

# Jeffreys interval.
rows <- NULL
for (n in c(1, 5, 17, 94)) for (k in unique(c(0, 1, floor(n / 3), n))) for (level in c(0.9, 0.95)) {
  tail <- (1 - level) / 2
  rows <- rbind(rows, data.frame(successes = k, trials = n, level = level,
    lower = num(if (k == 0) 0 else qbeta(tail, k + 0.5, n - k + 0.5)),
    upper = num(if (k == n) 1 else qbeta(1 - tail, k + 0.5, n - k + 0.5))))
}
save(rows, "responsiveness-jeffreys.csv")

# How long the missions of the United Nations lasted.
un <- read.csv("../../data/un-missions.csv")
long <- rbind(data.frame(t = rep(un$months, un$ended), e = 1),
  data.frame(t = rep(un$months, un$censored), e = 0))
km <- survfit(Surv(t, e) ~ 1, data = long, conf.type = "log-log")
keep <- km$n.event > 0
save(data.frame(duration = km$time[keep], survival = num(km$surv[keep]),
  lower = num(km$lower[keep]), upper = num(km$upper[keep])), "responsiveness-missions.csv")
q <- quantile(km, 0.5)
save(data.frame(mean = num(mean(long$t[long$e == 1])), median = num(median(long$t[long$e == 1])),
  km = num(q$quantile), lower = num(q$lower), upper = num(q$upper)),
  "responsiveness-missions-summary.csv")
