/** An answer with the key that gives it; no title: can't tell. */
export interface KeyedAnswer {
  readonly code: string;
  readonly key: string | undefined;
  readonly title: Readonly<Record<string, string>> | undefined;
}

/** Letters from the upper row down, without E, which saves. */
const letters = [..."QWRTYUIOPASDFGHJKLZXCVBNM"];

/**
 * Gives answers their keys: the first ones 1 to 9 and then letters by their place on the keyboard, the last ("none of
 * them") 0, and "can't tell" the digit after yes and no, 3, or the hyphen where there are more answers.
 */
export function answerKeys(
  answers: readonly { readonly code: string; readonly title: Readonly<Record<string, string>> }[],
): KeyedAnswer[] {
  const keys = [..."123456789", ...letters];
  const keyed = answers.map(({ code, title }, index) => ({
    code,
    title,
    key: index === answers.length - 1 ? "0" : keys[index],
  }));
  return [...keyed, { code: "?", title: undefined, key: answers.length === 2 ? "3" : "-" }];
}
