/** Names of accounts by the platform's own number, as a capture entry of study.yml gives them. */
export type AccountNames = Readonly<Record<string, string>>;

/**
 * The name of an account that a capture knows by number alone (`channel123`, `-123`, `UC…`): the study's, where
 * the entry gives one, else the number as it stands.
 */
export function accountName(id: string, names: AccountNames | undefined): string {
  const number = /^(?:channel|chat|user)(\d+)$/u.exec(id)?.[1];
  for (const key of [id, number]) {
    if (key !== undefined && names !== undefined && Object.hasOwn(names, key)) return names[key]!;
  }
  return id;
}
