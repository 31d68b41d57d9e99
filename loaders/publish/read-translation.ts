import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { z } from "zod";

/**
 * Reads a YAML file of translations.
 *
 * @param what names what the file says, for the message where there is none: "the tables' titles"
 * @returns its content, or what is wrong with the file, one message a mistake
 */
export function readTranslation<T>(file: string, schema: z.ZodType<T>, what: string): { said: T } | string[] {
  if (!existsSync(file)) return [`${file}: found no such file, expected ${what} in this language`];
  let value: unknown;
  try {
    value = parse(readFileSync(file, "utf8"));
  } catch (error) {
    return [`${file}: found no YAML: ${(error as Error).message.split("\n")[0]}`];
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { said: parsed.data };
  return parsed.error.issues.map(({ path, message }) => `${file}: ${path.join(".") || "file"}: ${message}`);
}
