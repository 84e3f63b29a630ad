# Golden values of survival analysis: three public examples and two seeded sets.
# Run from the project root: Rscript test/golden/survival.R
# Made with R 4.2.2 and survival 3.5-3 (Therneau 2023).
# The examples are published data as they come with that package, with the columns used only:
#   lung     advanced lung cancer (Loprinzi et al. 1994), rows complete in the columns used
#   veteran  lung cancer trial (Kalbfleisch and Prentice 1980)
#   heart    Stanford heart transplants (Crowley and Hu 1977), rows (start, stop]
# `ties` and `long` are drawn below: heavy ties, strata and late entry; 600 and 400 rows.
suppressMessages(library(survival))
options(digits = 15)

l <- na.omit(lung[, c("time", "status", "age", "sex", "ph.ecog", "ph.karno")])
v <- veteran
h <- heart
set.seed(11)
m <- 600
t <- data.frame(
  start = 0, stop = ceiling(rexp(m, 0.1)), event = rbinom(m, 1, 0.6),
  a = round(rnorm(m), 3), b = rbinom(m, 1, 0.4), c = round(runif(m, 20, 70), 1),
  stratum = sample(0:2, m, TRUE), cluster = sample(0:49, m, TRUE)
)
k <- 400
late <- round(runif(k, 0, 6), 1)
g <- data.frame(
  start = late, stop = round(late + 0.1 + rexp(k, 0.15), 1), event = rbinom(k, 1, 0.5),
  a = round(rnorm(k), 3), b = rbinom(k, 1, 0.3), c = round(rexp(k), 2),
  stratum = rbinom(k, 1, 0.5), cluster = sample(0:99, k, TRUE)
)
sets <- list(
  lung = data.frame(start = 0, stop = l$time, event = l$status - 1, a = l$age, b = l$sex,
    c = l$ph.karno, stratum = l$ph.ecog, cluster = seq_len(nrow(l)) - 1),
  veteran = data.frame(start = 0, stop = v$time, event = v$status, a = v$karno, b = v$trt,
    c = v$age, stratum = as.integer(v$celltype) - 1, cluster = seq_len(nrow(v)) - 1),
  heart = data.frame(start = h$start, stop = h$stop, event = h$event, a = round(h$age, 6),
    b = as.integer(h$transplant) - 1, c = round(h$year, 6), stratum = h$surgery,
    cluster = h$id - 1),
  ties = t, long = g
)
data <- do.call(rbind, lapply(names(sets), function(s) cbind(set = s, sets[[s]])))
write.csv(data, "test/golden/survival-data.csv", row.names = FALSE, quote = FALSE)

