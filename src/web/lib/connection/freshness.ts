// How old the picture is, and what time it is at the server. Pure but for the clock that is handed in.

export type LineState = 'connecting' | 'live' | 'stale' | 'offline';

/** From the second missed beat on: one beat may be late, two are missing. Milliseconds. */
export const staleAfter = 2_000;

const samplesKept = 10;

export class Freshness {
  #heardAt: number | null;
  #samples: number[] = [];

  /** @param heardAt when the view that a screen begins with was heard; null: it begins with none */
  constructor(private readonly now: () => number = Date.now, heardAt: number | null = null) {
    this.#heardAt = heardAt;
  }

  /** Anything came from the server. */
  heard(): void {
    this.#heardAt = this.now();
  }

  /** A beat came, with the server's time. */
  beat(at: string): void {
    this.heard();
    this.#samples = [...this.#samples, Date.parse(at) - this.now()].slice(-samplesKept);
  }

  /**
   * Server time minus ours, milliseconds; 0 until the first beat. A beat can only be late, never early, so of the
   * newest ones the one that travelled fastest tells the truth best.
   */
  get offset(): number {
    return this.#samples.length ? Math.max(...this.#samples) : 0;
  }

  /** Milliseconds since anything was heard; null if nothing was yet. */
  get age(): number | null {
    return this.#heardAt === null ? null : Math.max(0, this.now() - this.#heardAt);
  }

  state(connected: boolean): LineState {
    if (this.age === null) return 'connecting';
    if (!connected) return 'offline';
    return this.age > staleAfter ? 'stale' : 'live';
  }
}
