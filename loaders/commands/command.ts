import { parseArgs } from "node:util";

/** A command of the workspace: what `npm run NAME` runs. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole help text. */
  readonly help: string;
  readonly options: Readonly<Record<string, OptionShape>>;
  /** True where words without an option are the command's too: they come as the value `words`. */
  readonly words?: boolean;
  run(values: OptionValues, terminal: Terminal): Promise<number>;
}

export interface OptionShape {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly short?: string;
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** Where a command speaks: standard output for results, standard error for progress and faults. */
export interface Terminal {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  print(line: string): void;
  warn(line: string): void;
}

/** What a command's exit code means. */
export const exitCodes = {
  done: 0,
  /** The study, its data or its pages have a fault that is named in the output. */
  fault: 1,
  /** The command was called with words that it does not know. */
  usage: 2,
  /** Another run holds the lock. */
  busy: 3,
  /** Nothing failed, but something has to be done or to pass before the command can go on. */
  waiting: 4,
} as const;

export const studyOption = { study: { type: "string" } } as const;

export const studyHelp = `  --study DIR    another study's folder, holding study/, raw/ and src/ (default: the workspace's own)`;

export const exitHelp = `Exit codes: 0 done; 1 a fault in the study, its data or its pages, named in the output;
2 unknown option; 3 another run is under way.`;

/** Reads a command's options. Throws a `UsageError` for words that the command does not know. */
export function readOptions(command: Command, words: readonly string[]): OptionValues {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...command.options, help: { type: "boolean", short: "h" } },
      strict: true,
      allowPositionals: command.words === true,
    });
    return (command.words === true ? { ...values, words: positionals } : values) as OptionValues;
  } catch (error) {
    throw new UsageError(
      `${command.name}: ${(error as Error).message}. See npm run ${command.name} -- --help`,
    );
  }
}

export class UsageError extends Error {}

export function text(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

export function texts(values: OptionValues, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];
}
