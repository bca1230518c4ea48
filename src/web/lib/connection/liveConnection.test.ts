import { HubConnectionState, type HubConnection } from '@microsoft/signalr';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ControlMessage, CommandRequest, SiteView } from '../api/index.ts';
import { controlConnection, newCommandId, siteConnection } from './liveConnection.ts';

/** A hub that does what the test tells it to. */
class Hub {
  state = HubConnectionState.Disconnected;
  after: (string | null)[] = [];
  sent: CommandRequest[] = [];
  answer: ((value: unknown) => void) | null = null;
  #fail: ((error: Error) => void) | null = null;
  #close = () => {};
  #observer: { next(message: ControlMessage): void; error(e: Error): void } | null = null;

  onclose(run: () => void) {
    this.#close = run;
  }
  async start() {
    this.state = HubConnectionState.Connected;
  }
  async stop() {
    this.break();
  }
  stream(_: string, ...args: unknown[]) {
    this.after.push(args.at(-1) as string | null);
    return { subscribe: (observer: never) => ((this.#observer = observer), { dispose() {} }) };
  }
  invoke(_: string, _id: string, envelope: CommandRequest) {
    this.sent.push(envelope);
    return new Promise((answer, fail) => ((this.answer = answer), (this.#fail = fail)));
  }
  push(message: ControlMessage) {
    this.#observer!.next(message);
  }
  refuse(message: string) {
    this.#observer!.error(new Error(message));
  }
  fail(message: string) {
    this.#fail!(new Error(message));
  }
  break() {
    this.state = HubConnectionState.Disconnected;
    this.#fail?.(new Error('closed'));
    this.#close();
  }
}

let hubs: Hub[];
let close: () => void;
let connection: ReturnType<typeof controlConnection>;

const view = (seq: number, log = 'a') => ({ view: { seq, seal: `${log}${seq}`, sites: [] } }) as unknown as ControlMessage;
const update = (from: number, to: number, log = 'a') =>
  ({ update: { from, fromSeal: `${log}${from}`, to, toSeal: `${log}${to}` } }) as ControlMessage;

let window: EventTarget;

beforeEach(async () => {
  vi.useFakeTimers();
  window = new EventTarget();
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  hubs = [];
  connection = controlConnection('2021', () => {
    const hub = new Hub();
    hubs.push(hub);
    return hub as unknown as HubConnection;
  });
  close = connection.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('it asks for the whole view first, and follows updates', () => {
  expect(hubs[0]!.after).toEqual([null]);
  hubs[0]!.push(view(5));
  hubs[0]!.push(update(5, 6));
  expect(connection.snapshot.view?.seq).toBe(6);
  expect(connection.snapshot.state).toBe('live');
});

test('a gap makes it ask for the whole view again on the same connection', async () => {
  hubs[0]!.push(view(5));
  hubs[0]!.push(update(7, 8));
  await vi.advanceTimersByTimeAsync(0);
  expect(hubs[0]!.after).toEqual([null, null]);
  expect(hubs).toHaveLength(1);
});

test('after a break it is offline at once, connects by itself and goes on from its last seq', async () => {
  hubs[0]!.push(view(5));
  hubs[0]!.break();
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.snapshot.state).toBe('offline');
  await vi.advanceTimersByTimeAsync(200);
  expect(hubs[1]!.after).toEqual(['5-a5']);
});

test('a server that came back with another log is asked for what follows, and its whole view replaces all of the old', async () => {
  hubs[0]!.push(view(9, 'a'));
  hubs[0]!.push({ update: { from: 9, fromSeal: 'a9', to: 10, toSeal: 'a10', sites: [{ id: 'old' }] } } as never);
  hubs[0]!.break();
  await vi.advanceTimersByTimeAsync(200);
  expect(hubs[1]!.after).toEqual(['10-a10']);
  hubs[1]!.push(view(7, 'b'));
  expect(connection.snapshot).toMatchObject({ view: { seq: 7, seal: 'b7', sites: [] }, connection: 2, state: 'live' });
  hubs[1]!.push(update(7, 8, 'b'));
  expect(connection.snapshot.view).toMatchObject({ seq: 8, seal: 'b8' });
});

test('the view is of the new connection once a heartbeat says that this was all: an update may be followed by more', async () => {
  hubs[0]!.push(view(5));
  expect(connection.snapshot.connection).toBe(1);
  hubs[0]!.break();
  await vi.advanceTimersByTimeAsync(200);
  hubs[1]!.push(update(5, 6));
  expect(connection.snapshot.connection).toBe(1);
  hubs[1]!.push({ beat: { seq: 6, seal: 'a6', at: new Date().toISOString(), heardAt: new Date().toISOString() } });
  expect(connection.snapshot.connection).toBe(2);
});

test('what the server does not allow is told by its code, until it is allowed', async () => {
  hubs[0]!.refuse("Failed to invoke 'Control' due to an error on the server. HubException: not_allowed");
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.snapshot.refused).toBe('not_allowed');
  await vi.advanceTimersByTimeAsync(200);
  hubs[1]!.push(view(1));
  expect(connection.snapshot.refused).toBeUndefined();
});

test('what keeps the server from storing commands is told until a heartbeat comes without it', () => {
  const beat = (trouble?: 'journal_lost') =>
    hubs[0]!.push({ beat: { seq: 5, seal: 'a5', at: new Date().toISOString(), heardAt: new Date().toISOString(), trouble } });
  hubs[0]!.push(view(5));
  expect(connection.snapshot.trouble).toBeUndefined();
  beat('journal_lost');
  hubs[0]!.push(update(5, 6));
  expect(connection.snapshot.trouble).toBe('journal_lost');
  beat();
  expect(connection.snapshot.trouble).toBeUndefined();
});

test('it never stops trying', async () => {
  for (let i = 0; i < 40; i++) {
    hubs.at(-1)!.break();
    await vi.advanceTimersByTimeAsync(3_000);
  }
  expect(hubs).toHaveLength(41);
});

test('a command whose answer was lost is sent again as the same envelope until it is answered', async () => {
  const answer = connection.send({ type: 'start' });
  await vi.advanceTimersByTimeAsync(0);
  hubs[0]!.break();
  await vi.advanceTimersByTimeAsync(200);
  expect(hubs[1]!.sent).toEqual(hubs[0]!.sent);
  hubs[1]!.answer!({ commandId: 'x', seq: 3 });
  expect(await answer).toEqual({ commandId: 'x', seq: 3, connection: 2 });
});

test('an error that the server answers with is not sent again', async () => {
  const answer = connection.send({ type: 'start' }).catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(0);
  hubs[0]!.fail('no');
  expect(await answer).toBe('no');
  expect(hubs[0]!.sent).toHaveLength(1);
});

test('each command has an id of its own, also where it is the same as one before', async () => {
  void connection.send({ type: 'start' });
  void connection.send({ type: 'start' });
  await vi.advanceTimersByTimeAsync(0);
  expect(new Set(hubs[0]!.sent.map((sent) => sent.commandId)).size).toBe(2);
});

test('a command that is given while the connection is down goes out once it is up', async () => {
  hubs[0]!.break();
  await vi.advanceTimersByTimeAsync(0);
  void connection.send({ type: 'start' }, 'kept');
  await vi.advanceTimersByTimeAsync(200);
  expect(hubs[1]!.sent.map((sent) => sent.commandId)).toEqual(['kept']);
});

test('a site speaks as its coordinator, whatever else this browser is signed in to', async () => {
  const hub = new Hub();
  const site = siteConnection('2021', 'shymkent', () => hub as unknown as HubConnection);
  const closeSite = site.subscribe(() => {});
  void site.send({ type: 'confirm_launch', launchId: 'cans', attempt: 1 });
  await vi.advanceTimersByTimeAsync(0);
  expect(hub.sent[0]!.asSite).toBe('shymkent');
  closeSite();
});

test('command ids are UUIDs also where the browser keeps randomUUID back', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  expect(newCommandId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  vi.unstubAllGlobals();
});

test('a view that the device kept is shown as old as it is, and asked for anew', async () => {
  const hub = new Hub();
  const cached = { view: { seq: 5 } as SiteView, at: Date.now() - 60_000 };
  const site = siteConnection('2021', 'shymkent', () => hub as unknown as HubConnection, cached);
  const closeSite = site.subscribe(() => {});
  expect(site.snapshot).toMatchObject({ state: 'connecting', age: 60, view: cached.view });
  await vi.advanceTimersByTimeAsync(0);
  expect(hub.after).toEqual([null]);
  hub.break();
  await vi.advanceTimersByTimeAsync(0);
  expect(site.snapshot).toMatchObject({ state: 'offline', age: 60 });
  closeSite();
});

test('a connection that opens nobody knows when is as good as down after three seconds', async () => {
  const never = { onclose() {}, start: () => new Promise(() => {}), stop: async () => {} } as unknown as HubConnection;
  const site = siteConnection('2021', 'shymkent', () => never, { view: { seq: 5 } as SiteView, at: Date.now() });
  const closeSite = site.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(2_900);
  expect(site.snapshot.state).toBe('connecting');
  await vi.advanceTimersByTimeAsync(200);
  expect(site.snapshot.state).toBe('offline');
  closeSite();
});

test.each(['ledger_silent', 'access_unavailable'])(
  'with %s nobody is turned away: the picture stays, with its age, and it is asked again',
  async (code) => {
    hubs[0]!.push(view(5));
    hubs[0]!.break();
    await vi.advanceTimersByTimeAsync(200);
    expect(hubs[1]!.after, 'it brings its place').toEqual(['5-a5']);
    hubs[1]!.refuse(`An unexpected error occurred invoking 'Control' on the server. HubException: ${code}`);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(connection.snapshot).toMatchObject({ state: 'stale', refused: undefined, unavailable: code, view: { seq: 5 } });
    expect(connection.snapshot.age).toBeGreaterThanOrEqual(3);
    hubs.at(-1)!.push(update(5, 6));
    expect(connection.snapshot).toMatchObject({ state: 'live', unavailable: undefined, view: { seq: 6 } });
  },
);

test('a server that has heard nothing itself makes the picture old, over a good line', () => {
  hubs[0]!.push(view(5));
  const at = Date.now();
  hubs[0]!.push({
    beat: { seq: 5, seal: 'a5', at: new Date(at).toISOString(), heardAt: new Date(at - 7_500).toISOString(), trouble: 'ledger_silent' },
  });
  expect(connection.snapshot).toMatchObject({ state: 'stale', age: 7, trouble: 'ledger_silent' });
});

test('a connection that is turned away says so until it is let in again', async () => {
  hubs[0]!.refuse("An unexpected error occurred invoking 'Site' on the server. HubException: not_allowed");
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.snapshot.refused).toBe('not_allowed');
  await vi.advanceTimersByTimeAsync(200);
  expect(connection.snapshot.refused, 'connected, but not let in yet').toBe('not_allowed');
  hubs[1]!.push(view(5));
  expect(connection.snapshot.refused).toBeUndefined();
});
