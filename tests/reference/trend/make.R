# Reference values from base R: a quasi-Poisson regression of two years' months. Where the dispersion is below 1
# the test takes definitions.json: the Poisson regression.
# Rscript tests/reference/trend/make.R > tests/reference/trend/r.json
suppressMessages({library(jsonlite)})
like <- function(earlier, later) {
  data <- data.frame(count = c(earlier, later), year = rep(0:1, each = length(earlier)),
                     month = factor(rep(seq_along(earlier), 2)))
  fit <- summary(glm(count ~ year + month, quasipoisson, data, epsilon = 1e-15, maxit = 100))
  row <- fit$coefficients["year", ]
  df <- fit$df.residual
  # A dispersion below 1 counts as 1: the Poisson standard error.
  error <- row[["Std. Error"]] / sqrt(min(1, fit$dispersion))
  half <- qt(0.975, df) * error
  list(earlier = earlier, later = later, ratio = exp(row[["Estimate"]]), dispersion = fit$dispersion,
       lower = exp(row[["Estimate"]] - half), upper = exp(row[["Estimate"]] + half),
       p = 2 * pt(-abs(row[["Estimate"]] / error), df))
}
out <- list(made_with = list(R = R.version.string),
  like = list(like(c(120, 90, 133, 80, 101), c(150, 95, 170, 120, 99)), like(c(10, 12, 9), c(11, 12, 10)),
              like(c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8), c(9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4)), like(c(400, 10), c(500, 90))))
cat(toJSON(out, auto_unbox = TRUE, digits = NA), "\n")
