# Reference values from R: epitools (ratio by Wald), poisson.test, effectsize (Bergsma's V), laeken (Gini), p.adjust.
# Debian 12: apt-get install r-base-core r-cran-epitools r-cran-effectsize r-cran-laeken r-cran-jsonlite
# Rscript tests/reference/groups/make.R > tests/reference/groups/r.json
suppressMessages({library(epitools); library(effectsize); library(jsonlite)})

log_ratio <- function(k1, n1, k2, n2) {
  table <- matrix(c(n2 - k2, n1 - k1, k2, k1), 2)
  measure <- riskratio.wald(table)$measure[2, ]
  list(counts = c(k1, n1, k2, n2), log_ratio = log2(measure[[1]]), lower = log2(measure[[2]]), upper = log2(measure[[3]]))
}
rate_ratio <- function(k1, e1, k2, e2) {
  test <- poisson.test(c(k1, k2), c(e1, e2))
  list(counts = c(k1, e1, k2, e2), ratio = test$estimate[[1]], lower = test$conf.int[1], upper = test$conf.int[2])
}
v <- function(rows) {
  table <- do.call(rbind, rows)
  list(rows = rows, v = cramers_v(table, adjust = FALSE, ci = NULL)[[1]], corrected = cramers_v(table, adjust = TRUE, ci = NULL)[[1]])
}
families <- list(c(0.01, 0.04, 0.03, 0.005), c(0.02, 0.02, 0.9, 1e-300, 0.3), c(1e-10, 0.2, 0.2, 0.049))
out <- list(
  made_with = list(R = R.version.string, epitools = as.character(packageVersion("epitools")),
                   effectsize = as.character(packageVersion("effectsize")), laeken = as.character(packageVersion("laeken"))),
  log_ratio = list(log_ratio(12, 1000, 5, 2000), log_ratio(1, 90000, 700, 80000), log_ratio(0.5, 5000, 9, 4000),
                   log_ratio(30, 30000, 0.5, 10000)),
  rate_ratio = list(rate_ratio(12, 1000, 5, 2000), rate_ratio(0, 3, 7, 5), rate_ratio(1, 1, 1, 1),
                    rate_ratio(400, 1.5e6, 350, 1.9e6), rate_ratio(3, 10, 900, 20)),
  v = list(v(list(c(10, 20), c(30, 5))), v(list(c(12, 7, 30), c(5, 9, 41), c(100, 3, 2))), v(list(c(5, 6), c(5, 5)))),
  gini = list(list(amounts = c(3, 1, 4, 1, 5), populations = c(10, 20, 30, 40, 50),
                   gini = laeken::gini(c(3, 1, 4, 1, 5) / c(10, 20, 30, 40, 50), weights = c(10, 20, 30, 40, 50))$value / 100)),
  adjusted = lapply(families, function(p) list(p = p, holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH")))
)
cat(toJSON(out, auto_unbox = TRUE, digits = NA, pretty = TRUE), "\n")
