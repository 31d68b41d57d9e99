/**
 * A process that collects one channel into the home given as its first argument from the local server at the port
 * given as its second, for tests that kill it. Says `ready` before it starts.
 */
import { collect } from "../../loaders/collect/collect.ts";
import { tasksOf } from "../../loaders/collect/register.ts";
import { killedStudy } from "./killed-study.ts";
import { localNetwork } from "./platforms.ts";

const [home = "", port] = process.argv.slice(2);
process.stdout.write("ready\n");
await collect({
  home,
  study: killedStudy,
  tasks: tasksOf(killedStudy, {}),
  progress: () => {},
  connect: localNetwork(Number(port)).connect,
  delay: 0,
});
