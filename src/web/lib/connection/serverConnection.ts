import type { Heartbeat, Trouble } from '../api/index.ts';
import { deviceClocks, Freshness, type ConnectionState, staleAfter } from './freshness.ts';

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
  /** What kept the server from storing commands at its last heartbeat; it tells those who give commands. */
  trouble?: Trouble;
  /** The code with which the server turned us away, as "not_allowed"; undefined otherwise. It is asked again all the same. */
  refused?: string;
  /** The code with which the server said that it cannot serve us just now, as "ledger_silent"; what is there stays. */
  unavailable?: string;
}

/** What the server cannot do now and will again: nobody is turned away by it. */
const notNow = new Set(['ledger_silent', 'access_unavailable']);

/** Milliseconds to wait before each further try; the last one repeats forever. */
export const backoff = [200, 400, 800, 1_600, 3_000];

/** Milliseconds within which each further try must have opened: on a dead line it may never end, on a bad one it takes long. */
const openLimits = [6_000, 12_000, 24_000];
/** The same for the first one after a line was found to be dead: the browser may have given us another that died with it. */
const firstOpenLimit = 2_000;

const tickInterval = 250;

/** Milliseconds after which a first connection that has not opened is shown to be down. */
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
  /** Until when the first try may still be called one, by the steady clock. */
  #openingUntil = deviceClocks.steady() + openTimeout;
  #refused: string | undefined;
  #unavailable: string | undefined;
  #trouble: Trouble | undefined;
  #subscribers = new Set<(snapshot: ConnectionSnapshot<V>) => void>();
  #tries = 0;
  #retryNow = () => {};
  #closing: AbortController | null = null;
  #session = new AbortController();
  /** The session was ended for another one to begin at once. */
  #replaced = false;

  /** Opens the connection and resolves when it has broken; calls `onOpen` once messages can be expected. */
  protected abstract session(onOpen: () => void, signal: AbortSignal): Promise<void>;

  /** @param receivedAt when the first view was received, if that was before, by the device's own time */
  constructor(first: V | null = null, receivedAt: number | null = null) {
    this.view = first;
    this.freshness = new Freshness(deviceClocks, receivedAt);
  }

  get snapshot(): ConnectionSnapshot<V> {
    const state = deviceClocks.steady() < this.#openingUntil ? 'connecting' : this.freshness.state(this.#connected);
    const age = state === 'live' ? 0 : Math.floor((this.freshness.age ?? 0) / 1_000);
    const now = this.freshness.serverTime;
    return {
      view: this.view,
      state,
      age,
      now,
      connection: this.#upToDate,
      trouble: this.#trouble,
      refused: this.#refused,
      unavailable: this.#unavailable,
    };
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
    if (view) this.view = view;
    this.freshness.received();
    this.#served(all);
  }

  protected heartbeat({ at, heardAt, trouble }: Pick<Heartbeat, 'at' | 'heardAt' | 'trouble'>): void {
    this.#trouble = trouble;
    this.freshness.heartbeat(at, heardAt);
    this.#served(true);
  }

  #served(all: boolean): void {
    if (all) this.#upToDate = this.connection;
    this.#openingUntil = 0;
    this.#refused = this.#unavailable = undefined;
    this.#tries = 0;
    this.changed();
  }

  async #open(): Promise<void> {
    const closing = (this.#closing = new AbortController());
    const { signal } = closing;
    const tick = setInterval(() => this.changed(), tickInterval);
    const listen = (target: EventTarget | undefined, event: string, run: () => void) => target?.addEventListener?.(event, run, { signal });
    const page = globalThis as unknown as EventTarget;
    for (const event of ['pageshow', 'focus', 'online']) listen(page, event, () => this.#returned());
    listen(globalThis.document, 'visibilitychange', () => this.#returned());
    listen(page, 'offline', () => this.#session.abort());
    signal.addEventListener('abort', () => (this.#session.abort(), this.#retryNow()));

    while (!signal.aborted) {
      const limit = this.#replaced ? firstOpenLimit : nth(openLimits, this.#tries);
      this.#replaced = false;
      await this.#run((this.#session = new AbortController()), limit);
      this.#setConnected(false);
      if (!signal.aborted && !this.#replaced) await this.#wait(nth(backoff, this.#tries++));
    }
    clearInterval(tick);
  }

  /** One connection, from its beginning until it has broken, was aborted, or has not opened in time. */
  async #run(session: AbortController, limit: number): Promise<void> {
    const { signal } = session;
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    const opening = setTimeout(() => session.abort(), limit);
    this.connection++;
    this.freshness.begun();
    const opened = () => {
      clearTimeout(opening);
      if (!signal.aborted) this.#setConnected(true);
    };
    try {
      await Promise.race([aborted, this.session(opened, signal)]);
      if (!signal.aborted) this.#refused = this.#unavailable = undefined;
    } catch (error) {
      const code = hubCode(error);
      const later = code !== undefined && notNow.has(code);
      this.#refused = later ? undefined : code;
      this.#unavailable = later ? code : undefined;
    }
    clearTimeout(opening);
  }

  /**
   * The page is looked at again, or the network is back. A connection that died while the device slept looks open, and the
   * timers that would find out have slept as well: one that has been silent is replaced, and until then the picture is
   * said to be as old as it is. One that speaks is kept.
   */
  #returned(): void {
    if (globalThis.document?.visibilityState === 'hidden') return;
    this.freshness.returned();
    if (this.freshness.silence > staleAfter) {
      this.#replaced = true;
      this.#session.abort();
      this.#setConnected(false);
    }
    this.#retryNow();
    this.changed();
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

/** The last one stands for all that follow. */
const nth = (list: readonly number[], n: number): number => list[Math.min(n, list.length - 1)]!;

/** The hub tells its own errors apart from failures of the connection by this word before the code, as "log_unreadable". */
export const hubCode = (error: unknown) => /HubException: (\w+)$/.exec(String((error as Error).message))?.[1];
