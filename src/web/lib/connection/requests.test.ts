import { beforeEach, expect, test, vi } from 'vitest';
import {
  control,
  kinds,
  both,
  view,
  update,
  beat,
  ok,
  problem,
  after,
  look,
  open,
  pass,
  inAWorldOfItsOwn,
  world,
} from './world.fixtures.ts';

const reload = vi.hoisted(() => vi.fn());
vi.mock('../reloadOnce.ts', async (original) => ({ ...(await original<object>()), reloadOnce: reload }));

inAWorldOfItsOwn();
beforeEach(() => reload.mockClear());

test.each(both.flatMap((kind) => (['down', 'hangs', 'open'] as const).map((how) => [kind, how] as const)))(
  'where %s is %s and brings nothing for five seconds, it is asked each second',
  async (kind, how) => {
    world.network = how;
    const connection = await open(kinds[kind]!());
    await pass(4_900);
    expect(world.asked).toHaveLength(0);
    await pass(200);
    expect(connection.snapshot).toMatchObject({ view: { seq: 5 }, state: 'live', way: 'requests', age: 0 });
    world.answer = () => ok();
    const begun = world.asked.length;
    for (let i = 0; i < 40; i++) {
      await pass(250);
      expect(connection.snapshot.state).toBe('live');
    }
    expect(world.asked.length - begun).toBe(10);
  },
);

test.each(both)('%s that speaks is all there is', async (kind) => {
  world.network = 'open';
  const connection = await open(kinds[kind]!());
  for (let i = 0; i < 10; i++) {
    world.streams[0]!.say(i ? beat() : view(5));
    await pass(1_000);
  }
  expect(world.asked).toHaveLength(0);
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
  world.answer = () => ok(update(5, 6));
  await pass(1_000);
  expect(connection.snapshot.view?.seq).toBe(6);
  world.answer = () => ok(update(8, 9));
  await pass(1_000);
  expect(connection.snapshot.view?.seq).toBe(6);
  world.answer = () => ok(view(9));
  await pass(1_000);
  expect(after(-1)).toBeNull();
  expect(connection.snapshot.view?.seq).toBe(9);
});

test.each(both)('beside the questions %s is tried each half minute, and they end only when it has spoken', async (kind) => {
  const connection = await open(kinds[kind]!());
  await pass(8_000);
  world.answer = () => ok();
  const tried = world.streams.length;
  await pass(30_000);
  expect(world.streams.length - tried).toBe(1);
  world.network = 'open';
  for (let quarters = 0; quarters <= 120 && !world.streams.at(-1)!.opened; quarters++) await pass(250);
  expect(world.streams.at(-1)!.opened).toBe(true);
  const before = world.asked.length;
  await pass(2_000);
  expect(world.asked.length - before, 'it has opened, and said nothing').toBe(2);
  world.streams.at(-1)!.say(beat());
  expect(connection.snapshot).toMatchObject({ way: 'stream', state: 'live' });
  await pass(1_500);
  expect(world.asked.length - before).toBeLessThanOrEqual(2);
});

test.each(both)('%s that opens and stays silent is given up, while questions go on', async (kind) => {
  world.network = 'open';
  const connection = await open(kinds[kind]!());
  await pass(12_500);
  expect(world.streams[0]!.given).toBe(true);
  expect(connection.snapshot).toMatchObject({ way: 'requests', state: 'live' });
  expect(world.streams.length).toBeLessThanOrEqual(2);
});

test.each(both.flatMap((kind) => (['down', 'hangs'] as const).map((how) => [kind, how] as const)))(
  '%s is tried at once when the network is back, also where the one before still %s',
  async (kind, how) => {
    await open(kinds[kind]!());
    await pass(32_000);
    world.network = how;
    await pass(6_500);
    const tried = world.streams.length;
    world.window.dispatchEvent(new Event('online'));
    await pass(0);
    expect(world.streams.length - tried).toBe(1);
  },
);

