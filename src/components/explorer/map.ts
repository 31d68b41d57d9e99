import type { ExplorerFile } from "./data.ts";

const svgName = "http://www.w3.org/2000/svg";
const steps = 5;

/** A map in five classes of equal width; the table beside it holds the numbers, so it is hidden from screen readers. */
export function mapView(
  document: Document,
  file: Pick<ExplorerFile, "map" | "dimensions">,
  label: (unit: string) => string,
  format: (count: number) => string,
): { readonly element: Element; update(counts: ArrayLike<number>): void } | undefined {
  const { map } = file;
  if (map === null) return undefined;
  const svg = document.createElementNS(svgName, "svg");
  svg.setAttribute("viewBox", `0 0 ${map.width} ${map.height}`);
  svg.setAttribute("class", "explorer-map");
  svg.setAttribute("aria-hidden", "true");
  const units = map.units.map(([unit, shape]) => {
    const path = document.createElementNS(svgName, "path");
    path.setAttribute("d", shape);
    const title = document.createElementNS(svgName, "title");
    path.append(title);
    svg.append(path);
    const shown = { step: -1, value: -1 };
    return { shown, code: file.dimensions.map_unit.indexOf(unit) + 1, name: label(unit), path, title };
  });
  return {
    element: svg,
    update(counts) {
      let most = 1;
      for (const { code } of units) most = Math.max(most, counts[code] ?? 0);
      for (const { shown, code, name, path, title } of units) {
        const value = counts[code] ?? 0;
        const step = value === 0 ? 0 : Math.min(steps, Math.floor((value / most) * steps) + 1);
        if (step !== shown.step) path.setAttribute("class", `map-step-${step}`);
        if (value !== shown.value) title.textContent = `${name}: ${format(value)}`;
        Object.assign(shown, { step, value });
      }
    },
  };
}
