import { Freshness, type ConnectionState, staleAfter } from './freshness.ts';

/** What a screen sees of its connection: the newest view, and how fresh it is. */
export interface ConnectionSnapshot<V> {
  view: V | null;
  state: ConnectionState;
  /** Whole seconds since anything came from the server; 0 while live. */
  age: number;
  /** The server's time, epoch milliseconds; moves on with each tick. Show every clock by it. */
  now: number;
  /** Which connection, counted from 1, has brought all that there was; 0: none yet, the view is from before. See `includes`. */
  connection: number;
  /** The code with which the server turned us away, as "not_allowed"; undefined otherwise. It is asked again all the same. */
  refused?: string;
}

/** Milliseconds to wait before each further try; the last one repeats forever. */
export const backoff = [200, 400, 800, 1_600, 3_000];

const tickInterval = 250;

/** Milliseconds after which a connection that does not open is as good as down. */
const openTimeout = 3_000;

/**
 * A connection to the server that is opened again forever. It is a Svelte store: `$connection` in a component, or `subscribe`.
 * It opens with the first subscriber and closes with the last.
 */
export abstract class ServerConnection<V> {
  protected view: V | null = null;
  protected readonly freshness: Freshness;
  /** How many connections were opened so far: the number of the present one. */
  protected connection = 0;
  #upToDate = 0;
  #connected = false;
  /** Until when the first try may still be called one, epoch milliseconds. */
  #openingUntil = Date.now() + openTimeout;
  #refused: string | undefined;
  #subscribers = new Set<(snapshot: ConnectionSnapshot<V>) => void>();
  #tries = 0;
  #retryNow = () => {};
  #closing: AbortController | null = null;

  /** Opens the connection and resolves when it has broken; calls `onOpen` once messages can be expected. */
  protected abstract session(onOpen: () => void, signal: AbortSignal): Promise<void>;

  /** @param receivedAt when the first view was received, if that was in an earlier life of the page */
  constructor(first: V | null = null, receivedAt: number | null = null) {
    this.view = first;
    this.freshness = new Freshness(Date.now, receivedAt);
  }

  get snapshot(): ConnectionSnapshot<V> {
    const state = Date.now() < this.#openingUntil ? 'connecting' : this.freshness.state(this.#connected);
    const age = state === 'live' ? 0 : Math.floor((this.freshness.age ?? 0) / 1_000);
    return { view: this.view, state, age, now: Date.now() + this.freshness.offset, connection: this.#upToDate, refused: this.#refused };
  }

  subscribe(run: (snapshot: ConnectionSnapshot<V>) => void): () => void {
    this.#subscribers.add(run);
    run(this.snapshot);
    if (this.#subscribers.size === 1) void this.#open();
    return () => {
      this.#subscribers.delete(run);
      if (this.#subscribers.size === 0) this.#closing?.abort();
    };
  }

  protected changed(): void {
    for (const run of this.#subscribers) run(this.snapshot);
  }

  /** @param all false if more of what has happened meanwhile may follow */
  protected received(view: V | null, all = true): void {
    if (all) this.#upToDate = this.connection;
    this.#openingUntil = 0;
    this.freshness.received();
    this.#refused = undefined;
    this.#tries = 0;
    if (view) this.view = view;
    this.changed();
  }

  protected heartbeat(at: string): void {
    this.freshness.heartbeat(at);
    this.received(null);
  }

  async #open(): Promise<void> {
    const closing = (this.#closing = new AbortController());
    const { signal } = closing;
    const tick = setInterval(() => this.changed(), tickInterval);
    let session = new AbortController();
    const options = { signal };
    const retry = () => {
      if (document.visibilityState === 'hidden') return;
      if (this.#connected && (this.freshness.age ?? 0) > staleAfter) session.abort();
      this.#retryNow();
    };
    globalThis.addEventListener?.('online', retry, options);
    globalThis.addEventListener?.('offline', () => session.abort(), options);
    globalThis.document?.addEventListener('visibilitychange', retry, options);
    signal.addEventListener('abort', () => (session.abort(), this.#retryNow()));

    while (!signal.aborted) {
      session = new AbortController();
      this.connection++;
      try {
        await this.session(() => this.#setConnected(true), session.signal);
        this.#refused = undefined;
      } catch (error) {
        this.#refused = refusalCode(error);
      }
      this.#setConnected(false);
      if (!signal.aborted) await this.#wait(backoff[Math.min(this.#tries++, backoff.length - 1)]!);
    }
    clearInterval(tick);
  }

  #setConnected(connected: boolean): void {
    this.#connected = connected;
    if (!connected) this.#openingUntil = 0;
    this.changed();
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#retryNow = () => (clearTimeout(timer), resolve());
    });
  }
}

/** The hub tells its own refusals apart from failures of the connection by this word before the code. */
const refusalCode = (error: unknown) => /HubException: (\w+)$/.exec(String((error as Error).message))?.[1];
