// How old the picture is, and what time it is at the server. Pure but for the clocks that are handed in.

export type ConnectionState = 'connecting' | 'live' | 'stale' | 'offline';

/** From the second missed heartbeat on: one heartbeat may be late, two are missing. Milliseconds. */
export const staleAfter = 2_000;

/** Clocks that differ by more than this were set. Milliseconds; the measure of the server's own clock. */
const tolerance = 2_000;

const maxSamples = 10;

/** The device's two clocks, milliseconds. */
export interface Clocks {
  /** Epoch; anybody may set it at any time. */
  wall(): number;
  /** From wherever; nobody can set it. In some browsers it stands still while the device sleeps. */
  steady(): number;
}

export const deviceClocks: Clocks = { wall: () => Date.now(), steady: () => performance.now() };

/** Every age and the server's time go by the steady clock: the device's own time may be set, or wrong, and nothing changes. */
export class Freshness {
  /** From when the picture is, by the steady clock: when something was received last, or when its server last heard anything. */
  #received: number | null = null;
  /** When the connection was last known to be good: something was received, or it was begun. */
  #heard: { wall: number; steady: number };
  /** Server time minus the steady clock. */
  #samples: number[] = [];
  #heartbeatAt: number | null = null;

  /** @param receivedAt when the view that a screen begins with was received, by the wall clock; null: it begins with none */
  constructor(
    private readonly clocks: Clocks = deviceClocks,
    receivedAt: number | null = null,
  ) {
    this.#heard = this.#both;
    this.#samples = [this.#heard.wall - this.#heard.steady];
    if (receivedAt !== null) this.#received = this.#heard.steady - Math.max(0, this.#heard.wall - receivedAt);
  }

  /** A connection is begun. Its first heartbeat will not come late: it has waited for nothing. */
  begun(): void {
    this.#heard = this.#both;
    this.#heartbeatAt = null;
  }

  /** Anything came from the server. */
  received(): void {
    this.#heard = this.#both;
    this.#received = this.#heard.steady;
  }

  /**
   * A heartbeat came, with the server's time, and when the server itself had last heard from the show's ledger. One that has heard
   * nothing for long says nothing new: the picture is as old as that, however good the line is.
   */
  heartbeat(at: string, heardAt: string): void {
    this.received();
    const time = Date.parse(at);
    const behind = time - Date.parse(heardAt);
    if (behind > staleAfter) this.#received = this.#heard.steady - behind;
    const sample = time - this.clocks.steady();
    this.#samples = this.#isStep(time, sample) ? [sample] : [...this.#samples, sample].slice(-maxSamples);
    this.#heartbeatAt = time;
  }

  /**
   * The page is looked at again. While the device slept the steady clock may have stood still: then the wall clock says how
   * long that was.
   */
  returned(): void {
    const { wall, steady } = this.#both;
    const slept = wall - this.#heard.wall - (steady - this.#heard.steady);
    if (slept <= tolerance) return;
    this.#heard = { wall: this.#heard.wall, steady: this.#heard.steady - slept };
    if (this.#received !== null) this.#received -= slept;
    this.#samples = this.#samples.map((sample) => sample + slept);
  }

  /**
   * The server's time, epoch milliseconds; the device's until the first heartbeat. A heartbeat can only be late, never
   * early, so of the newest ones the one that travelled fastest tells the truth best.
   */
  get serverTime(): number {
    return this.clocks.steady() + Math.max(...this.#samples);
  }

  /** Milliseconds by which the picture may be behind; null if there is none yet. */
  get age(): number | null {
    return this.#received === null ? null : Math.max(0, this.clocks.steady() - this.#received);
  }

  /** Milliseconds for which the connection has said nothing. */
  get silence(): number {
    return this.clocks.steady() - this.#heard.steady;
  }

  state(connected: boolean): ConnectionState {
    if (this.age === null) return 'connecting';
    if (!connected) return 'offline';
    return this.age > staleAfter ? 'stale' : 'live';
  }

  get #both() {
    return { wall: this.clocks.wall(), steady: this.clocks.steady() };
  }

  /**
   * Whether the server's clock was set since: what was measured before says nothing any more. A heartbeat that lies behind
   * because the line held it up was sent after the one before all the same; from a clock that was set back it was not.
   */
  #isStep(time: number, sample: number): boolean {
    const difference = sample - Math.max(...this.#samples);
    if (Math.abs(difference) <= tolerance) return false;
    return difference > 0 || this.#heartbeatAt === null || time < this.#heartbeatAt;
  }
}
