-- title: How many topics a story has
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: topics
-- key: [corpus, topics_found]
-- columns:
--   corpus: [id, the corpus]
--   topics_found: [id, topics whose queries match the story]
--   stories: [count, stories with so many topics]
--   of: [count, stories of the corpus]
--   share: [proportion, stories with so many topics of stories of the corpus]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the corpus; the shares of a corpus sum to 100%.
-- interval: Wilson, 95%
-- limits:
--   - A story without a topic is on inclusive education all the same; none of the topics' queries finds it.
-- cell: {count: stories, of: of, within: [corpus]}
-- labels:
--   topics_found: {"0": None, "1": One, "2": Two, "3": Three, "4": Four, "5": Five or more}
-- headings: {corpus: Corpus, topics_found: Topics, stories: Stories, of: Of, share: Share, low: From, high: To}
-- chart: {kind: shares, label: topics_found, x: share, low: low, high: high, by: corpus}

select
  counts.corpus,
  counts.topics_found,
  counts.stories,
  totals.stories as of,
  counts.stories / totals.stories as share,
  wilson_lower(counts.stories, totals.stories) as low,
  wilson_upper(counts.stories, totals.stories) as high
from stories_by_topic_count as counts
join stories_by_corpus as totals using (corpus, scope)
where counts.scope = 'inclusive' and totals.stories > 0
order by counts.corpus, counts.topics_found
