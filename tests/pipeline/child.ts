import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A run in a process of its own, once it has said a line. */
export function startChild(awaited: string, ...args: (string | number)[]): Promise<ChildProcess> {
  return startScript("child-run.ts", awaited, ...args);
}

/** A script of this folder in a process of its own, once it has said a line. */
export async function startScript(
  file: string,
  awaited: string,
  ...args: (string | number)[]
): Promise<ChildProcess> {
  const script = new URL(file, import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on("data", (chunk) => {
      output += chunk;
      if (output.split("\n").slice(0, -1).includes(awaited)) resolve();
    });
    child.once("exit", (code) => reject(new Error(`found exit ${code} before "${awaited}":\n${output}`)));
  });
  return child;
}

/** Resolves when the child has ended, with the signal that ended it, if one did. */
export async function ended(child: ChildProcess): Promise<NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.signalCode;
}
