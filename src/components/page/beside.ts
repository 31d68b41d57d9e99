const texts: Readonly<Record<string, { readonly open: string; readonly close: string }>> = {
  en: { open: "Show beside the text", close: "Back in place (Esc)" },
  ru: { open: "Показать рядом с текстом", close: "Вернуть на место (Esc)" },
  kk: { open: "Мәтін жанында көрсету", close: "Орнына қайтару (Esc)" },
};

/** Where the window has room for the text and a panel. `src/style/beside.css` holds the same width. */
const wide = "screen and (min-width: 75rem)";

/**
 * Offers each open Method as a panel beside the text. The disclosure itself goes to the browser's top layer and stays where
 * it is in the document: links to it, its editor and printing know nothing of it. Escape or the button brings it back;
 * so does a window that becomes narrow, or a printer.
 */
export function offerBeside(document: Document, window: Window): void {
  const methods = [...document.querySelectorAll<HTMLDetailsElement>("details.method")];
  if (methods.length === 0 || !("showPopover" in methods[0]!)) return;
  const words = texts[document.documentElement.lang] ?? texts.en!;
  let shown: { readonly method: HTMLDetailsElement; readonly button: HTMLButtonElement } | undefined;
  const back = (focus: boolean) => {
    if (shown === undefined) return;
    const { method, button } = shown;
    shown = undefined;
    method.hidePopover();
    method.removeAttribute("popover");
    button.textContent = words.open;
    document.documentElement.classList.remove("has-beside");
    if (!focus) return;
    method.scrollIntoView({ block: "nearest" });
    button.focus({ preventScroll: true });
  };
  const show = (method: HTMLDetailsElement, button: HTMLButtonElement) => {
    back(false);
    shown = { method, button };
    method.setAttribute("popover", "manual");
    method.showPopover();
    button.textContent = words.close;
    document.documentElement.classList.add("has-beside");
    method.scrollTop = 0;
    button.focus({ preventScroll: true });
    // What the panel tells of stays in view, though the text takes other lines now.
    method.closest(".figure, .number-method")?.scrollIntoView({ block: "nearest" });
  };
  for (const method of methods) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link-button";
    button.textContent = words.open;
    button.addEventListener("click", () => (shown?.method === method ? back(true) : show(method, button)));
    const line = document.createElement("p");
    // What scripts add is not part of what the page says.
    line.className = "beside screen-only";
    line.append(button);
    method.querySelector("summary")?.after(line);
    method.addEventListener("toggle", () => {
      if (!method.open && shown?.method === method) {
        back(false);
        method.querySelector("summary")?.focus();
      }
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || shown === undefined) return;
    event.preventDefault();
    back(true);
  });
  window.matchMedia(wide).addEventListener("change", ({ matches }) => {
    if (!matches) back(false);
  });
  window.addEventListener("beforeprint", () => back(false));
}