test.each(both)('%s that breaks is tried again first, and questions begin five seconds after its last word', async (kind) => {
  world.network = 'open';
  const connection = await open(kinds[kind]!());
  world.streams[0]!.say(view(5));
  world.network = 'down';
  world.streams[0]!.break();
  await pass(4_500);
  expect(world.streams.length).toBeGreaterThan(3);
  expect(world.asked).toHaveLength(0);
  expect(connection.snapshot.state).toBe('offline');
  world.answer = () => ok();
  await pass(750);
  expect(connection.snapshot).toMatchObject({ way: 'requests', state: 'live' });
});

test.each(both)('while neither way is answered both are tried, and a server that is back is found in a second by %s', async (kind) => {
  world.answer = () => null;
  const connection = await open(kinds[kind]!());
  await pass(60_000);
  const [tried, questions] = [world.streams.length, world.asked.length];
  await pass(9_000);
  expect(world.streams.length - tried).toBe(3);
  expect(world.asked.length - questions).toBe(9);
  world.answer = () => ok(view(5));
  await pass(1_000);
  expect(connection.snapshot).toMatchObject({ way: 'requests', state: 'live' });
  expect(world.streams.length - tried, 'the stream is tried at once, too').toBe(4);
});

test.each(both)('one question without an answer is no lost line, two are; then %s is tried again quickly', async (kind) => {
  const connection = await open(kinds[kind]!());
  await pass(8_000);
  const tried = world.streams.length;
  world.answer = () => null;
  await pass(1_000);
  expect(connection.snapshot.state).toBe('live');
  await pass(1_250);
  expect(connection.snapshot.state).toBe('offline');
  expect(world.streams.length - tried).toBeGreaterThanOrEqual(2);
});

test('a question that nobody answers is given up in its time', async () => {
  await open(control());
  world.hangs = true;
  await pass(5_000 + 6_000 + 100);
  expect(world.asked.map(({ aborted }) => aborted)).toEqual([true, false]);
});

test('a page that is looked at again does not wait for a question that was asked before', async () => {
  await open(control());
  await pass(6_000);
  world.hangs = true;
  await pass(4_000);
  world.hangs = false;
  const before = world.asked.length;
  look('visible');
  await pass(0);
  expect(world.asked.length - before).toBe(1);
});

test.each(both)('%s is not gone back by: what it says was asked for before the questions went on', async (kind) => {
  world.network = 'hangs';
  const connection = await open(kinds[kind]!());
  await pass(5_000);
  world.network = 'open';
  await pass(2_000);
  world.window.dispatchEvent(new Event('online'));
  await pass(0);
  world.answer = () => ok(view(8));
  await pass(1_000);
  expect(connection.snapshot.view?.seq).toBe(8);
  const stream = world.streams.at(-1)!;
  const seen: number[] = [];
  const stop = connection.subscribe(() => seen.push(connection.snapshot.view!.seq));
  stream.say(view(6));
  await pass(0);
  const now = world.streams.at(-1)!;
  expect(now.after.at(-1)).toBe('8-a8');
  now.say(view(9));
  expect(new Set(seen)).toEqual(new Set([8, 9]));
  expect(connection.snapshot.way).toBe('stream');
  stop();
});

test('a code is told as over the stream: turned away, or not just now', async () => {
  const connection = await open(control());
  world.answer = () => problem(403, { code: 'not_allowed' });
  await pass(5_000);
  expect(connection.snapshot.refused).toBe('not_allowed');
  await pass(4_000);
  expect(connection.snapshot.refused, 'a stream that is tried meanwhile changes nothing').toBe('not_allowed');
  world.answer = () => problem(503, { code: 'ledger_silent' });
  await pass(1_000);
  expect(connection.snapshot).toMatchObject({ refused: undefined, unavailable: 'ledger_silent' });
  world.answer = () => ok(view(5));
  await pass(1_000);
  expect(connection.snapshot).toMatchObject({ refused: undefined, unavailable: undefined, state: 'live' });
  expect(reload).not.toHaveBeenCalled();
});
