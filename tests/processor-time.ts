/** Milliseconds of processor time that this process has had: unlike the clock it stands still while others hold the core. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
