import { z } from "zod";
import { captureKinds, columnTargets, tableFormats } from "./capture.ts";
import { collectorNames } from "./collecting.ts";
import { defaultStoryThreshold } from "./study.ts";
import { day, filledText, identifier, language, localised, timeZone, written } from "./values.ts";

/** study.yml: what is asked, of whom, in which window, and which captures answer. */

const category = z.strictObject({ id: identifier, title: localised, description: localised });

const question = z.strictObject({
  id: identifier,
  text: localised,
  stakeholder: localised.describe("The group that the question is about."),
});

const host = written(
  /^(?:\*|\.?[a-z0-9-]+(?:\.[a-z0-9-]+)*)$/,
  'a host such as "example.com", a suffix such as ".blog.example", or "*" for every other host',
);

const platform = z.strictObject({
  id: identifier,
  title: localised,
  hosts: z.array(host),
  market_share: z
    .strictObject({ value: z.number().min(0).max(1), source: identifier })
    .optional()
    .describe(
      "Share of the country's people, or of its users, who use the platform, and an id of sources.yml.",
    ),
});

const glob = filledText.regex(/^(?![/\\]|[A-Za-z]:)/, {
  error: 'a path or glob relative to the study\'s home, such as "raw/telegram/*.warc.gz"',
});

const columnSource = z.strictObject({
  from: written(/\S/, 'a column name, a dotted path, or paths in braces such as "{channel}/{message_id}"')
    .optional()
    .describe("Column name, dotted path into nested values, or paths in braces: {channel}/{message_id}."),
  format: written(
    /^(?:iso|unix-seconds|unix-milliseconds|.*%.*)$/,
    '"iso", "unix-seconds", "unix-milliseconds" or a strptime pattern such as "%d.%m.%Y %H:%M"',
  )
    .optional()
    .describe("How a date is written: iso, unix-seconds, unix-milliseconds, or a strptime pattern."),
  value: z.string().optional().describe("The same value for every record."),
  time_zone: timeZone.optional().describe("Zone of dates that carry none; the study's where absent."),
  prefix: z.string().optional().describe("Put before the value."),
});

const columns = z
  .strictObject(
    Object.fromEntries(
      columnTargets.map((target) => [target, z.union([filledText, columnSource]).optional()]),
    ),
  )
  .describe("From a post's column to the place of its value in the record.");

const capture = z.strictObject({
  id: identifier,
  kind: z.enum(captureKinds),
  files: z.array(glob).min(1).describe("Globs relative to the study's home."),
  corpus: identifier,
  scope: identifier,
  platform: identifier.optional(),
  format: z.enum(tableFormats).optional().describe("Only for kind: table."),
  columns: columns
    .optional()
    .describe("For kind: table; for kind: meltwater its published_at alone, to say how dates are written."),
  accounts: z
    .record(filledText, filledText)
    .optional()
    .describe(
      "Account names as in organisations.csv by the platform's number, where files hold numbers alone.",
    ),
});

const hostName = written(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/, 'a host name such as "example.com"');

const collectSource = z.strictObject({
  id: identifier,
  collector: z.enum(collectorNames),
  account: written(/^[^\s/?#@]+$/, 'an account as the platform writes it, without "@" or address')
    .optional()
    .describe("Telegram channel, Instagram handle, VK name or id, YouTube channel or video id."),
  url: written(/^https?:\/\/\S+$/, 'a web address such as "https://example.com/feed"')
    .optional()
    .describe("Only for collector: web. A feed, a sitemap, or a page that links its feed."),
  accounts: z
    .literal("organisations")
    .optional()
    .describe("In place of account or url: one source for each organisation that has one."),
  hosts: z.array(hostName).optional().describe("Only for collector: web. Other hosts that hold its pages."),
  capture: identifier.describe("The capture entry whose files these are."),
  since: day.optional().describe("First day to collect; the window's where absent."),
});

const collect = z
  .strictObject({
    delay_seconds: z
      .number({ error: "a number of seconds, at least 1" })
      .min(1)
      .optional()
      .describe("Between two requests to one host, before jitter; 2 where absent."),
    private_hosts: z.array(hostName).optional().describe("Hosts that may be reached at a private address."),
    sources: z.array(collectSource).min(1),
  })
  .describe("What npm run collect fetches.");

export const studySchema = z.strictObject({
  id: identifier,
  title: localised,
  synthetic: z.boolean().describe("True where the posts were generated; every page of the report says so."),
  window: z.strictObject({ from: day, to: day }).describe("First and last day, in the study's time zone."),
  time_zone: timeZone,
  languages: z.array(language).min(1).describe("Languages that queries are written in."),
  report_languages: z.array(language).min(1).describe("Languages of the report; the first is the default."),
  threshold: z
    .int({ error: "a whole number of at least 1" })
    .min(1)
    .describe("Disclosure threshold: a published count is 0 or at least this."),
  stories: z
    .strictObject({
      threshold: z
        .number({ error: "a number from 0.2 to 1" })
        .min(0.2, { error: "a number from 0.2 to 1" })
        .max(1, { error: "a number from 0.2 to 1" })
        .default(defaultStoryThreshold)
        .describe("Least share of three-word runs that two near-copies have in common (Jaccard index)."),
    })
    .prefault({})
    .describe("When two posts are copies of one story."),
  publish: z
    .strictObject({
      organisation_posts: z
        .boolean()
        .default(false)
        .describe("Whether the texts of the register's organisations may be shown in the explorer."),
    })
    .prefault({})
    .describe("What may be published beside counts."),
  contact: written(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'an e-mail address such as "team@example.org"'),
  citation: z.strictObject({
    authors: z.array(filledText).min(1),
    publisher: filledText.optional(),
    issued: day.optional(),
    licence: filledText.optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
  }),
  corpora: z.array(category).min(1),
  scopes: z.array(category).min(1),
  questions: z.array(question).min(1),
  platforms: z.array(platform).min(1),
  captures: z.array(capture).min(1),
  collect: collect.optional(),
  boundaries: z
    .strictObject({ file: glob, property: filledText, source: identifier })
    .optional()
    .describe("GeoJSON of the map units: file, the property with the unit's id, and an id of sources.yml."),
});

export type StudyFile = z.infer<typeof studySchema>;
