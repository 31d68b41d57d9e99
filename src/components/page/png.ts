/** Offers each chart as a PNG beside its SVG: drawn by the browser from the SVG file, at twice its size. */
export function offerPng(document: Document): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".downloads a[download][href$='.svg']")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link-button";
    button.textContent = "PNG";
    button.addEventListener("click", () => {
      void savePng(document, link).catch(() => {
        button.disabled = true;
      });
    });
    const offer = document.createElement("span");
    offer.className = "screen-only";
    offer.append(" · ", button);
    link.after(offer);
  }
}

const scale = 2;

async function savePng(document: Document, link: HTMLAnchorElement): Promise<void> {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`found status ${answer.status} for ${link.href}`);
  const image = new Image();
  // The policy lets data: images in, and no blob: ones. Variables have no values in an image: their fallbacks serve.
  const text = await answer.text();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("found no canvas");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const save = document.createElement("a");
  save.href = canvas.toDataURL("image/png");
  const name = link.pathname.split("/").at(-1) ?? "chart.svg";
  save.download = name.replace(/(?:\.[0-9a-f]{8})?\.svg$/, ".png");
  save.click();
}
