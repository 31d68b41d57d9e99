import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { DeskData } from "./desk.ts";

/**
 * The coding desk as one HTML file that needs no server and makes no request: its policy allows its own script and
 * style by their digest and nothing else. Texts stand in it as JSON that no browser runs.
 */
export async function deskPage(data: DeskData): Promise<string> {
  const script = await compiled(new URL("desk.ts", import.meta.url));
  const style = await readFile(new URL("desk.css", import.meta.url), "utf8");
  const policy = [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Tyndau</title>
<style>${style}</style>
</head>
<body>
<header>
<span id="progress-word" aria-live="polite"></span><progress id="bar" aria-labelledby="progress-word"></progress>
<div id="languages"></div>
</header>
<main>
<h1 id="question"></h1>
<p id="place"></p>
<article id="post" tabindex="0"><h2 id="title"></h2><p id="text"></p></article>
<div class="answers" id="answers" role="group" aria-labelledby="question"></div>
<div class="answers">
<button type="button" id="back"><span id="back-word"></span><kbd>←</kbd></button>
<button type="button" id="next"><span id="next-word"></span><kbd>→</kbd></button>
</div>
<p><label><span id="note-word"></span> <input id="note" autocomplete="off"></label></p>
<p id="finished" role="status"></p>
</main>
<footer>
<label><span id="coder-word"></span> <input id="coder" autocomplete="off" size="12"></label>
<button type="button" id="export"><span id="export-word"></span><kbd>E</kbd></button>
<p id="unkept" role="status"></p>
<p id="keys"></p>
<p id="private"></p>
</footer>
<script type="application/json" id="data">${jsonInHtml(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON that can't end its script element, whatever the texts hold. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

async function compiled(entry: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    minify: true,
  });
  return outputFiles[0]!.text.trim();
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
