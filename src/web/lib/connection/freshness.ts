// How old the picture is, and what time it is at the server. Pure but for the clock that is handed in.

export type ConnectionState = 'connecting' | 'live' | 'stale' | 'offline';

/** From the second missed heartbeat on: one heartbeat may be late, two are missing. Milliseconds. */
export const staleAfter = 2_000;

const maxSamples = 10;

export class Freshness {
  #receivedAt: number | null;
  #samples: number[] = [];

  /** @param receivedAt when the view that a screen begins with was received; null: it begins with none */
  constructor(
    private readonly now: () => number = Date.now,
    receivedAt: number | null = null,
  ) {
    this.#receivedAt = receivedAt;
  }

  /** Anything came from the server. */
  received(): void {
    this.#receivedAt = this.now();
  }

  /** A heartbeat came, with the server's time. */
  heartbeat(at: string): void {
    this.received();
    this.#samples = [...this.#samples, Date.parse(at) - this.now()].slice(-maxSamples);
  }

  /**
   * Server time minus ours, milliseconds; 0 until the first heartbeat. A heartbeat can only be late, never early, so of the
   * newest ones the one that travelled fastest tells the truth best.
   */
  get offset(): number {
    return this.#samples.length ? Math.max(...this.#samples) : 0;
  }

  /** Milliseconds since anything was received; null if nothing was yet. */
  get age(): number | null {
    return this.#receivedAt === null ? null : Math.max(0, this.now() - this.#receivedAt);
  }

  state(connected: boolean): ConnectionState {
    if (this.age === null) return 'connecting';
    if (!connected) return 'offline';
    return this.age > staleAfter ? 'stale' : 'live';
  }
}
