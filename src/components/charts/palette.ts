/** A colour in the light and in the dark theme. */
interface Colour {
  readonly name: string;
  readonly light: string;
  readonly dark: string;
}

/**
 * Colours of series. Okabe & Ito (2008), "Color universal design", darkened or lightened until each keeps a
 * contrast of 4.5 with the paper, since labels are written in them too, and moved until any two differ by 12 (CIEDE2000)
 * with three kinds of cones and with two (tests/style). Order: the first two differ most.
 */
const seriesColours: readonly Colour[] = [
  { name: "series-1", light: "#0153b9", dark: "#3c96fa" },
  { name: "series-2", light: "#be530e", dark: "#d88653" },
  { name: "series-3", light: "#00815e", dark: "#3ccf94" },
  { name: "series-4", light: "#944d7b", dark: "#cba0ce" },
  { name: "series-5", light: "#5f3f00", dark: "#eebe3e" },
  { name: "series-6", light: "#4c4c4c", dark: "#cecece" },
];

/** Five steps from little to much, for areas of a map. */
const stepColours: readonly Colour[] = [
  { name: "step-1", light: "#e6eff0", dark: "#223238" },
  { name: "step-2", light: "#b3d3da", dark: "#2c5560" },
  { name: "step-3", light: "#74afbe", dark: "#32717f" },
  { name: "step-4", light: "#2d7a90", dark: "#6cb7c5" },
  { name: "step-5", light: "#0a5468", dark: "#bfe9ef" },
];

/** From far below a reference to far above it, with the colour of what is near it in the middle. */
const sideColours: readonly Colour[] = [
  { name: "below-2", light: "#a8480f", dark: "#e39a68" },
  { name: "below-1", light: "#e3ae80", dark: "#80522f" },
  { name: "level", light: "#e9ebe6", dark: "#232c31" },
  { name: "above-1", light: "#8cc0cc", dark: "#2f6f80" },
  { name: "above-2", light: "#2d7a90", dark: "#7cc6d4" },
];

const variable = ({ name, light }: Colour) => `var(--${name}, ${light})`;

const series = seriesColours.map(variable);
export const steps: readonly string[] = stepColours.map(variable);
export const sides: readonly string[] = sideColours.map(variable);

/** The paper behind a chart, for halos. */
export const paper = "var(--paper, #fcfcfa)";
/** Attributes of text that stands over lines or areas. */
export const halo = {
  stroke: paper,
  "stroke-width": 3,
  "stroke-linejoin": "round",
  "paint-order": "stroke",
} as const;
/** Lines that guide the eye. */
export const rule = "var(--rule, #d6dad4)";
/** Axes and notes. */
export const soft = "var(--ink-soft, #414b52)";
/** Borders of map areas. */
export const border = "var(--ink-faint, #525d64)";

/** Marks that go with the series colours, so that no series is told by colour alone. */
const symbols = ["circle", "diamond2", "square", "triangle", "star", "cross"] as const;

/** The colour and the mark of the series at `index`, from 0; they repeat after the sixth. */
export function seriesStyle(index: number): { colour: string; symbol: (typeof symbols)[number] } {
  return { colour: series[index % series.length]!, symbol: symbols[index % symbols.length]! };
}

/** The colours as custom properties for a style sheet, light and dark; `src/style/charts.css` holds this text. */
export function paletteCss(): string {
  const block = (theme: "light" | "dark", indent: string) =>
    [...seriesColours, ...stepColours, ...sideColours]
      .map((colour) => `${indent}--${colour.name}: ${colour[theme]};`)
      .join("\n");
  return `:root {
${block("light", "  ")}
}

@media screen and (prefers-color-scheme: dark) {
  :root {
${block("dark", "    ")}
  }
}
`;
}
