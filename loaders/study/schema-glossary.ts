import { z } from "zod";
import { identifier, localised } from "./values.ts";

/** glossary.yml: terms of the field and of the method, and what they mean. */
export const glossarySchema = z
  .array(
    z.strictObject({
      id: identifier,
      title: localised.describe("The term, per language."),
      description: localised.describe("What it means, per language of the report."),
    }),
  )
  .min(1);
