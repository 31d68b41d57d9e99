import { at, idIn, listIn } from "./json-value.ts";

/**
 * The words of a text as Telegram Desktop writes it: a string, or a list of strings and entities (`{type, text}`:
 * bold, link, hashtag, custom_emoji, …). A person mentioned by name becomes `@user123`, a mention like any other;
 * a bank card's number is left out.
 */
export function entityText(text: unknown): string {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(partText).join("");
  return partText(text);
}

function partText(part: unknown): string {
  if (typeof part === "string") return part;
  const text = at(part, "text");
  if (typeof text !== "string") return "";
  const type = at(part, "type");
  if (type === "bank_card") return "";
  if (type !== "mention_name") return text;
  const user = idIn(at(part, "user_id"));
  return user === undefined ? "@user" : `@user${user.replace(/^user/u, "")}`;
}

/** A poll's question and answers, one a line; empty where there is no poll. */
export function pollText(poll: unknown): string {
  return [at(poll, "question"), ...listIn(at(poll, "answers")).map((answer) => at(answer, "text"))]
    .map((line) => entityText(line).trim())
    .filter((line) => line !== "")
    .join("\n");
}
