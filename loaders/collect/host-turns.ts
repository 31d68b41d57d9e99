import type { Clock } from "./clock.ts";

/** One request at a time a host, with a pause between two: `delay` and up to half of it more, by chance. */
export class HostTurns {
  readonly #clock: Clock;
  readonly #delay: number;
  /** The last turn given at each host, settled when it ends. */
  readonly #turns = new Map<string, Promise<void>>();
  readonly #freeAt = new Map<string, number>();

  /** `delay` in milliseconds. */
  constructor(delay: number, clock: Clock) {
    this.#delay = delay;
    this.#clock = clock;
  }

  /** Runs `request` when the host is free. `ownDelay` is the host's wish in milliseconds. */
  async take<T>(host: string, ownDelay: number, request: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(host) ?? Promise.resolve();
    const turn = before.then(async () => {
      const wait = (this.#freeAt.get(host) ?? 0) - this.#clock.now();
      if (wait > 0) await this.#clock.sleep(wait);
      try {
        return await request();
      } finally {
        const delay = Math.max(this.#delay, ownDelay);
        this.hold(host, delay + this.#clock.random() * delay * 0.5);
      }
    });
    this.#turns.set(
      host,
      turn.then(
        () => {},
        () => {},
      ),
    );
    return turn;
  }

  /** Leaves a host alone for so many milliseconds. */
  hold(host: string, milliseconds: number): void {
    const until = this.#clock.now() + milliseconds;
    this.#freeAt.set(host, Math.max(this.#freeAt.get(host) ?? 0, until));
  }
}
