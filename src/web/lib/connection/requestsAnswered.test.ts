import { beforeEach, expect, test, vi } from 'vitest';
import {
  control,
  kinds,
  view,
  beat,
  ok,
  problem,
  after,
  look,
  open,
  pass,
  Hub,
  inAWorldOfItsOwn,
  world,
  type Said,
} from './world.fixtures.ts';

const reload = vi.hoisted(() => vi.fn());
vi.mock('../reloadOnce.ts', async (original) => ({ ...(await original<object>()), reloadOnce: reload }));

inAWorldOfItsOwn();
beforeEach(() => reload.mockClear());

test('a server that has turned us away over the stream is not asked otherwise', async () => {
  world.network = 'open';
  await open(control());
  for (let i = 0; i < 8; i++) {
    (world.streams.at(-1) as Hub).refuse('not_allowed');
    await pass(3_000);
  }
  // The device is busy with other things for a while: nothing of this page runs.
  (world.streams.at(-1) as Hub).refuse('not_allowed');
  await pass(250);
  const steady = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => steady + 10_000);
  await pass(500);
  expect(world.asked).toHaveLength(0);
  vi.restoreAllMocks();
});

test('where both ways are turned away, the stream alone goes on asking', async () => {
  const connection = await open(control());
  world.answer = () => problem(403, { code: 'not_allowed' });
  await pass(9_000);
  world.network = 'open';
  world.window.dispatchEvent(new Event('online'));
  await pass(0);
  (world.streams.at(-1) as Hub).refuse('not_allowed');
  await pass(0);
  const before = world.asked.length;
  await pass(2_500);
  expect(world.asked.length).toBe(before);
  expect(connection.snapshot.refused).toBe('not_allowed');
});

test('a server that wants to be left alone for a while is', async () => {
  world.answer = () => new Response('{"code":"too_many_visitors"}', { status: 503, headers: { 'retry-after': '5' } });
  const connection = await open(kinds['an event stream']!());
  await pass(5_000 + 4_900);
  expect(world.asked).toHaveLength(1);
  expect(connection.snapshot.unavailable).toBe('too_many_visitors');
  await pass(200);
  expect(world.asked).toHaveLength(2);
});

test('after questions that nobody has answered it may be another log: what was answered before is not waited for', async () => {
  const connection = await open(control());
  await pass(5_000);
  const first = connection.snapshot.connection;
  world.answer = () => ok();
  await pass(3_000);
  expect(connection.snapshot.connection).toBe(first);
  world.answer = () => null;
  await pass(1_000);
  world.answer = () => ok();
  await pass(1_000);
  expect(connection.snapshot.connection).toBeGreaterThan(first);
});

test('a log in which our place is not is another one: its whole view is taken, and counts as of another line', async () => {
  const connection = await open(control());
  await pass(5_000);
  const first = connection.snapshot.connection;
  world.answer = () => ok(view(3, 'b'));
  await pass(1_000);
  expect(connection.snapshot).toMatchObject({ view: { seq: 3, seal: 'b3' } });
  expect(connection.snapshot.connection).toBeGreaterThan(first);
});

test('a public page that nobody looks at lets its lines go, and takes the whole view on return', async () => {
  world.network = 'open';
  const connection = await open(kinds['an event stream']!());
  world.streams[0]!.say(view(5), beat());
  look('hidden');
  expect(world.streams[0]!.given).toBe(true);
  await pass(20_000);
  expect([world.streams.length, world.asked.length]).toEqual([1, 0]);
  look('visible');
  expect(connection.snapshot).toMatchObject({ state: 'stale', age: 20, view: { seq: 5 } });
  await pass(0);
  expect(world.streams[1]!.after).toEqual([null]);
  world.streams[1]!.say(view(9), beat());
  expect(connection.snapshot).toMatchObject({ state: 'live', view: { seq: 9 } });
});

test('its questions end as well while nobody looks', async () => {
  const connection = await open(kinds['an event stream']!());
  await pass(6_000);
  look('hidden');
  const before = [world.streams.length, world.asked.length];
  await pass(60_000);
  expect([world.streams.length, world.asked.length]).toEqual(before);
  look('visible');
  await pass(5_500);
  expect(after(before[1]!)).toBeNull();
  expect(connection.snapshot).toMatchObject({ state: 'live', way: 'requests' });
});

test('a control room goes on while nobody looks', async () => {
  world.network = 'open';
  await open(control());
  look('hidden');
  expect(world.streams[0]!.given).toBe(false);
});

test.each([
  ['a path that is gone', () => ((world.answer = () => problem(404)), pass(5_000))],
  [
    'a hub that does not know the method',
    () => ((world.network = 'open'), pass(400).then(() => (world.streams.at(-1) as Hub).refuse('unknown_method'))),
  ],
  [
    'a hub that wants other arguments',
    () => ((world.network = 'open'), pass(400).then(() => (world.streams.at(-1) as Hub).refuse('bad_arguments'))),
  ],
] as const)('%s makes the page load itself anew', async (_, meet) => {
  await open(control());
  await meet();
  await pass(0);
  expect(reload).toHaveBeenCalled();
});

test('what our server does not have is no reason to load anew, nor is a message that this page does not know', async () => {
  const connection = await open(control());
  world.answer = () => problem(404, { code: 'unknown_teleconference' });
  await pass(5_000);
  world.answer = () => ok({ news: {} } as Said, view(5));
  await pass(1_000);
  expect(connection.snapshot.view?.seq).toBe(5);
  expect(reload).not.toHaveBeenCalled();
});
