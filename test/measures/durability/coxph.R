# The model of test/measures/durability/coxph.test.ts by R's survival: reads the rows of a file
# (start, stop, event, cluster, stratum, then covariates) and prints one line of JSON.
suppressMessages(library(survival))
d <- read.csv(commandArgs(TRUE)[1])
names <- setdiff(names(d), c("start", "stop", "event", "cluster", "stratum"))
terms <- c(names, if (length(unique(d$stratum)) > 1) "strata(stratum)")
formula <- as.formula(paste("Surv(start, stop, event) ~", paste(terms, collapse = " + ")))
control <- coxph.control(eps = 1e-11, iter.max = 50)
fit <- coxph(formula, d, cluster = cluster, ties = "efron", control = control)
list <- function(values) paste(sprintf("%.17g", values), collapse = ",")
cat(sprintf(
  '{"version":"%s","coefficients":[%s],"robust":[%s],"model":[%s],"logLikelihood":[%s]}\n',
  packageVersion("survival"), list(coef(fit)), list(sqrt(diag(fit$var))),
  list(sqrt(diag(fit$naive.var))), list(fit$loglik)
))