rows <- NULL
# Curves are written at twelve of their times.
put <- function(set, model, what, values, at = NULL) {
  if (is.null(at)) {
    at <- seq_along(values) - 1
  } else {
    some <- unique(round(seq(1, length(at), length.out = 12)))
    values <- values[some]
    at <- at[some]
  }
  rows <<- rbind(rows, data.frame(set = set, model = model, what = what, at = at,
    value = sprintf("%.15g", as.numeric(values))))
}
cox <- function(set, model, fit, newdata) {
  put(set, model, "coefficient", coef(fit))
  put(set, model, "variance", fit$var)
  if (!is.null(fit$naive.var)) put(set, model, "model-variance", fit$naive.var)
  put(set, model, "log-likelihood", fit$loglik)
  put(set, model, "score-test", fit$score)
  put(set, model, "wald-test", fit$wald.test)
  # At covariates of 0: R centres those with other values than -1, 0 and 1 only.
  base <- basehaz(fit, centered = FALSE)
  if (!is.null(base$strata)) base <- base[base$strata == base$strata[1], ]
  put(set, model, "base-hazard", base$hazard, base$time)
  curve <- survfit(fit, newdata = newdata, conf.type = "log-log")
  if (!is.null(curve$strata)) curve <- curve[1]
  put(set, model, "predicted", curve$surv, curve$time)
  put(set, model, "predicted-error", curve$std.err, curve$time)
  put(set, model, "predicted-lower", curve$lower, curve$time)
  put(set, model, "predicted-upper", curve$upper, curve$time)
}
for (set in names(sets)) {
  d <- sets[[set]]
  y <- if (any(d$start > 0)) Surv(d$start, d$stop, d$event) else Surv(d$stop, d$event)
  km <- survfit(y ~ 1, conf.type = "log-log")
  for (name in c("n.risk", "n.event", "n.censor", "surv", "std.err", "lower", "upper")) {
    put(set, "km", name, km[[name]], km$time)
  }
  put(set, "km", "median", summary(km)$table[c("median", "0.95LCL", "0.95UCL")])
  if (!any(d$start > 0)) {
    test <- survdiff(y ~ stratum, d)
    put(set, "log-rank", "observed", test$obs)
    put(set, "log-rank", "expected", test$exp)
    put(set, "log-rank", "chi-square", test$chisq)
    put(set, "log-rank", "p", pchisq(test$chisq, length(test$n) - 1, lower.tail = FALSE))
    test <- survdiff(y ~ b + strata(stratum), d)
    put(set, "log-rank-strata", "chi-square", test$chisq)
    put(set, "log-rank-strata", "expected", rowSums(test$exp))
  }
  new <- data.frame(a = quantile(d$a, 0.25, names = FALSE), b = 1, c = median(d$c))
  put(set, "new", "covariates", unlist(new))
  efron <- coxph(y ~ a + b + c, d)
  cox(set, "efron", efron, new)
  cox(set, "breslow", coxph(y ~ a + b + c, d, ties = "breslow"), new)
  # `stratum` stays a covariate in no model here: each has its own baseline.
  new$stratum <- min(d$stratum)
  cox(set, "strata", coxph(y ~ a + b + c + strata(stratum), d), new)
  cox(set, "cluster", coxph(y ~ a + b + c + cluster(cluster), d), new)
  score <- concordance(efron)
  put(set, "concordance", "value", c(score$concordance, sqrt(score$var)))
  put(set, "concordance", "pairs", score$count[1:3])
  within <- concordance(y ~ predict(efron, reference = "sample") + strata(stratum), d,
    reverse = TRUE)
  put(set, "concordance-strata", "value", c(within$concordance, sqrt(within$var)))
  # Competing ends: events of rows with b = 1 are of kind 1, the others of kind 2.
  kind <- factor(ifelse(d$event == 0, 0, ifelse(d$b == 1, 1, 2)), 0:2)
  if (set != "heart") {
    id <- seq_len(nrow(d))
    ends <- if (any(d$start > 0)) Surv(d$start, d$stop, kind) else Surv(d$stop, kind)
    aj <- survfit(ends ~ 1, id = id, conf.type = "log-log")
    some <- rowSums(aj$n.event) > 0
    for (j in 1:2) {
      put(set, "competing", paste0("incidence-", j), aj$pstate[some, j + 1], aj$time[some])
      put(set, "competing", paste0("error-", j), aj$std.err[some, j + 1], aj$time[some])
    }
    # This version leaves `cluster` aside for several states: its influence, summed by cluster.
    parts <- survfit(ends ~ 1, id = id, influence = TRUE)$influence.pstate[, -1, 2]
    grouped <- sqrt(colSums(rowsum(parts, d$cluster)^2))
    put(set, "competing", "error-1-cluster", grouped[some], aj$time[some])
  }
  if (!any(d$start > 0)) {
    # Inverse-probability-of-censoring weights by hand; survival 3.5-3 has no Brier score.
    horizon <- median(d$stop)
    s <- summary(survfit(efron, newdata = d), times = horizon)$surv[1, ]
    free <- survfit(Surv(d$stop, 1 - d$event) ~ 1)
    g <- function(time, before) {
      i <- findInterval(time, free$time, left.open = before)
      c(1, free$surv)[i + 1]
    }
    w <- ifelse(d$stop > horizon, 1 / g(horizon, FALSE),
      ifelse(d$event == 1, 1 / g(d$stop, TRUE), 0))
    base <- summary(km, times = horizon)$surv
    put(set, "brier", "value", c(horizon, mean(w * ((d$stop > horizon) - s)^2),
      mean(w * ((d$stop > horizon) - base)^2)))
  }
}
write.csv(rows, "test/golden/survival.csv", row.names = FALSE, quote = FALSE)
