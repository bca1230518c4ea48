import type { Heartbeat, Trouble } from '../api/index.ts';
import { reloadOnce } from '../reloadOnce.ts';
import { deviceClocks, Freshness, staleAfter } from './freshness.ts';
import * as limits from './limits.ts';
import type { Line, Message } from './line.ts';
import { Lines } from './lines.ts';
import { isHidden, onPage } from './page.ts';
import { PlainRequests } from './plainRequests.ts';
import { cannotGoOn, hubCode, type TurnedAway, turnedAwayBy } from './serverCode.ts';
import type { ConnectionSnapshot } from './snapshot.ts';
import { Wait } from './wait.ts';

const tickInterval = 250;

/**
 * A connection to the server that is opened again forever. It is a Svelte store: `$connection` in a component, or `subscribe`.
 * It opens with the first subscriber and closes with the last.
 *
 * The stream is the better way. Where it says nothing for some seconds, plain requests go beside it until it has spoken again:
 * while they are answered it is tried now and then, while they are not, both are tried all the time.
 */
export abstract class ServerConnection<V> {
  protected view: V | null = null;
  protected readonly freshness: Freshness;
  protected readonly lines = new Lines();
  #streamBegunAt = 0;
  #streamOpenedAt: number | null = null;
  #streamHeardAt = 0;
  /** The newest stream was ended by the server with a code: it gets through, and whoever asks otherwise is told the same. */
  #answeredByCode = false;
  #requests: PlainRequests | null = null;
  /** Until when a first try, or one after the page was looked at again, may still be called one, by the steady clock. */
  #openingUntil = deviceClocks.steady() + limits.openTimeout;
  #resumingUntil = 0;
  #turnedAway: TurnedAway = {};
  #trouble: Trouble | undefined;
  #clockApart: number | undefined;
  #subscribers = new Set<(snapshot: ConnectionSnapshot<V>) => void>();
  #tries = 0;
  readonly #untilNextTry = new Wait();
  #closing: AbortController | null = null;
  #session = new AbortController();
  /** The session was ended for another one to begin at once. */
  #replaced = false;
  /** Nobody looks at the page, and it has let its lines go. */
  #asleep = false;
  /** The newest plain request was not answered. */
  #down = false;

  /** Opens the stream and resolves when it has broken; calls `onOpen` once messages can be expected. */
  protected abstract session(line: Line, onOpen: () => void, signal: AbortSignal): Promise<void>;

  /** Where the same can be had by a plain GET, with the place that the reader is at; undefined: nowhere. */
  protected requestUrl(): string | undefined {
    return undefined;
  }

  /** One message, over whichever line. */
  protected take(_message: Message<V>, _line: Line): void {}

  /** Plain requests are answered: what waits for a way may go by them. */
  protected requestsServe(): void {}

  /** @param receivedAt when the first view was received, if that was before, by the device's own time */
  constructor(
    first: V | null = null,
    receivedAt: number | null = null,
    /** Whether its lines are let go while nobody looks: a browser has few of them. Then it begins again with the whole view. */
    private readonly sleeps = false,
  ) {
    this.view = first;
    this.freshness = new Freshness(deviceClocks, receivedAt);
  }

