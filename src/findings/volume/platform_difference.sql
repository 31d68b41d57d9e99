-- title: Whether the corpora differ in their platforms
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers
-- unit: story, on the platform of its first post in the corpus
-- method: /methodology/shares
-- validation: none
-- key: [platforms]
-- columns:
--   platforms: [id, which platforms are compared]
--   stories: [count, stories compared]
--   v: [number, "Cramér's V, 0 to 1"]
--   v_corrected: [number, "Cramér's V without its bias (Bergsma)"]
--   statistic: [number, Pearson's chi-square]
--   df: [number, degrees of freedom]
--   log10_p: [number, decimal logarithm of p]
-- headings: {platforms: Platforms, stories: Stories, v: "Cramér's V", v_corrected: V without bias, statistic: Chi-square, df: Degrees of freedom, log10_p: log10 of p}
-- limits:
--   - The organisations' platforms are those of the register, so all platforms differ by design; the shared ones tell more.
--   - The test takes stories to be independent, which those of one source are not. V is the size of the difference; p only says that stories are many.
--   - The two tests are not adjusted for each other.
-- cell: {count: stories}
-- labels:
--   platforms: {all: All platforms, shared: Those of both corpora}

select platforms, stories, v, v_corrected, statistic, df, log10_p
from platform_association
order by platforms
