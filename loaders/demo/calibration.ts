/**
 * What the demo corpus is calibrated to. The brief publishes the shares of boys and girls, the range of
 * rates by region, which platforms lead in each corpus, which hashtags lead, and that the trend rises;
 * the other figures are our own, chosen to be plausible. Tests compare the truth table with this file.
 */
export const targets = {
  window: { from: "2022-01-01", to: "2023-05-31" },
  /** Posts at scale 1, copies and broken records included. */
  publicPosts: 24_000,
  organisationPosts: 6_000,
  /** Of the public posts. */
  generalShare: 0.5,
  copyShare: 0.1,
  /** Of stories: how many name a child's sex; and of those, one sex or both. */
  genderNamed: 0.2,
  genderBoth: 0.06,
  /** Boys among posts that name one sex only, by scope (published for education at large: 75 %). */
  boys: { general: 0.75, inclusive: 0.73 },
  /** The highest rate per 1,000 residents, and the range it may be found in. */
  topRate: { region: "KZ-71", low: 0.36, high: 0.44 },
  secondRate: { region: "KZ-75", low: 0.3, high: 0.38 },
  /** Growth from the first month to the last, seasons apart. */
  growth: 0.6,
  outsideWindow: 0.01,
  otherLanguages: 0.01,
  barriers: 0.33,
  programmes: { general: 0.05, inclusive: 0.035 },
} as const;

export const publicPlatforms = {
  news: 0.36,
  facebook: 0.26,
  blog: 0.13,
  instagram: 0.08,
  vk: 0.055,
  twitter: 0.035,
  youtube: 0.03,
  telegram: 0.025,
  forum: 0.015,
  tiktok: 0.01,
} as const;
export type PublicPlatform = keyof typeof publicPlatforms;

export const organisationPlatforms = { instagram: 0.47, telegram: 0.42, web: 0.11 } as const;

export const languages = { ru: 0.655, kk: 0.285, "kk-latin": 0.03, mixed: 0.03 } as const;
export type StoryLanguage = keyof typeof languages;

/** Weights by month of the year, over the trend. */
export const seasons = [0.92, 0.98, 1.02, 1.08, 1.0, 0.82, 0.7, 0.92, 1.28, 1.06, 1.0, 1.2] as const;
/** Connectivity blackout, first and last day. */
export const blackout = { from: "2022-01-05", to: "2022-01-10", weight: 0.015 } as const;

export const inclusiveTopics = {
  autism: 15,
  "cerebral-palsy": 11,
  "teacher-capacity": 10,
  parents: 8,
  violence: 8,
  "national-testing": 7,
  infrastructure: 7,
  "early-intervention": 6,
  "special-schools": 5,
  rights: 5,
  pmpc: 4,
  "home-schooling": 4,
  "assistive-technology": 4,
  prevention: 4,
  preschool: 4,
  "sensory-impairment": 4,
  vocational: 3,
  financing: 3,
  "down-syndrome": 3,
} as const;
export const generalTopics = {
  "national-testing": 16,
  "school-construction": 11,
  "teacher-pay": 10,
  preschool: 9,
  "higher-education": 8,
  curriculum: 8,
  digitisation: 7,
  textbooks: 6,
  "school-meals": 6,
  violence: 6,
  olympiads: 6,
  parents: 5,
  transport: 5,
  vocational: 5,
} as const;
/** Months (1-12) in which a topic is named two and a half times as often. */
export const topicMonths: Readonly<Record<string, readonly number[]>> = {
  autism: [4],
  "cerebral-palsy": [10],
  "national-testing": [1, 3, 5, 6, 7],
  "down-syndrome": [3],
  textbooks: [8, 9],
  "school-construction": [8, 9],
  transport: [1, 12],
  "higher-education": [7, 8],
  rights: [12],
  infrastructure: [9],
};
export const barrierWeights = {
  "untrained-teachers": 25,
  violence: 23,
  infrastructure: 15,
  stigma: 12,
  money: 8,
  "pmpc-workload": 6,
  "materials-in-kazakh": 6,
  distance: 5,
} as const;
export const disabilityWeights = {
  autism: 34,
  "cerebral-palsy": 28,
  hearing: 10,
  "down-syndrome": 8,
  vision: 8,
  speech: 7,
  intellectual: 5,
} as const;