  get snapshot(): ConnectionSnapshot<V> {
    const steady = deviceClocks.steady();
    const connected = this.#streamOpenedAt !== null || this.#requests?.connected || steady < this.#resumingUntil;
    const state = steady < this.#openingUntil ? 'connecting' : this.freshness.state(connected === true);
    return {
      view: this.view,
      state,
      way: this.#requests?.connected && this.lines.speaks(this.#requests.line) ? 'requests' : 'stream',
      age: state === 'live' ? 0 : Math.floor((this.freshness.age ?? 0) / 1_000),
      now: this.freshness.serverTime,
      connection: this.lines.upToDate,
      trouble: this.#trouble,
      clockApart: this.#clockApart,
      refused: this.#turnedAway.refused,
      unavailable: this.#turnedAway.unavailable,
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

  /** Whether commands go by plain requests now. */
  protected get byRequests(): boolean {
    return this.#requests?.serves === true;
  }

  /** @param all false if more of what has happened meanwhile may follow */
  protected received(line: Line, view: V | null, all = true): void {
    if (line.over) return;
    if (view) this.view = view;
    this.freshness.received();
    this.#served(line, all);
  }

  protected heartbeat(
    line: Line,
    { at, heardAt, trouble, clockApart }: Pick<Heartbeat, 'at' | 'heardAt' | 'trouble' | 'clockApart'>,
  ): void {
    if (line.over) return;
    this.#trouble = trouble;
    this.#clockApart = clockApart;
    this.freshness.heartbeat(at, heardAt);
    this.#served(line, true);
  }

  /** A stream that has brought something is all that is needed. */
  protected spoke(line: Line): void {
    this.lines.spoke(line);
    if (line.way === 'requests') return;
    this.#streamHeardAt = deviceClocks.steady();
    this.#stopRequests();
  }

  #served(line: Line, all: boolean): void {
    this.spoke(line);
    if (all) this.lines.upToDate = line.number;
    this.#openingUntil = this.#resumingUntil = 0;
    this.#turnedAway = {};
    this.#tries = 0;
    this.changed();
  }

  async #open(): Promise<void> {
    const closing = (this.#closing = new AbortController());
    const { signal } = closing;
    this.#streamHeardAt = deviceClocks.steady();
    const tick = setInterval(() => this.#tick(), tickInterval);
    onPage({ left: () => this.#left(), returned: () => this.#returned(), offline: () => this.#session.abort() }, signal);
    signal.addEventListener('abort', () => (this.#session.abort(), this.#stopRequests(), this.#untilNextTry.end()));
    if (isHidden()) this.#left();

    while (!signal.aborted) {
      if (this.#asleep) await this.#untilNextTry.for();
      else {
        const limit = this.#replaced ? limits.firstOpenLimit : limits.nth(limits.openLimits, this.#tries);
        this.#replaced = false;
        await this.#run((this.#session = new AbortController()), limit);
        if (signal.aborted || this.#replaced || this.#asleep) continue;
        const good = this.#requests?.connected && !this.#down;
        await this.#untilNextTry.for(good ? limits.betterWayAgain : limits.nth(limits.backoff, this.#tries++));
      }
    }
    clearInterval(tick);
  }

  /** One stream, from its beginning until it has broken, was aborted, or has not opened in time. */
  async #run(session: AbortController, limit: number): Promise<void> {
    const { signal } = session;
    const line = this.lines.begin('stream');
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    const opening = setTimeout(() => session.abort(), limit);
    this.#streamBegunAt = deviceClocks.steady();
    if (!this.#requests) this.freshness.begun();
    const opened = () => {
      clearTimeout(opening);
      if (signal.aborted) return;
      this.#streamOpenedAt = deviceClocks.steady();
      this.changed();
    };
    try {
      await Promise.race([aborted, this.session(line, opened, signal)]);
      this.#answeredByCode = false;
      if (!signal.aborted) this.#streamEnded(undefined);
    } catch (error) {
      if (cannotGoOn(error)) reloadOnce();
      this.#streamEnded(hubCode(error));
    }
    line.over = true;
    clearTimeout(opening);
    this.#streamOpenedAt = null;
    this.#openingUntil = 0;
    this.changed();
  }

  /** Whoever has views by plain requests does not hear what became of a stream meanwhile; a code is worth as much over either. */
  #streamEnded(code: string | undefined): void {
    this.#answeredByCode = code !== undefined;
    if (code) this.#streamHeardAt = deviceClocks.steady();
    if (code && !this.#requests?.serves) this.#stopRequests();
    if (!this.#requests?.connected) this.#turnedAway = turnedAwayBy(code);
  }

  #tick(): void {
    const steady = deviceClocks.steady();
    if (!this.#asleep && this.requestUrl() !== undefined) {
      const silent = !this.#answeredByCode && steady - this.#streamHeardAt >= limits.streamPatience;
      if (silent && !this.#requests) this.#startRequests();
      const since = this.#streamOpenedAt && Math.max(this.#streamOpenedAt, this.#streamHeardAt);
      if (since !== null && steady - since >= limits.streamSilence && this.#requests?.serves) this.#session.abort();
    }
    this.changed();
  }

  #startRequests(limit?: number): void {
    this.#requests?.stop();
    this.#down = false;
    this.#requests = new PlainRequests(
      this.lines.begin('requests'),
      {
        url: () => this.requestUrl()!,
        answered: (messages, line) => this.#answered(messages as Message<V>[], line),
        failed: (error, line) => this.#unanswered(error, line),
      },
      limit,
    );
  }

  #stopRequests(): void {
    this.#requests?.stop();
    this.#requests = null;
  }

  #answered(messages: Message<V>[], line: Line): void {
    for (const message of messages) this.take(message, line);
    // Nobody was there, and now somebody is: perhaps a stream can be had, too.
    if (this.#down) this.#untilNextTry.end();
    this.#down = false;
    this.requestsServe();
  }

  #unanswered(error: unknown, line: Line): void {
    if (cannotGoOn(error)) reloadOnce();
    const code = hubCode(error);
    this.#turnedAway = turnedAwayBy(code);
    if (!code) {
      // The server may come back with another log.
      this.lines.anew(line);
      if (!this.#down) this.#untilNextTry.end();
      this.#down = true;
    }
    this.changed();
  }

  /** Nobody looks. */
  #left(): void {
    if (!this.sleeps || this.#asleep) return;
    this.#asleep = true;
    this.#session.abort();
    this.#stopRequests();
  }

  /** The page is looked at after its lines were let go. */
  protected woken(): void {}

  /**
   * The page is looked at again, or the network is back. A connection that died while the device slept looks open, and the
   * timers that would find out have slept as well: one that has been silent is replaced, and until then the picture is
   * said to be as old as it is. One that speaks is kept.
   */
  #returned(): void {
    if (isHidden()) return;
    this.freshness.returned();
    const steady = deviceClocks.steady();
    if (this.#asleep) {
      this.#asleep = false;
      this.#replaced = true;
      this.#streamHeardAt = steady;
      this.#resumingUntil = steady + limits.openTimeout;
      this.woken();
    } else if (this.freshness.silence > staleAfter) {
      this.#replaced = true;
      this.#session.abort();
      this.#streamOpenedAt = null;
      this.#openingUntil = 0;
      if (this.#requests) this.#startRequests(limits.firstOpenLimit);
      else this.#streamHeardAt = steady;
    } else if (this.#requests && steady - this.#streamBegunAt > staleAfter) {
      // One that has not come up so far was begun in another network.
      this.#replaced = true;
      this.#session.abort();
    }
    this.#untilNextTry.end();
    this.changed();
  }
}
