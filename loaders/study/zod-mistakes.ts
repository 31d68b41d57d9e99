import { z } from "zod";
import { expectedOf } from "./expected.ts";
import { type Mistake, shown } from "./mistake.ts";
import { suggestion } from "./nearest.ts";
import type { YamlFile } from "./yaml-file.ts";

type Issue = z.core.$ZodIssue;

/** Checks a YAML file's value: the parsed value, or every mistake with its place. */
export function checkYaml<T>(yaml: YamlFile, schema: z.ZodType<T>): { data?: T; mistakes: Mistake[] } {
  const result = schema.safeParse(yaml.value, { error: expectedOf });
  if (result.success) return { data: result.data, mistakes: [] };
  return { mistakes: result.error.issues.flatMap((issue) => issueMistakes(yaml, schema, issue, [])) };
}

function issueMistakes(yaml: YamlFile, schema: z.ZodType, issue: Issue, base: PropertyKey[]): Mistake[] {
  const path = [...base, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schemaAt(schema, path));
    return issue.keys.map((key) => {
      const expected = `one of the keys ${known.join(", ")}${suggestion(key, known)}`;
      return yaml.mistake([...path, key], `an unknown key "${key}"`, expected, "key");
    });
  }
  if (issue.code === "invalid_key") {
    const key = String(path.at(-1));
    return [yaml.mistake(path, `the key "${key}"`, issue.issues[0]?.message ?? issue.message, "key")];
  }
  if (issue.code === "invalid_union") {
    const branch = issue.errors.find((errors) => !errors.some(isOtherKind));
    if (branch !== undefined) return branch.flatMap((inner) => issueMistakes(yaml, schema, inner, path));
    const kinds = issue.errors.map((errors) => errors[0]?.message ?? "").filter((kind) => kind !== "");
    return [yaml.mistake(path, shown(valueAt(yaml.value, path)), kinds.join(", or "))];
  }
  const value = valueAt(yaml.value, path);
  const missing = value === undefined && path.length > 0;
  const found = missing ? `no "${String(path.at(-1))}"` : shown(value);
  return [yaml.mistake(path, found, issue.message)];
}

/** Whether a branch of a union fails because the value is of another kind altogether. */
function isOtherKind(issue: Issue): boolean {
  return issue.code === "invalid_type" && issue.path.length === 0;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (here, key) => (here as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
}

/** The schema of the value at a path, through optional values and the object branch of unions. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const here = plain(schema);
  const [key, ...rest] = path;
  if (key === undefined) return here;
  let next: unknown;
  if (here instanceof z.ZodObject) next = here.shape[String(key)];
  else if (here instanceof z.ZodArray) next = here.element;
  else if (here instanceof z.ZodRecord) next = here.valueType;
  return next === undefined ? undefined : schemaAt(next as z.ZodType, rest);
}

function plain(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return plain(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) {
    const object = schema.options.find((option) => option instanceof z.ZodObject);
    return (object as z.ZodType | undefined) ?? schema;
  }
  return schema;
}

function knownKeys(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
