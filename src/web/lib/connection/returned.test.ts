import { HubConnectionState, type HubConnection } from '@microsoft/signalr';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EventStreamConnection } from './eventStreamConnection.ts';
import { controlConnection } from './liveConnection.ts';
import type { ConnectionSnapshot } from './snapshot.ts';

/** A line of either kind that says only what the test says over it, and whose end nobody hears of: it is half-open. */
interface Line {
  given: boolean;
  say(seq: number): void;
}
let lines: Line[];

class Source extends EventTarget implements Line {
  declare isDead?: boolean;
  onopen = () => {};
  onerror = () => {};
  given = false;
  constructor() {
    super();
    lines.push(this);
    queueMicrotask(() => !this.isDead && this.onopen());
  }
  close() {
    this.given = true;
  }
  say(seq: number) {
    for (const [type, data] of [['view', { seq }] as const, ['beat', { at: new Date().toISOString() }] as const])
      this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

class Hub implements Line {
  declare isDead?: boolean;
  state = HubConnectionState.Disconnected;
  given = false;
  #next: (message: unknown) => void = () => {};
  #close = () => {};
  constructor() {
    lines.push(this);
  }
  onclose(run: () => void) {
    this.#close = run;
  }
  async start() {
    if (this.isDead) await new Promise(() => {});
    this.state = HubConnectionState.Connected;
  }
  async stop() {
    this.given = true;
    this.state = HubConnectionState.Disconnected;
    this.#close();
  }
  stream() {
    return { subscribe: ({ next }: { next: (message: unknown) => void }) => ((this.#next = next), { dispose() {} }) };
  }
  say(seq: number) {
    this.#next({ view: { seq, seal: `${seq}` } });
    this.#next({ beat: { seq, seal: `${seq}`, at: new Date().toISOString() } });
  }
}

interface Connection {
  readonly snapshot: ConnectionSnapshot<unknown>;
  subscribe(run: (snapshot: ConnectionSnapshot<unknown>) => void): () => void;
}

const kinds: Record<string, () => Connection> = {
  'the hub': () => controlConnection('2021', () => new Hub() as unknown as HubConnection),
  'an event stream': () => new EventStreamConnection('/public', null, null, () => new Source() as unknown as EventSource),
};

class Page extends EventTarget {
  visibilityState = 'visible';
}
let page: Page;
let window: EventTarget;
let close = () => {};
let seen: ConnectionSnapshot<unknown>[];

beforeEach(() => {
  vi.useFakeTimers();
  [page, window, lines, seen] = [new Page(), new EventTarget(), [], []];
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
});
afterEach(() => {
  close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Connects, hears one view, and then the device sleeps: no timer runs, and nothing that is sent arrives. */
async function asleep(kind: string, milliseconds: number, steadyStands = false) {
  const connection = kinds[kind]!();
  close = connection.subscribe((snapshot) => seen.push(snapshot));
  await settled();
  lines[0]!.say(5);
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  const steady = performance.now();
  vi.setSystemTime(Date.now() + milliseconds);
  vi.spyOn(performance, 'now').mockImplementation(() => steady + (steadyStands ? 0 : milliseconds));
  seen = [];
  return connection;
}

async function returns(event = 'visibilitychange') {
  page.visibilityState = 'visible';
  (event === 'visibilitychange' ? page : window).dispatchEvent(new Event(event));
}

/** Lets whatever needs no time run. */
const settled = () => vi.advanceTimersByTimeAsync(0);

const both = Object.keys(kinds);
const events = ['visibilitychange', 'pageshow', 'focus', 'online'];

test.each(both.flatMap((kind) => events.map((event) => [kind, event] as const)))(
  '%s that died while the device slept is replaced at once on %s',
  async (kind, event) => {
    const connection = await asleep(kind, 60_000);
    await returns(event);
    await settled();
    expect(lines).toHaveLength(2);
    expect(lines[0]!.given).toBe(true);
    lines[1]!.say(9);
    expect(connection.snapshot).toMatchObject({ state: 'live', view: { seq: 9 }, age: 0 });
  },
);

test.each(both)('%s is not called live again before the new one has spoken: the first picture says how old it is', async (kind) => {
  await asleep(kind, 60_000);
  await returns();
  expect(seen.length).toBeGreaterThan(0);
  await settled();
  for (const { state, age } of seen) expect({ state, age }).toEqual({ state: expect.stringMatching('offline|stale'), age: 60 });
});

test.each(both)('%s is replaced, and its picture is as old as it is, also where the steady clock stood still meanwhile', async (kind) => {
  const connection = await asleep(kind, 60_000, true);
  await returns();
  expect(connection.snapshot.age).toBe(60);
  await settled();
  expect(lines).toHaveLength(2);
});

test('the hub that spoke a moment ago is kept', async () => {
  const connection = await asleep('the hub', 1_900);
  for (const event of events) await returns(event);
  await settled();
  expect(lines).toHaveLength(1);
  expect(connection.snapshot.state).toBe('live');
});

test.each(both)('%s is replaced once, however many events tell that the device is back', async (kind) => {
  await asleep(kind, 60_000);
  for (const event of events) {
    await returns(event);
    await settled();
  }
  expect(lines).toHaveLength(2);
});

test.each(both)('%s is left alone while nobody looks', async (kind) => {
  await asleep(kind, 60_000);
  window.dispatchEvent(new Event('online'));
  await settled();
  expect(lines).toHaveLength(1);
});

test.each(both)('where the one that replaces %s is as dead as it was, yet another one is tried two seconds later', async (kind) => {
  await asleep(kind, 60_000);
  Source.prototype.isDead = Hub.prototype.isDead = true;
  await returns();
  await vi.advanceTimersByTimeAsync(2_300);
  Source.prototype.isDead = Hub.prototype.isDead = false;
  expect(lines).toHaveLength(3);
});

test('a line that opens for longer than its time is given up for another one, which is given more', async () => {
  const never = () =>
    new (class extends Hub {
      override start = () => new Promise<void>(() => {});
    })() as unknown as HubConnection;
  const connection = controlConnection('2021', never);
  close = connection.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(6_000 + 200);
  expect(lines).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(6_000 + 400);
  expect(lines).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(lines).toHaveLength(3);
});

test('one that opens after it was given up does not take the place of the one that speaks', async () => {
  let open = () => {};
  class Slow extends Hub {
    override start = () => new Promise<void>((resolve) => (open = resolve));
  }
  const made = [() => new Slow(), () => new Hub()];
  const connection = controlConnection('2021', () => made.shift()!() as unknown as HubConnection);
  close = connection.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(6_200);
  lines[1]!.say(5);
  open();
  await settled();
  expect(connection.snapshot).toMatchObject({ state: 'live', view: { seq: 5 } });
  const sent = vi.fn(async () => ({ commandId: 'x', seq: 6 }));
  Object.assign(lines[1]!, { invoke: sent });
  expect(await connection.send({ type: 'start' })).toEqual({ commandId: 'x', seq: 6, connection: connection.snapshot.connection });
});
