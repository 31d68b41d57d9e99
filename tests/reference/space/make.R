# Reference values from spdep: contiguity, Moran's I, Marshall's empirical Bayes rates and the EB Moran's I.
# Debian 12: apt-get install r-base-core r-cran-spdep r-cran-sf r-cran-jsonlite
# Rscript tests/reference/space/make.R > tests/reference/space/r.json    (from the repository's root, after make.py)
suppressMessages({library(spdep); library(sf); library(jsonlite)})
suppressMessages(sf_use_s2(FALSE))
python <- fromJSON("tests/reference/space/python.json", simplifyVector = FALSE)
numbers <- function(list) vapply(list, as.numeric, 0)
frame <- st_read("data/study/boundaries.geojson", quiet = TRUE)
near <- suppressWarnings(suppressMessages(poly2nb(frame, queen = TRUE, row.names = as.character(seq_len(nrow(frame))))))
weights <- nb2listw(near, style = "W")
moran <- lapply(python$moran[1:2], function(case) {
  values <- numbers(case$values)
  test <- moran.test(values, weights, alternative = "two.sided")
  list(values = values, i = test$estimate[[1]], expected = test$estimate[[2]], variance = test$estimate[[3]], p = test$p.value)
})
set.seed(20261123)
rates <- lapply(python$rates, function(case) {
  k <- numbers(case$counts); n <- numbers(case$populations)
  smooth <- EBest(k, n)
  test <- suppressMessages(EBImoran.mc(k, n, weights, nsim = 99999))
  z <- numbers(case$deviates)
  # spdep scales by n, not n - 1.
  list(local = localmoran(z, weights)[, "Ii"] * (length(z) - 1) / length(z), counts = k, populations = n, smoothed = smooth$estmm, i = test$statistic[[1]], p = test$p.value)
})
cat(toJSON(list(made_with = list(R = R.version.string, spdep = as.character(packageVersion("spdep"))),
  neighbours = lapply(near, function(list) I(as.integer(list) - 1L)), moran = moran, rates = rates),
  auto_unbox = TRUE, digits = NA), "\n")
