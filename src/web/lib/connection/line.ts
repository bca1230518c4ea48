import { Freshness, type LineState, staleAfter } from './freshness.ts';

/** What a screen sees of its line: the newest view, and how fresh it is. */
export interface Picture<V> {
  view: V | null;
  state: LineState;
  /** Whole seconds since anything came from the server; 0 while live. */
  age: number;
  /** The server's time, epoch milliseconds; moves on with each tick. Show every clock by it. */
  now: number;
  /** The code with which the server turned us away, as "not_allowed"; undefined otherwise. It is asked again all the same. */
  refused?: string;
}

/** Milliseconds to wait before each further try; the last one repeats forever. */
export const backoff = [200, 400, 800, 1_600, 3_000];

const tickEvery = 250;

/** Milliseconds after which a line that does not open is as good as down. */
const opensWithin = 3_000;

/**
 * A line to the server that is opened again forever. It is a Svelte store: `$line` in a component, or `subscribe`.
 * It opens with the first subscriber and closes with the last.
 */
export abstract class Line<V> {
  protected view: V | null = null;
  protected readonly fresh: Freshness;
  #connected = false;
  /** Until when the first try may still be called one, epoch milliseconds. */
  #opening = Date.now() + opensWithin;
  #refused: string | undefined;
  #subscribers = new Set<(picture: Picture<V>) => void>();
  #tries = 0;
  #wake = () => {};
  #closing: AbortController | null = null;

  /** Opens the line and resolves when it has broken; calls `up` once messages can be expected. */
  protected abstract session(up: () => void, signal: AbortSignal): Promise<void>;

  /** @param heardAt when the first view was heard, if that was in an earlier life of the page */
  constructor(first: V | null = null, heardAt: number | null = null) {
    this.view = first;
    this.fresh = new Freshness(Date.now, heardAt);
  }

  get picture(): Picture<V> {
    const state = Date.now() < this.#opening ? 'connecting' : this.fresh.state(this.#connected);
    const age = state === 'live' ? 0 : Math.floor((this.fresh.age ?? 0) / 1_000);
    return { view: this.view, state, age, now: Date.now() + this.fresh.offset, refused: this.#refused };
  }

  subscribe(run: (picture: Picture<V>) => void): () => void {
    this.#subscribers.add(run);
    run(this.picture);
    if (this.#subscribers.size === 1) void this.#open();
    return () => {
      this.#subscribers.delete(run);
      if (this.#subscribers.size === 0) this.#closing?.abort();
    };
  }

  protected changed(): void {
    for (const run of this.#subscribers) run(this.picture);
  }

  protected heard(view: V | null): void {
    this.#opening = 0;
    this.fresh.heard();
    this.#refused = undefined;
    this.#tries = 0;
    if (view) this.view = view;
    this.changed();
  }

  protected beat(at: string): void {
    this.fresh.beat(at);
    this.heard(null);
  }

  async #open(): Promise<void> {
    const closing = (this.#closing = new AbortController());
    const { signal } = closing;
    const tick = setInterval(() => this.changed(), tickEvery);
    let session = new AbortController();
    const listen = { signal };
    const again = () => {
      if (document.visibilityState === 'hidden') return;
      if (this.#connected && (this.fresh.age ?? 0) > staleAfter) session.abort();
      this.#wake();
    };
    globalThis.addEventListener?.('online', again, listen);
    globalThis.addEventListener?.('offline', () => session.abort(), listen);
    globalThis.document?.addEventListener('visibilitychange', again, listen);
    signal.addEventListener('abort', () => (session.abort(), this.#wake()));

    while (!signal.aborted) {
      session = new AbortController();
      try {
        await this.session(() => this.#is(true), session.signal);
        this.#refused = undefined;
      } catch (error) {
        this.#refused = codeOf(error);
      }
      this.#is(false);
      if (!signal.aborted) await this.#wait(backoff[Math.min(this.#tries++, backoff.length - 1)]!);
    }
    clearInterval(tick);
  }

  #is(connected: boolean): void {
    this.#connected = connected;
    if (!connected) this.#opening = 0;
    this.changed();
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => (clearTimeout(timer), resolve());
    });
  }
}

/** The hub tells its own refusals apart from failures of the line by this word before the code. */
const codeOf = (error: unknown) => /HubException: (\w+)$/.exec(String((error as Error).message))?.[1];
