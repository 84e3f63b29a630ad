# Golden values for the ordinal probit kernel, made with R alone (R 4.2.2, stats):
# Rscript test/golden/positions.R
# positions-normal.csv: log Phi and phi/Phi. positions-items.csv: the penalised fit of one item
# (b ~ N(0, 1), cut points ~ N(0, 25)) at fixed positions, by nlminb on the likelihood.
options(digits = 15)
x <- c(-30, -16.5, -12, -8.25, -5, -2.75, -2.5, -1, -0.3, 0, 0.2, 1.7, 3, 6.5, 9.9, 11)
log_phi <- pnorm(x, log.p = TRUE)
write.csv(data.frame(x, log = format(log_phi, digits = 16),
  ratio = format(exp(dnorm(x, log = TRUE) - log_phi), digits = 16)),
  "test/golden/positions-normal.csv", row.names = FALSE, quote = FALSE)

fit <- function(theta, y, k) {
  loss <- function(p) {
    cuts <- cumsum(c(p[1], exp(p[-c(1, k)])))
    u <- c(-Inf, cuts, Inf)
    b <- p[k]
    prob <- pnorm(u[y + 1] - b * theta) - pnorm(u[y] - b * theta)
    -sum(log(prob)) + b^2 / 2 + sum(cuts^2) / 50
  }
  start <- c(-1, rep(log(1), k - 2), 0.1)
  found <- nlminb(start, loss, control = list(rel.tol = 1e-15, x.tol = 1e-14, eval.max = 5000,
    iter.max = 5000))
  c(cumsum(c(found$par[1], exp(found$par[-c(1, k)]))), found$par[k], found$objective)
}
theta <- round(sin(1:60 * 1.7) * 1.5 + cos(1:60 * 0.31) * 0.6, 6)
noise <- sin(1:60 * 12.9898) * 1.4
rows <- list()
for (k in 2:5) {
  z <- theta * 0.8 + noise
  y <- as.integer(cut(z, c(-Inf, quantile(z, (1:(k - 1)) / k), Inf)))
  found <- fit(theta, y, k)
  rows[[k]] <- data.frame(categories = k, theta = paste(theta, collapse = " "),
    vote = paste(y, collapse = " "),
    fitted = paste(format(found, digits = 12, trim = TRUE), collapse = " "))
}
write.csv(do.call(rbind, rows), "test/golden/positions-items.csv", row.names = FALSE, quote = FALSE)
