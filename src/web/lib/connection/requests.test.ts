import { HubConnectionState, type HubConnection } from '@microsoft/signalr';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EventStreamConnection } from './eventStreamConnection.ts';
import { controlConnection } from './liveConnection.ts';
import { hubCode } from './serverCode.ts';
import type { ConnectionSnapshot } from './snapshot.ts';

const reload = vi.hoisted(() => vi.fn());
vi.mock('../reloadOnce.ts', async (original) => ({ ...(await original<object>()), reloadOnce: reload }));

type Said = { view?: unknown; update?: unknown; beat?: unknown };

/** A stream of either kind: it opens, or fails at once, and says what the test says. */
interface Stream {
  opened: boolean;
  given: boolean;
  after: (string | null)[];
  say(...messages: Said[]): void;
  break(): void;
}
/** Whether streams open, are turned down at once, or hang. */
let network: 'open' | 'down' | 'hangs';
let streams: Stream[];
let posted: { commandId: string }[];
let asked: { url: string; at: number; running: boolean; aborted: boolean }[];
/** What the server answers to a plain GET; null: nobody answers. */
let answer: (url: string) => Response | null;
let post: () => Response | null;

class Hub implements Stream {
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
    streams.push(this);
  }
  onclose(run: () => void) {
    this.#close = run;
  }
  async start() {
    if (network === 'down') throw new Error('refused');
    if (network === 'hangs') await new Promise(() => {});
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

class Source extends EventTarget implements Stream {
  onopen = () => {};
  onerror = () => {};
  opened = false;
  given = false;
  after: (string | null)[];
  constructor(url: string) {
    super();
    this.after = [new URL(url, 'http://host').searchParams.get('after')];
    streams.push(this);
    queueMicrotask(() => {
      if (network === 'open') ((this.opened = true), this.onopen());
      if (network === 'down') this.onerror();
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

interface Connection {
  readonly snapshot: ConnectionSnapshot<{ seq: number; seal: string }>;
  subscribe(run: (snapshot: ConnectionSnapshot<unknown>) => void): () => void;
}
const control = () => controlConnection('2021', () => new Hub() as unknown as HubConnection);
const kinds: Record<string, () => Connection> = {
  'the hub': control,
  'an event stream': () => new EventStreamConnection('/public', null, null, (url) => new Source(url) as unknown as EventSource),
};
const both = Object.keys(kinds);

const view = (seq: number, log = 'a'): Said => ({ view: { seq, seal: `${log}${seq}` } });
const update = (from: number, to: number): Said => ({ update: { from, fromSeal: `a${from}`, to, toSeal: `a${to}` } });
const beat = (): Said => ({ beat: { at: new Date().toISOString(), heardAt: new Date().toISOString() } });
const ok = (...messages: Said[]) => new Response(JSON.stringify([...messages, beat()]));
const problem = (status: number, problem?: object) => new Response(problem ? JSON.stringify(problem) : '<html>', { status });
const after = (i: number) => new URL(asked.at(i)!.url, 'http://host').searchParams.get('after');

class Page extends EventTarget {
  visibilityState = 'visible';
}
let page: Page;
let window: EventTarget;
let close = () => {};

function look(visibilityState: 'visible' | 'hidden') {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
}

async function open<C extends Connection>(connection: C): Promise<C> {
  close = connection.subscribe(() => {});
  await pass(0);
  return connection;
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  [page, window, network, streams, posted, asked] = [new Page(), new EventTarget(), 'down', [], [], []];
  answer = () => ok(view(5));
  post = () => null;
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('fetch', async (url: string, { method, body, signal }: RequestInit) => {
    if (method === 'POST') {
      posted.push(JSON.parse(body as string));
      return post() ?? Promise.reject(new TypeError('fetch failed'));
    }
    const question = { url, at: performance.now(), running: true, aborted: false };
    expect(
      asked.some((other) => other.running && !other.aborted),
      'never two at once',
    ).toBe(false);
    asked.push(question);
    return new Promise<Response>((resolve, reject) => {
      signal!.addEventListener('abort', () => ((question.aborted = true), reject(new Error('aborted'))));
      const given = answer(url);
      if (hangs) return;
      question.running = false;
      if (given) resolve(given);
      else reject(new TypeError('fetch failed'));
    });
  });
  hangs = false;
  reload.mockClear();
});
/** Questions are not answered at all. */
let hangs: boolean;

afterEach(() => {
  close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test.each(both.flatMap((kind) => (['down', 'hangs', 'open'] as const).map((how) => [kind, how] as const)))(
  'where %s is %s and brings nothing for five seconds, it is asked each second',
  async (kind, how) => {
    network = how;
    const connection = await open(kinds[kind]!());
    await pass(4_900);
    expect(asked).toHaveLength(0);
    await pass(200);
    expect(connection.snapshot).toMatchObject({ view: { seq: 5 }, state: 'live', way: 'requests', age: 0 });
    answer = () => ok();
    const begun = asked.length;
    for (let i = 0; i < 40; i++) {
      await pass(250);
      expect(connection.snapshot.state).toBe('live');
    }
    expect(asked.length - begun).toBe(10);
  },
);

test.each(both)('%s that speaks is all there is', async (kind) => {
  network = 'open';
  const connection = await open(kinds[kind]!());
  for (let i = 0; i < 10; i++) {
    streams[0]!.say(i ? beat() : view(5));
    await pass(1_000);
  }
  expect(asked).toHaveLength(0);
  expect(connection.snapshot).toMatchObject({ way: 'stream', state: 'live' });
});

test.each(both)('questions bring the place that %s has reached', async (kind) => {
  await open(kinds[kind]!());
  await pass(5_000);
  expect(after(0)).toBeNull();
  await pass(1_000);
  expect(after(1)).toBe('5-a5');
});

test('what changed is merged, and where it does not fit the whole view is asked for', async () => {
  const connection = await open(control());
  await pass(5_000);
  answer = () => ok(update(5, 6));
  await pass(1_000);
  expect(connection.snapshot.view?.seq).toBe(6);
  answer = () => ok(update(8, 9));
  await pass(1_000);
  expect(connection.snapshot.view?.seq).toBe(6);
  answer = () => ok(view(9));
  await pass(1_000);
  expect(after(-1)).toBeNull();
  expect(connection.snapshot.view?.seq).toBe(9);
});

test.each(both)('beside the questions %s is tried each half minute, and they end only when it has spoken', async (kind) => {
  const connection = await open(kinds[kind]!());
  await pass(8_000);
  answer = () => ok();
  const tried = streams.length;
  await pass(30_000);
  expect(streams.length - tried).toBe(1);
  network = 'open';
  for (let quarters = 0; quarters <= 120 && !streams.at(-1)!.opened; quarters++) await pass(250);
  expect(streams.at(-1)!.opened).toBe(true);
  const before = asked.length;
  await pass(2_000);
  expect(asked.length - before, 'it has opened, and said nothing').toBe(2);
  streams.at(-1)!.say(beat());
  expect(connection.snapshot).toMatchObject({ way: 'stream', state: 'live' });
  await pass(1_500);
  expect(asked.length - before).toBeLessThanOrEqual(2);
});

test.each(both)('%s that opens and stays silent is given up, while questions go on', async (kind) => {
  network = 'open';
  const connection = await open(kinds[kind]!());
  await pass(12_500);
  expect(streams[0]!.given).toBe(true);
  expect(connection.snapshot).toMatchObject({ way: 'requests', state: 'live' });
  expect(streams.length).toBeLessThanOrEqual(2);
});

test.each(both.flatMap((kind) => (['down', 'hangs'] as const).map((how) => [kind, how] as const)))(
  '%s is tried at once when the network is back, also where the one before still %s',
  async (kind, how) => {
    await open(kinds[kind]!());
    await pass(32_000);
    network = how;
    await pass(6_500);
    const tried = streams.length;
    window.dispatchEvent(new Event('online'));
    await pass(0);
    expect(streams.length - tried).toBe(1);
  },
);

test.each(both)('%s that breaks is tried again first, and questions begin five seconds after its last word', async (kind) => {
  network = 'open';
  const connection = await open(kinds[kind]!());
  streams[0]!.say(view(5));
  network = 'down';
  streams[0]!.break();
  await pass(4_500);
  expect(streams.length).toBeGreaterThan(3);
  expect(asked).toHaveLength(0);
  expect(connection.snapshot.state).toBe('offline');
  answer = () => ok();
  await pass(750);
  expect(connection.snapshot).toMatchObject({ way: 'requests', state: 'live' });
});

test.each(both)('while neither way is answered both are tried, and a server that is back is found in a second by %s', async (kind) => {
  answer = () => null;
  const connection = await open(kinds[kind]!());
  await pass(60_000);
  const [tried, questions] = [streams.length, asked.length];
  await pass(9_000);
  expect(streams.length - tried).toBe(3);
  expect(asked.length - questions).toBe(9);
  answer = () => ok(view(5));
  await pass(1_000);
  expect(connection.snapshot).toMatchObject({ way: 'requests', state: 'live' });
  expect(streams.length - tried, 'the stream is tried at once, too').toBe(4);
});

test.each(both)('one question without an answer is no lost line, two are; then %s is tried again quickly', async (kind) => {
  const connection = await open(kinds[kind]!());
  await pass(8_000);
  const tried = streams.length;
  answer = () => null;
  await pass(1_000);
  expect(connection.snapshot.state).toBe('live');
  await pass(1_250);
  expect(connection.snapshot.state).toBe('offline');
  expect(streams.length - tried).toBeGreaterThanOrEqual(2);
});

test('a question that nobody answers is given up in its time', async () => {
  await open(control());
  hangs = true;
  await pass(5_000 + 6_000 + 100);
  expect(asked.map(({ aborted }) => aborted)).toEqual([true, false]);
});

test('a page that is looked at again does not wait for a question that was asked before', async () => {
  await open(control());
  await pass(6_000);
  hangs = true;
  await pass(4_000);
  hangs = false;
  const before = asked.length;
  look('visible');
  await pass(0);
  expect(asked.length - before).toBe(1);
});

test.each(both)('%s is not gone back by: what it says was asked for before the questions went on', async (kind) => {
  network = 'hangs';
  const connection = await open(kinds[kind]!());
  await pass(5_000);
  network = 'open';
  await pass(2_000);
  window.dispatchEvent(new Event('online'));
  await pass(0);
  answer = () => ok(view(8));
  await pass(1_000);
  expect(connection.snapshot.view?.seq).toBe(8);
  const stream = streams.at(-1)!;
  const seen: number[] = [];
  const stop = connection.subscribe(() => seen.push(connection.snapshot.view!.seq));
  stream.say(view(6));
  await pass(0);
  const now = streams.at(-1)!;
  expect(now.after.at(-1)).toBe('8-a8');
  now.say(view(9));
  expect(new Set(seen)).toEqual(new Set([8, 9]));
  expect(connection.snapshot.way).toBe('stream');
  stop();
});

test('a code is told as over the stream: turned away, or not just now', async () => {
  const connection = await open(control());
  answer = () => problem(403, { code: 'not_allowed' });
  await pass(5_000);
  expect(connection.snapshot.refused).toBe('not_allowed');
  await pass(4_000);
  expect(connection.snapshot.refused, 'a stream that is tried meanwhile changes nothing').toBe('not_allowed');
  answer = () => problem(503, { code: 'ledger_silent' });
  await pass(1_000);
  expect(connection.snapshot).toMatchObject({ refused: undefined, unavailable: 'ledger_silent' });
  answer = () => ok(view(5));
  await pass(1_000);
  expect(connection.snapshot).toMatchObject({ refused: undefined, unavailable: undefined, state: 'live' });
  expect(reload).not.toHaveBeenCalled();
});

test('a server that has turned us away over the stream is not asked otherwise', async () => {
  network = 'open';
  await open(control());
  for (let i = 0; i < 8; i++) {
    (streams.at(-1) as Hub).refuse('not_allowed');
    await pass(3_000);
  }
  // The device is busy with other things for a while: nothing of this page runs.
  (streams.at(-1) as Hub).refuse('not_allowed');
  await pass(250);
  const steady = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => steady + 10_000);
  await pass(500);
  expect(asked).toHaveLength(0);
  vi.restoreAllMocks();
});

test('where both ways are turned away, the stream alone goes on asking', async () => {
  const connection = await open(control());
  answer = () => problem(403, { code: 'not_allowed' });
  await pass(9_000);
  network = 'open';
  window.dispatchEvent(new Event('online'));
  await pass(0);
  (streams.at(-1) as Hub).refuse('not_allowed');
  await pass(0);
  const before = asked.length;
  await pass(2_500);
  expect(asked.length).toBe(before);
  expect(connection.snapshot.refused).toBe('not_allowed');
});

test('a server that wants to be left alone for a while is', async () => {
  answer = () => new Response('{"code":"too_many_visitors"}', { status: 503, headers: { 'retry-after': '5' } });
  const connection = await open(kinds['an event stream']!());
  await pass(5_000 + 4_900);
  expect(asked).toHaveLength(1);
  expect(connection.snapshot.unavailable).toBe('too_many_visitors');
  await pass(200);
  expect(asked).toHaveLength(2);
});

test('commands go by POST, and again under the same id until they are answered', async () => {
  const connection = await open(control());
  const sent = connection.send({ type: 'start' });
  await pass(4_000);
  expect(posted).toHaveLength(0);
  await pass(3_000);
  expect(new Set(posted.map(({ commandId }) => commandId)).size).toBe(1);
  expect(posted.length).toBeGreaterThan(1);
  const [{ commandId }] = posted as [{ commandId: string }];
  post = () => new Response(JSON.stringify({ commandId, seq: 6 }));
  await pass(1_500);
  const answered = await sent;
  expect(answered).toEqual({ commandId, seq: 6, connection: connection.snapshot.connection });
});

test('a refusal is an answer by POST, too, and another code is thrown with it', async () => {
  const connection = await open(control());
  await pass(5_500);
  post = () => problem(409, { code: 'on_air_moved', state: 'opening', seq: 7, commandId: posted[0]!.commandId });
  expect(await connection.send({ type: 'start' }, 'mine')).toMatchObject({
    commandId: 'mine',
    refusal: 'on_air_moved',
    state: 'opening',
    seq: 7,
  });
  post = () => problem(503, { code: 'outcome_unknown' });
  expect(await connection.send({ type: 'start' }).catch(hubCode)).toBe('outcome_unknown');
});

test('a command whose hub has died goes on by POST, under the same id', async () => {
  network = 'open';
  const connection = await open(control());
  const hub = streams[0] as Hub;
  hub.say(view(5));
  post = () => new Response(JSON.stringify({ commandId: 'kept', seq: 6 }));
  const sent = connection.send({ type: 'start' }, 'kept');
  await pass(0);
  expect(hub.invoked).toMatchObject([{ commandId: 'kept' }]);
  network = 'down';
  hub.break();
  await pass(6_000);
  expect(posted).toMatchObject([{ commandId: 'kept' }]);
  expect((await sent).seq).toBe(6);
});

test('after questions that nobody has answered it may be another log: what was answered before is not waited for', async () => {
  const connection = await open(control());
  await pass(5_000);
  const first = connection.snapshot.connection;
  answer = () => ok();
  await pass(3_000);
  expect(connection.snapshot.connection).toBe(first);
  answer = () => null;
  await pass(1_000);
  answer = () => ok();
  await pass(1_000);
  expect(connection.snapshot.connection).toBeGreaterThan(first);
});

test('a log in which our place is not is another one: its whole view is taken, and counts as of another line', async () => {
  const connection = await open(control());
  await pass(5_000);
  const first = connection.snapshot.connection;
  answer = () => ok(view(3, 'b'));
  await pass(1_000);
  expect(connection.snapshot).toMatchObject({ view: { seq: 3, seal: 'b3' } });
  expect(connection.snapshot.connection).toBeGreaterThan(first);
});

test('a public page that nobody looks at lets its lines go, and takes the whole view on return', async () => {
  network = 'open';
  const connection = await open(kinds['an event stream']!());
  streams[0]!.say(view(5), beat());
  look('hidden');
  expect(streams[0]!.given).toBe(true);
  await pass(20_000);
  expect([streams.length, asked.length]).toEqual([1, 0]);
  look('visible');
  expect(connection.snapshot).toMatchObject({ state: 'stale', age: 20, view: { seq: 5 } });
  await pass(0);
  expect(streams[1]!.after).toEqual([null]);
  streams[1]!.say(view(9), beat());
  expect(connection.snapshot).toMatchObject({ state: 'live', view: { seq: 9 } });
});

test('its questions end as well while nobody looks', async () => {
  const connection = await open(kinds['an event stream']!());
  await pass(6_000);
  look('hidden');
  const before = [streams.length, asked.length];
  await pass(60_000);
  expect([streams.length, asked.length]).toEqual(before);
  look('visible');
  await pass(5_500);
  expect(after(before[1]!)).toBeNull();
  expect(connection.snapshot).toMatchObject({ state: 'live', way: 'requests' });
});

test('a control room goes on while nobody looks', async () => {
  network = 'open';
  await open(control());
  look('hidden');
  expect(streams[0]!.given).toBe(false);
});

test.each([
  ['a path that is gone', () => ((answer = () => problem(404)), pass(5_000))],
  [
    'a hub that does not know the method',
    () => ((network = 'open'), pass(400).then(() => (streams.at(-1) as Hub).refuse('unknown_method'))),
  ],
  ['a hub that wants other arguments', () => ((network = 'open'), pass(400).then(() => (streams.at(-1) as Hub).refuse('bad_arguments')))],
] as const)('%s makes the page load itself anew', async (_, meet) => {
  await open(control());
  await meet();
  await pass(0);
  expect(reload).toHaveBeenCalled();
});

test('what our server does not have is no reason to load anew, nor is a message that this page does not know', async () => {
  const connection = await open(control());
  answer = () => problem(404, { code: 'unknown_teleconference' });
  await pass(5_000);
  answer = () => ok({ news: {} } as Said, view(5));
  await pass(1_000);
  expect(connection.snapshot.view?.seq).toBe(5);
  expect(reload).not.toHaveBeenCalled();
});
