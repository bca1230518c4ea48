import { expect, test } from 'vitest';
import { hubCode } from './serverCode.ts';
import { control, Hub, inAWorldOfItsOwn, open, pass, problem, view, world } from './world.fixtures.ts';

inAWorldOfItsOwn();

test('commands go by POST, and again under the same id until they are answered', async () => {
  const connection = await open(control());
  const sent = connection.send({ type: 'start' });
  await pass(4_000);
  expect(world.posted).toHaveLength(0);
  await pass(3_000);
  expect(new Set(world.posted.map(({ commandId }) => commandId)).size).toBe(1);
  expect(world.posted.length).toBeGreaterThan(1);
  const [{ commandId }] = world.posted as [{ commandId: string }];
  world.post = () => new Response(JSON.stringify({ commandId, seq: 6 }));
  await pass(1_500);
  const answered = await sent;
  expect(answered).toEqual({ commandId, seq: 6, connection: connection.snapshot.connection });
});

test('a command that a server which stands still has taken goes again at once, and each time waits longer: the line may be bad', async () => {
  const connection = await open(control());
  await pass(5_500);
  world.hangs = true;
  const sent = connection.send({ type: 'start' }, 'kept');
  await pass(3_900);
  expect(world.posted).toHaveLength(1);
  await pass(200);
  expect(world.posted).toHaveLength(2);
  await pass(7_700);
  expect(world.posted).toHaveLength(2);
  world.hangs = false;
  world.post = () => new Response(JSON.stringify({ commandId: 'kept', seq: 6 }));
  await pass(8_000);
  expect(world.posted).toMatchObject([{ commandId: 'kept' }, { commandId: 'kept' }, { commandId: 'kept' }]);
  expect((await sent).seq).toBe(6);
});

test('a refusal is an answer by POST, too, and another code is thrown with it', async () => {
  const connection = await open(control());
  await pass(5_500);
  world.post = () =>
    problem(409, {
      code: 'on_air_moved',
      state: 'opening',
      launches: ['mill'],
      changedBy: 6,
      seq: 7,
      commandId: world.posted[0]!.commandId,
    });
  expect(await connection.send({ type: 'start' }, 'mine')).toMatchObject({
    commandId: 'mine',
    refusal: 'on_air_moved',
    state: 'opening',
    launches: ['mill'],
    changedBy: 6,
    seq: 7,
  });
  world.post = () => problem(503, { code: 'outcome_unknown' });
  expect(await connection.send({ type: 'start' }).catch(hubCode)).toBe('outcome_unknown');
});

test('a command whose hub has died goes on by POST, under the same id', async () => {
  world.network = 'open';
  const connection = await open(control());
  const hub = world.streams[0] as Hub;
  hub.say(view(5));
  world.post = () => new Response(JSON.stringify({ commandId: 'kept', seq: 6 }));
  const sent = connection.send({ type: 'start' }, 'kept');
  await pass(0);
  expect(hub.invoked).toMatchObject([{ commandId: 'kept' }]);
  world.network = 'down';
  hub.break();
  await pass(6_000);
  expect(world.posted).toMatchObject([{ commandId: 'kept' }]);
  expect((await sent).seq).toBe(6);
});
