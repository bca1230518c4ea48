/** Milliseconds for which Confirm is held. */
export const holdFor = 1_000;
/** A press that is let go sooner was not meant as a hold: a dialog asks instead. Milliseconds. */
export const shortFor = 300;
/** A finger that has moved further than this scrolls, and does not confirm. CSS pixels. */
const drift = 16;

interface Point {
  x: number;
  y: number;
}

export interface HoldEvents {
  /** 0 to 1, while it is held; 0 when it is over. */
  progress(part: number): void;
  held(): void;
  short(): void;
}

/** One press at a time: held long enough it confirms, let go early or moved away it does not. */
export class Hold {
  #since: number | null = null;
  #at: Point | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly events: HoldEvents,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get pressed(): boolean {
    return this.#since !== null;
  }

  /** @param at where the finger came down; null by keyboard */
  press(at: Point | null): void {
    if (this.pressed) return;
    [this.#since, this.#at] = [this.now(), at];
    this.#timer = setInterval(() => this.#tick(), 16);
    this.events.progress(0);
  }

  move(to: Point): void {
    if (this.#at && Math.hypot(to.x - this.#at.x, to.y - this.#at.y) > drift) this.cancel();
  }

  release(): void {
    if (this.#since === null) return;
    const short = this.now() - this.#since < shortFor;
    this.cancel();
    if (short) this.events.short();
  }

  cancel(): void {
    if (this.#since === null) return;
    clearInterval(this.#timer);
    this.#since = this.#at = null;
    this.events.progress(0);
  }

  #tick(): void {
    const part = Math.min(1, (this.now() - this.#since!) / holdFor);
    this.events.progress(part);
    if (part < 1) return;
    this.cancel();
    this.events.held();
  }
}
