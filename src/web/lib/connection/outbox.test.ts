import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command } from '../api/index.ts';
import type { Answer } from './liveConnection.ts';
import { Outbox } from './outbox.ts';

/** What a browser gives every tab of an origin. */
class Device implements Storage {
  readonly #kept = new Map<string, string>();
  full = false;
  get length() {
    return this.#kept.size;
  }
  key(i: number) {
    return [...this.#kept.keys()][i] ?? null;
  }
  getItem(key: string) {
    return this.#kept.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.full) throw new DOMException('no room', 'QuotaExceededError');
    this.#kept.set(key, value);
  }
  removeItem(key: string) {
    this.#kept.delete(key);
  }
  clear() {
    this.#kept.clear();
  }
}

/** A server that answers when the test says so. */
class Server {
  sent: { commandId: string; command: Command }[] = [];
  #open: { answer(a: Answer): void; fail(e: Error): void }[] = [];
  send = (command: Command, commandId: string) => {
    this.sent.push({ commandId, command });
    return new Promise<Answer>((answer, fail) => this.#open.push({ answer, fail }));
  };
  async answer(answer: Partial<Answer> = {}) {
    this.#open.shift()!.answer({ commandId: this.sent.at(-1)!.commandId, seq: 7, connection: 1, ...answer });
    await settled();
  }
  async fail(why = 'no') {
    this.#open.shift()!.fail(new Error(why));
    await settled();
  }
}

const settled = () => vi.advanceTimersByTimeAsync(0);
const confirm = (launchId: string): Command => ({ type: 'confirm_launch', launchId, attempt: 1 });
const waiting = (outbox: Outbox) => outbox.state.waiting.map(({ command }) => (command as { launchId: string }).launchId);

let device: Device;
let server: Server;
const tab = (from = server, storage: Storage | undefined = device, site = 'aksu') => new Outbox('2017', site, from.send, storage);

beforeEach(() => {
  vi.useFakeTimers();
  [device, server] = [new Device(), new Server()];
});
afterEach(() => vi.useRealTimers());

test('commands go one after another, in the order in which they were given', async () => {
  const outbox = tab();
  for (let i = 1; i <= 12; i++) outbox.enqueue(confirm(String(i)), i);
  for (let i = 1; i <= 12; i++) {
    expect(server.sent).toHaveLength(i);
    await server.answer();
  }
  expect(server.sent.map(({ command }) => (command as { launchId: string }).launchId)).toEqual('1 2 3 4 5 6 7 8 9 10 11 12'.split(' '));
  expect(outbox.state.waiting).toEqual([]);
});

test('a command is on the device before it is sent', () => {
  const kept: number[] = [];
  const outbox = new Outbox('2017', 'aksu', () => (kept.push(device.length), new Promise(() => {})), device);
  outbox.enqueue(confirm('a'), 1);
  expect(kept).toEqual([1]);
});

test('after a reload what was not answered is sent again under the same ids, in the same order', async () => {
  const before = tab();
  before.enqueue(confirm('a'), 1);
  before.enqueue(confirm('b'), 2);
  const ids = before.state.waiting.map(({ commandId }) => commandId);
  const after = new Server();
  const outbox = tab(after);
  expect(waiting(outbox)).toEqual(['a', 'b']);
  await after.answer();
  await after.answer();
  expect(after.sent.map(({ commandId }) => commandId)).toEqual(ids);
  expect(device.length).toBe(0);
});

test('what was taken is remembered until the view has come as far', async () => {
  const outbox = tab();
  outbox.enqueue(confirm('a'), 1);
  await server.answer({ seq: 9 });
  outbox.viewReached({ seq: 8, connection: 1 });
  expect(outbox.state.accepted).toHaveLength(1);
  outbox.viewReached({ seq: 9, connection: 1 });
  expect(outbox.state.accepted).toEqual([]);
});

test('what was taken into a log that is no more is forgotten with it: the new log says what stands', async () => {
  const outbox = tab();
  outbox.enqueue(confirm('a'), 1);
  outbox.viewReached({ seq: 8, connection: 1 });
  await server.answer({ seq: 9 });
  // The line is back, and the log of the restored backup ends before what was answered.
  outbox.viewReached({ seq: 5, connection: 2 });
  expect(outbox.state.accepted).toEqual([]);
});

test('what is answered while the device still shows a longer log from before is remembered until the new view has it', async () => {
  const outbox = tab();
  outbox.viewReached({ seq: 50, connection: 0 });
  outbox.enqueue(confirm('a'), 1);
  await server.answer({ seq: 9 });
  expect(outbox.state.accepted).toHaveLength(1);
  outbox.viewReached({ seq: 9, connection: 1 });
  expect(outbox.state.accepted).toEqual([]);
});

test('a word that waits is sent again over the next line under its id, and settles by what the other log answers', async () => {
  const outbox = tab();
  outbox.viewReached({ seq: 50, connection: 1 });
  outbox.enqueue(confirm('a'), 1);
  await server.fail('closed');
  outbox.viewReached({ seq: 5, connection: 2 });
  await vi.advanceTimersByTimeAsync(500);
  expect(waiting(outbox)).toEqual(['a']);
  await server.answer({ seq: 5, connection: 2, refusal: 'launch_not_called' });
  expect(outbox.state.refused.map(({ refusal }) => refusal)).toEqual(['launch_not_called']);
  expect(new Set(server.sent.map(({ commandId }) => commandId)).size).toBe(1);
});

test('what the view has before the answer is here is not waited for', async () => {
  const outbox = tab();
  outbox.enqueue(confirm('a'), 1);
  outbox.viewReached({ seq: 9, connection: 1 });
  await server.answer({ seq: 9 });
  expect(outbox.state.accepted).toEqual([]);
});

test('a refused command stays until the coordinator has seen it, and holds up nothing', async () => {
  const outbox = tab();
  outbox.enqueue(confirm('a'), 1);
  outbox.enqueue(confirm('b'), 2);
  await server.answer({ refusal: 'call_superseded' });
  await server.answer();
  expect(outbox.state.refused.map(({ refusal }) => refusal)).toEqual(['call_superseded']);
  expect(outbox.state.waiting).toEqual([]);
  expect(tab(new Server()).state.refused, 'also after a reload').toHaveLength(1);
  outbox.dismiss(outbox.state.refused[0]!.commandId);
  expect(outbox.state.refused).toEqual([]);
  expect(device.length).toBe(0);
});

test('a word whose id was used for another command is refused as such, and saying it again makes a new id', async () => {
  const outbox = tab();
  outbox.enqueue(confirm('a'), 1);
  await server.answer({ refusal: 'command_id_reused' });
  expect(outbox.state.refused.map(({ refusal }) => refusal)).toEqual(['command_id_reused']);
  expect(outbox.state.waiting).toEqual([]);
  outbox.enqueue(confirm('a'), 2);
  await server.answer();
  expect(new Set(server.sent.map(({ commandId }) => commandId)).size).toBe(2);
  expect(outbox.state.refused, 'until it was seen').toHaveLength(1);
});

test('what still waits cannot be dismissed', () => {
  const outbox = tab();
  outbox.enqueue(confirm('a'), 1);
  outbox.dismiss(outbox.state.waiting[0]!.commandId);
  expect(waiting(outbox)).toEqual(['a']);
});

test('an error of the server is tried again under the same id', async () => {
  const outbox = tab();
  outbox.enqueue(confirm('a'), 1);
  await server.fail();
  await vi.advanceTimersByTimeAsync(500);
  await server.answer();
  expect(new Set(server.sent.map(({ commandId }) => commandId)).size).toBe(1);
  expect(outbox.state).toMatchObject({ waiting: [], refused: [] });
});

test('a command that the server can never take is said to have failed, and those behind it go', async () => {
  const outbox = tab();
  outbox.enqueue(confirm('a'), 1);
  outbox.enqueue(confirm('b'), 2);
  for (let i = 0; i < 10; i++) {
    await server.fail();
    await vi.advanceTimersByTimeAsync(4_000);
  }
  expect(outbox.state.refused.map(({ refusal }) => refusal)).toEqual(['failed']);
  await server.answer();
  expect(outbox.state.waiting).toEqual([]);
});

test.each(['journal_unavailable', 'log_unreadable', 'access_unavailable', 'outcome_unknown'])(
  'with %s a command waits as long as it takes, and then is taken',
  async (code) => {
    const outbox = tab();
    outbox.enqueue(confirm('a'), 1);
    for (let i = 0; i < 50; i++) {
      await server.fail(`An unexpected error occurred invoking 'Send' on the server. HubException: ${code}`);
      await vi.advanceTimersByTimeAsync(4_000);
    }
    expect(waiting(outbox)).toEqual(['a']);
    await server.answer();
    expect(outbox.state).toMatchObject({ waiting: [], refused: [] });
  },
);

test('two tabs lose nothing and end with nothing, whichever is answered first', async () => {
  const [one, two, other] = [tab(), tab(new Server()), new Server()];
  const second = tab(other);
  one.enqueue(confirm('a'), 1);
  second.refresh(); // the storage event
  second.enqueue(confirm('b'), 2);
  one.refresh();
  expect(waiting(one)).toEqual(['a', 'b']);
  await server.answer();
  await other.answer();
  await server.answer();
  await other.answer();
  expect(one.state.waiting).toEqual([]);
  expect(two.state.waiting).toEqual([]);
  const ids = [...server.sent, ...other.sent].map(({ commandId }) => commandId);
  expect(new Set(ids).size, 'two commands, sent by both').toBe(2);
});

test('a refusal that was dismissed in one tab does not come back from another', async () => {
  const other = new Server();
  const one = tab();
  one.enqueue(confirm('a'), 1);
  const two = tab(other);
  await server.answer({ refusal: 'launch_not_called' });
  one.dismiss(one.state.refused[0]!.commandId);
  await other.answer({ refusal: 'launch_not_called' });
  expect(two.state).toMatchObject({ waiting: [], refused: [] });
});

test('where the device has no room it goes on in memory, and says that a reload would lose it', async () => {
  device.full = true;
  const outbox = tab();
  expect(outbox.state.durable).toBe(true);
  outbox.enqueue(confirm('a'), 1);
  expect(outbox.state.durable).toBe(false);
  expect(waiting(outbox)).toEqual(['a']);
  await server.answer();
  expect(outbox.state).toMatchObject({ waiting: [], durable: true });
});

test('where the browser gives no storage at all it works in memory', async () => {
  const outbox = new Outbox('2017', 'aksu', server.send, undefined);
  outbox.enqueue(confirm('a'), 1);
  expect(outbox.state.durable).toBe(false);
  await server.answer();
  expect(outbox.state.waiting).toEqual([]);
});

test('another site, another teleconference and damaged words are left alone', () => {
  device.setItem('outbox/2017/aksu/000000001/x', '{"commandId":');
  tab(server, device, 'aksu-2').enqueue(confirm('b'), 1);
  new Outbox('2021', 'aksu', server.send, device).enqueue(confirm('c'), 1);
  const outbox = tab();
  expect(waiting(outbox)).toEqual([]);
  outbox.enqueue(confirm('a'), 1);
  expect(waiting(outbox)).toEqual(['a']);
});
