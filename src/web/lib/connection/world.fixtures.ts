import { HubConnectionState, type HubConnection } from '@microsoft/signalr';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { EventStreamConnection } from './eventStreamConnection.ts';
import { controlConnection } from './liveConnection.ts';
import type { ConnectionSnapshot } from './snapshot.ts';

export type Said = { view?: unknown; update?: unknown; beat?: unknown };

/** A stream of either kind: it opens, or fails at once, and says what the test says. */
export interface Stream {
  opened: boolean;
  given: boolean;
  after: (string | null)[];
  say(...messages: Said[]): void;
  break(): void;
}

class Page extends EventTarget {
  visibilityState = 'visible';
}

/** What is beyond the connection: the network, the server, the page. */
export const world = {
  /** Whether streams open, are turned down at once, or hang. */
  network: 'down' as 'open' | 'down' | 'hangs',
  streams: [] as Stream[],
  posted: [] as { commandId: string }[],
  asked: [] as { url: string; at: number; running: boolean; aborted: boolean }[],
  /** What the server answers to a plain GET; null: nobody answers. */
  answer: (_url: string): Response | null => null,
  post: (): Response | null => null,
  /** Questions are not answered at all. */
  hangs: false,
  page: new Page(),
  window: new EventTarget(),
};

export class Hub implements Stream {
  state = HubConnectionState.Disconnected;
  opened = false;
  given = false;
  after: (string | null)[] = [];
  invoked: unknown[] = [];
  #next: (message: unknown) => void = () => {};
  #error: (error: Error) => void = () => {};
  #close = () => {};
  #fail = (_: Error) => {};
  constructor() {
    world.streams.push(this);
  }
  onclose(run: () => void) {
    this.#close = run;
  }
  async start() {
    if (world.network === 'down') throw new Error('refused');
    if (world.network === 'hangs') await new Promise(() => {});
    this.opened = true;
    this.state = HubConnectionState.Connected;
  }
  async stop() {
    this.given = true;
    this.break();
  }
  stream(_: string, ...args: unknown[]) {
    this.after.push(args.at(-1) as string | null);
    return {
      subscribe: (by: { next(message: unknown): void; error(error: Error): void }) => (
        ([this.#next, this.#error] = [by.next, by.error]),
        { dispose: () => (this.#next = () => {}) }
      ),
    };
  }
  invoke(_: string, _id: string, sent: unknown) {
    this.invoked.push(sent);
    return new Promise((_, fail) => (this.#fail = fail));
  }
  say(...messages: Said[]) {
    for (const message of messages) this.#next(message);
  }
  refuse(code: string) {
    this.#error(new Error(`HubException: ${code}`));
  }
  break() {
    this.state = HubConnectionState.Disconnected;
    this.#fail(new Error('closed'));
    this.#close();
  }
}

export class Source extends EventTarget implements Stream {
  onopen = () => {};
  onerror = () => {};
  opened = false;
  given = false;
  after: (string | null)[];
  constructor(url: string) {
    super();
    this.after = [new URL(url, 'http://host').searchParams.get('after')];
    world.streams.push(this);
    queueMicrotask(() => {
      if (world.network === 'open') ((this.opened = true), this.onopen());
      if (world.network === 'down') this.onerror();
    });
  }
  close() {
    this.given = true;
  }
  break() {
    this.onerror();
  }
  say(...messages: Said[]) {
    for (const message of messages)
      for (const [type, data] of Object.entries(message)) this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

export interface Connection {
  readonly snapshot: ConnectionSnapshot<{ seq: number; seal: string }>;
  subscribe(run: (snapshot: ConnectionSnapshot<unknown>) => void): () => void;
}
export const control = () => controlConnection('2021', () => new Hub() as unknown as HubConnection);
export const kinds: Record<string, () => Connection> = {
  'the hub': control,
  'an event stream': () => new EventStreamConnection('/public', null, null, (url) => new Source(url) as unknown as EventSource),
};
export const both = Object.keys(kinds);

export const view = (seq: number, log = 'a'): Said => ({ view: { seq, seal: `${log}${seq}` } });
export const update = (from: number, to: number): Said => ({ update: { from, fromSeal: `a${from}`, to, toSeal: `a${to}` } });
export const beat = (): Said => ({ beat: { at: new Date().toISOString(), heardAt: new Date().toISOString() } });
export const ok = (...messages: Said[]) => new Response(JSON.stringify([...messages, beat()]));
export const problem = (status: number, problem?: object) => new Response(problem ? JSON.stringify(problem) : '<html>', { status });
export const after = (i: number) => new URL(world.asked.at(i)!.url, 'http://host').searchParams.get('after');

let close = () => {};

export function look(visibilityState: 'visible' | 'hidden') {
  world.page.visibilityState = visibilityState;
  world.page.dispatchEvent(new Event('visibilitychange'));
}

export async function open<C extends Connection>(connection: C): Promise<C> {
  close = connection.subscribe(() => {});
  await pass(0);
  return connection;
}

export const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** Before and after each test of a file. */
export function inAWorldOfItsOwn(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    [world.page, world.window, world.network, world.streams, world.posted, world.asked] = [
      new Page(),
      new EventTarget(),
      'down',
      [],
      [],
      [],
    ];
    world.answer = () => ok(view(5));
    world.post = () => null;
    vi.stubGlobal('document', world.page);
    vi.stubGlobal('addEventListener', world.window.addEventListener.bind(world.window));
    vi.stubGlobal('fetch', async (url: string, { method, body, signal }: RequestInit) => {
      if (method === 'POST') {
        world.posted.push(JSON.parse(body as string));
        if (world.hangs) return new Promise((_, reject) => signal!.addEventListener('abort', () => reject(new Error('aborted'))));
        return world.post() ?? Promise.reject(new TypeError('fetch failed'));
      }
      const question = { url, at: performance.now(), running: true, aborted: false };
      expect(
        world.asked.some((other) => other.running && !other.aborted),
        'never two at once',
      ).toBe(false);
      world.asked.push(question);
      return new Promise<Response>((resolve, reject) => {
        signal!.addEventListener('abort', () => ((question.aborted = true), reject(new Error('aborted'))));
        const given = world.answer(url);
        if (world.hangs) return;
        question.running = false;
        if (given) resolve(given);
        else reject(new TypeError('fetch failed'));
      });
    });
    world.hangs = false;
  });
  afterEach(() => {
    close();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}
