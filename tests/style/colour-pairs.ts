/** Text on ground, as the style sheets pair them; a browser walks the pages and looks for others. */
export const textPairs: readonly (readonly [text: string, ground: string])[] = [
  ["ink", "paper"],
  ["ink", "panel"],
  ["ink", "panel-strong"],
  ["ink", "note"],
  ["ink", "accent-wash"],
  ["ink-soft", "paper"],
  ["ink-soft", "panel"],
  ["ink-soft", "panel-strong"],
  ["ink-soft", "accent-wash"],
  ["ink-faint", "paper"],
  ["ink-faint", "panel"],
  ["accent", "paper"],
  ["accent", "panel"],
  ["accent-strong", "paper"],
  ["accent-strong", "panel"],
  ["accent-strong", "accent-wash"],
  ["note-ink", "note"],
  ["paper", "ink"],
  // Numbers in the cells of a heat table or a matrix.
  ...[1, 2, 3].map((step) => ["ink", `step-${step}`] as const),
  ...[4, 5].map((step) => ["paper", `step-${step}`] as const),
  ...[1, 2, 3, 4, 5, 6].map((number) => [`series-${number}`, "paper"] as const),
  ...["keyword", "string", "number", "comment"].flatMap((kind) => [
    [`code-${kind}`, "paper"] as const,
    [`code-${kind}`, "panel"] as const,
  ]),
];

/** Marks and lines that carry meaning on ground, with the opacity that they are drawn in. */
export const markPairs: readonly (readonly [mark: string, ground: string, opacity: number])[] = [
  ["focus", "paper", 1],
  ["focus", "panel", 1],
  ["focus", "panel-strong", 1],
  ["focus", "accent-wash", 1],
  ["focus", "note", 1],
  ["accent", "paper", 1],
  ["note-rule", "paper", 1],
  ["note-rule", "note", 1],
  ["step-4", "paper", 1],
  ["step-5", "paper", 1],
  ["below-2", "paper", 1],
  ["above-2", "paper", 1],
  // Borders of map areas, which the lightest steps need, and of fields.
  ["ink-faint", "paper", 1],
  ["ink-faint", "step-1", 1],
  ...[1, 2, 3, 4, 5, 6].map((number) => [`series-${number}`, "paper", 0.75] as const),
];
