import { setTimeout as wait } from "node:timers/promises";

/** Time and chance, passed in so that tests need neither. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** A number from 0 to 1, 1 left out. */
  random(): number;
}

export const systemClock: Clock = {
  now: Date.now,
  sleep: (milliseconds) => wait(milliseconds),
  random: Math.random,
};
