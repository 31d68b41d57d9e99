/**
 * Tips on charts. A mark with a `<title>` is explained on hover, touch and by the arrow keys; the text is the
 * title's, so that without this script the browser shows the same. Escape puts the tip away.
 */

interface Mark {
  readonly element: SVGElement;
  readonly text: string;
}

/** How far from a mark the pointer may be, in pixels. */
const reach = 28;

const keysId = "chart-keys";
const keys: Record<string, string> = {
  en: "Use the arrow keys to read the values one by one. Enter shows the same thing in every figure.",
  ru: "Стрелками можно прочитать значения по одному. Enter выделит то же самое на всех рисунках.",
  kk: "Мәндерді бағыттама пернелермен бір-бірлеп оқуға болады. Enter сол нәрсені барлық суретте ерекшелейді.",
};

export function showTips(document: Document): void {
  const charts = [...document.querySelectorAll<HTMLElement>(".chart")].filter((chart) =>
    chart.querySelector("svg :not(svg) > title"),
  );
  if (charts.length === 0) return;
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("role", "status");
  tip.hidden = true;
  const help = document.createElement("div");
  help.id = keysId;
  help.hidden = true;
  help.textContent = keys[document.documentElement.lang] ?? keys.en!;
  document.body.append(tip, help);
  for (const chart of charts) {
    chart.tabIndex = 0;
    chart.setAttribute("aria-describedby", keysId);
    explainOnce(chart, tip);
  }
}

/** Reads a chart's marks when the reader first comes to it: a page has thousands. */
function explainOnce(chart: HTMLElement, tip: HTMLElement): void {
  const came = new AbortController();
  for (const type of ["pointerenter", "pointerdown", "focus"])
    chart.addEventListener(
      type,
      () => {
        came.abort();
        explain(chart, tip);
      },
      { signal: came.signal },
    );
}

function explain(chart: HTMLElement, tip: HTMLElement): void {
  const marks = takeMarks(chart);
  let current = -1;
  const show = (index: number) => {
    if (index === current) return;
    marks[current]?.element.classList.remove("tip-mark");
    current = index;
    const mark = marks[index];
    tip.hidden = !mark;
    if (!mark) return;
    mark.element.classList.add("tip-mark");
    tip.textContent = mark.text;
    place(tip, mark.element.getBoundingClientRect());
  };

  chart.addEventListener("pointermove", (event) => show(nearest(marks, event.clientX, event.clientY)));
  chart.addEventListener("pointerdown", (event) => show(nearest(marks, event.clientX, event.clientY)));
  chart.addEventListener("pointerleave", () => show(-1));
  chart.addEventListener("blur", () => show(-1));
  chart.addEventListener("keydown", (event) => {
    const next = step(event.key, current, marks.length);
    if (next === undefined) return;
    event.preventDefault();
    show(next);
  });
  const follow = () => {
    const mark = marks[current];
    // The keys' place is kept: the page scrolls by itself when a chart gets the focus.
    if (mark && chart.ownerDocument.activeElement === chart) place(tip, mark.element.getBoundingClientRect());
    else show(-1);
  };
  addEventListener("scroll", follow, { passive: true });
}

/** Takes the titles out of the marks, so that the browser does not show them a second time. */
function takeMarks(chart: HTMLElement): Mark[] {
  const marks: Mark[] = [];
  for (const title of chart.querySelectorAll("svg :not(svg) > title")) {
    const element = title.parentElement as unknown as SVGElement;
    marks.push({ element, text: title.textContent ?? "" });
    title.remove();
  }
  return marks;
}

/** The mark that a key leads to, -1 for none, undefined where the key means nothing here. */
export function step(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(current + 1, count - 1);
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(current - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "Escape":
      return current < 0 ? undefined : -1;
    default:
      return undefined;
  }
}

/** The mark under the pointer, the smallest where several are; else the nearest within reach; else -1. */
function nearest(marks: readonly Mark[], x: number, y: number): number {
  let best = -1;
  let bestDistance = reach;
  let bestArea = Number.POSITIVE_INFINITY;
  for (const [index, { element }] of marks.entries()) {
    const box = element.getBoundingClientRect();
    const distance = Math.hypot(
      Math.max(box.left - x, 0, x - box.right),
      Math.max(box.top - y, 0, y - box.bottom),
    );
    const area = box.width * box.height;
    if (distance < bestDistance || (distance === bestDistance && area < bestArea)) {
      best = index;
      bestDistance = distance;
      bestArea = area;
    }
  }
  return best;
}

/** Puts the tip above the mark, or below where there is no room, inside the window. */
function place(tip: HTMLElement, mark: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.max(8, Math.min(mark.left + mark.width / 2 - width / 2, innerWidth - width - 8));
  const above = mark.top - height - 8;
  tip.style.left = `${left}px`;
  tip.style.top = `${above >= 8 ? above : Math.min(mark.bottom + 8, innerHeight - height - 8)}px`;
}
