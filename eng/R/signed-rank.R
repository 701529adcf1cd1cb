# Reference values for the signed-rank tests of src/Harness/Verdicts, as JSON on standard output:
#   Rscript eng/R/signed-rank.R > tests/Harness.Tests/Verdicts/signed-rank.json
# Needs Debian's r-base-core and r-cran-exactranktests.
suppressMessages(suppressWarnings(library(exactRankTests)))
set.seed(20261122)

number <- function(x) sprintf("%.17g", x)
given <- function(x) sprintf("%.15g", x) # was rounded by us, so this is all of it
list_of <- function(x) paste0("[", paste(x, collapse = ", "), "]")
field <- function(name, value) sprintf("\"%s\": %s", name, value)
text <- function(x) sprintf("\"%s\"", x)

# Every one of the 2^n ways in which signs can fall.
enumerated <- function(x) {
  x <- x[x != 0]
  ranks <- rank(abs(x))
  sums <- 0
  for (r in ranks) sums <- c(sums, sums + r)
  w <- sum(ranks[x > 0])
  c(mean(sums <= w), mean(sums >= w))
}

packaged <- function(x) {
  p <- function(side) suppressWarnings(wilcox.exact(x, alternative = side)$p.value)
  c(p("less"), p("greater"), p("two.sided"))
}

record <- function(oracle, x, less, greater, two_sided, of, level, tolerance) {
  interval <- wilcox.test(of, exact = TRUE, conf.int = TRUE, conf.level = level)
  stopifnot(abs(attr(interval$conf.int, "conf.level") - level) < 1e-12)
  paste0("    {", paste(
    field("oracle", text(oracle)), field("values", list_of(given(x))), field("less", number(less)),
    field("greater", number(greater)), field("twoSided", number(two_sided)),
    field("estimate", number(interval$estimate)), field("level", given(level)),
    field("low", number(interval$conf.int[1])), field("high", number(interval$conf.int[2])),
    field("tolerance", given(tolerance)), sep = ", "), "}")
}

untied <- function(n, level) {
  repeat {
    x <- round(rnorm(n, 0.4), 4)
    if (all(x != 0) && !any(duplicated(abs(x)))) break
  }
  p <- function(side) wilcox.test(x, exact = TRUE, alternative = side)$p.value
  record("wilcox.test", x, p("less"), p("greater"), p("two.sided"), x, level, 1e-12)
}

# With ties the interval is the limit of those whose ties are broken by next to nothing.
tied <- function(n, level, zeros) {
  repeat {
    x <- round(rnorm(n, 0.5, 1.5) * 2) / 2
    nonzero <- x[x != 0]
    if (any(duplicated(abs(nonzero))) && zeros == any(x == 0) && length(nonzero) > 1) break
  }
  broken <- x + 1e-9 * runif(n, -1, 1)
  two_sided <- packaged(x)
  if (n <= 16) {
    p <- enumerated(x)
    stopifnot(all(abs(c(p, min(1, 2 * p)) - two_sided) < 1e-12))
    record("enumeration", x, p[1], p[2], min(1, 2 * p), broken, level, 1e-8)
  } else {
    record("exactRankTests", x, two_sided[1], two_sided[2], two_sided[3], broken, level, 1e-8)
  }
}

level_of <- function(n) if (n == 5) 0.9 else if (n %% 3 == 0 && n > 8) 0.99 else 0.95
cases <- c(
  sapply(5:40, function(n) untied(n, level_of(n))),
  sapply(5:40, function(n) tied(n, level_of(n), zeros = FALSE)),
  sapply(5:40, function(n) tied(n, level_of(n), zeros = TRUE)))

adjusted <- function(n) {
  p <- round(runif(n)^3, 6)
  paste0("    {", field("pValues", list_of(given(p))), ", ",
         field("adjusted", list_of(number(p.adjust(p, "holm")))), "}")
}

cat("{\n  ", field("madeBy", text("eng/R/signed-rank.R")), ",\n  ",
    field("with", text(paste(R.version.string, "and exactRankTests",
                             packageVersion("exactRankTests")))), ",\n",
    "  \"signedRank\": [\n", paste(cases, collapse = ",\n"), "\n  ],\n",
    "  \"holm\": [\n", paste(sapply(c(1, 2, 3, 5, 9), adjusted), collapse = ",\n"),
    "\n  ]\n}\n", sep = "")
