import { type Command, exitCodes, readOptions, type Terminal, UsageError } from "./commands/command.ts";

/** Every command, loaded only when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import("./commands/build.ts")).build,
  dev: async () => (await import("./commands/dev.ts")).dev,
  data: async () => (await import("./commands/data.ts")).data,
  site: async () => (await import("./commands/site.ts")).site,
  collect: async () => (await import("./commands/collect.ts")).collect,
  claims: async () => (await import("./commands/claims.ts")).claims,
  verify: async () => (await import("./commands/verify.ts")).verify,
  validate: async () => (await import("./commands/validate.ts")).validate,
  pdf: async () => (await import("./commands/pdf.ts")).pdf,
  query: async () => (await import("./commands/query.ts")).query,
  kwic: async () => (await import("./commands/kwic.ts")).kwic,
  docs: async () => (await import("./commands/docs.ts")).docs,
};

const [name = "", ...words] = process.argv.slice(2);
process.exitCode = await main(name, words, {
  root: process.cwd(),
  env: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  warn: (line) => process.stderr.write(`${line}\n`),
});

async function main(name: string, words: readonly string[], terminal: Terminal): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    const asked = name === "" || name === "--help" || name === "-h";
    (asked ? terminal.print : terminal.warn)(await overview(asked ? undefined : name));
    return asked && name !== "" ? exitCodes.done : exitCodes.usage;
  }
  const command = await load();
  try {
    const values = readOptions(command, words);
    if (values.help === true) {
      terminal.print(command.help);
      return exitCodes.done;
    }
    return await command.run(values, terminal);
  } catch (error) {
    return report(error, terminal);
  }
}

/** Trouble prints its message, which says what was found and what to do; a wrong programme prints its stack. */
function report(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) {
    terminal.warn(error.message);
    return exitCodes.usage;
  }
  if (!(error instanceof Error)) {
    terminal.warn(String(error));
    return exitCodes.fault;
  }
  terminal.warn(isProgrammeFault(error) ? (error.stack ?? error.message) : error.message);
  return error.name === "LockHeld" ? exitCodes.busy : exitCodes.fault;
}

function isProgrammeFault(error: Error): boolean {
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof ReferenceError ||
    error instanceof SyntaxError
  );
}

async function overview(unknown: string | undefined): Promise<string> {
  const lines = await Promise.all(
    Object.values(commands).map(async (load) => {
      const command = await load();
      return `  npm run ${command.name.padEnd(8)} ${command.summary}`;
    }),
  );
  const head = unknown === undefined ? "Tyndau" : `found command "${unknown}", expected one of:`;
  return [head, "", ...lines, "", "Each has --help: npm run NAME -- --help"].join("\n");
}
