import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command } from '../../lib/api/index.ts';
import type { Answer } from '../../lib/connection/index.ts';
import { availableActions, offered } from './actions.ts';
import { commandOf } from './commands.ts';
import { OperatorActions, rereadTime, settleTime } from './operatorActions.svelte.ts';
import { launch, show, view, segment } from './fixtures.ts';

let sent: Command[];
let ids: string[];
let answer: (answer: Partial<Answer>) => Promise<void>;
let fail: (code: string) => Promise<void>;
let actions: OperatorActions;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  ids = [];
  actions = new OperatorActions({
    send: (command, commandId) => {
      sent.push(command);
      ids.push(commandId!);
      return new Promise((resolve, reject) => {
        fail = async (code) => {
          reject(new Error(`An unexpected error occurred invoking 'Send' on the server. HubException: ${code}`));
          await vi.advanceTimersByTimeAsync(0);
        };
        answer = async (given) => {
          resolve({ commandId: 'a', seq: 2, connection: 1, ...given });
          await Promise.resolve();
        };
      });
    },
  });
});
afterEach(() => void vi.useRealTimers());

const next = offered(availableActions(show('open'))).find(({ kind }) => kind === 'next')!;
const later = offered(availableActions(show('close'))).find(({ kind }) => kind === 'end')!;

test('pressed twice while the answer is awaited, it is sent once', () => {
  actions.press(next);
  actions.press(next);
  expect(sent).toEqual([{ type: 'next', step: 0, segmentId: 'link', open: [] }]);
});

test('it is busy until the view has what was answered: the screen still shows what was before', async () => {
  actions.press(next);
  await answer({ seq: 2 });
  actions.viewReached({ seq: 1, connection: 1 });
  expect(actions.busy(next)).toBe(true);
  actions.viewReached({ seq: 2, connection: 1 });
  expect(actions.busy(next)).toBe(false);
});

test('what was answered from a log that is no more holds nothing up in the one that came after it', async () => {
  actions.viewReached({ seq: 8, connection: 1 });
  actions.press(next);
  await answer({ seq: 9 });
  expect(actions.busy(next)).toBe(true);
  actions.viewReached({ seq: 5, connection: 2 });
  expect(actions.busy(next)).toBe(false);
});

test('with another log nothing is asked or told any more about the one before', async () => {
  actions.press({ kind: 'retract', launch: launch('mill', 'aksu', 'link', { state: 'confirmed' }) });
  actions.refused = { commandId: 'a', seq: 9, connection: 1, refusal: 'on_air_moved' };
  actions.forget();
  expect([actions.dialog, actions.menu, actions.refused]).toEqual([null, null, null]);
});

test('with another log a dialog that is about no log stays', () => {
  actions.dialog = { kind: 'invite' };
  actions.forget();
  expect(actions.dialog).toEqual({ kind: 'invite' });
});

test('a move awaited holds up every other move, and no launch', () => {
  actions.press(next);
  expect(actions.busy(later)).toBe(true);
  expect([actions.awaits(next), actions.awaits(later)]).toEqual([true, false]);
  expect(actions.busy({ kind: 'call', launch: launch('mill', 'aksu', 'link') })).toBe(false);
});

test('the second press of a double press does nothing, although the answer is there; one that comes later does', async () => {
  actions.press(next);
  await answer({ seq: 2 });
  actions.viewReached({ seq: 2, connection: 1 });
  const then = { ...next, step: 7 } as typeof next;
  actions.press(then);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(settleTime);
  actions.press(then);
  expect(sent).toHaveLength(2);
});

test('a press that was meant for what was offered before, because somebody else has moved, does nothing', () => {
  actions.primaryChanged();
  actions.press(next);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(rereadTime);
  actions.press(next);
  expect(sent).toHaveLength(1);
});

test('starting and ending ask first; a reason is asked for where one is needed', () => {
  const start = offered(availableActions(view({ segments: [segment('open')] })))[0]!;
  actions.press(start);
  expect(actions.dialog).toEqual({ kind: 'confirm', action: start });
  expect(sent).toEqual([]);
  actions.perform(start);
  expect(actions.dialog).toBeNull();
  expect(sent).toEqual([{ type: 'start' }]);
  const postpone = { kind: 'postpone', launch: launch('mill', 'aksu', 'link') } as const;
  actions.press(postpone);
  expect(actions.dialog).toEqual({ kind: 'reason', action: postpone });
});

test('what is asked beside the order stays, with its reason, while something else is done', () => {
  const postpone = { kind: 'postpone', launch: launch('mill', 'aksu', 'link') } as const;
  actions.press(postpone);
  expect(actions.idle).toBe(true);
  actions.press(next);
  expect([sent.length, actions.dialog]).toEqual([1, { kind: 'reason', action: postpone }]);
});

test('a reason is sent for the launch as it was seen last, and closes what asked for it', () => {
  const confirm = { kind: 'confirm', launch: launch('mill', 'aksu', 'link', { state: 'called', attempt: 1 }) } as const;
  actions.press(confirm);
  actions.perform({ ...confirm, launch: { ...confirm.launch, attempt: 2 } }, 'told by telephone');
  expect(sent).toEqual([{ type: 'confirm_launch', launchId: 'mill', attempt: 2, reason: 'told by telephone' }]);
  expect(actions.dialog).toBeNull();
});

test('while the server stores nothing, no press is sent, and what was asked stays open with the reason written in it', () => {
  const postpone = { kind: 'postpone', launch: launch('mill', 'aksu', 'link') } as const;
  actions.press(postpone);
  actions.trouble = 'journal_lost';
  actions.perform(postpone, 'the line has stopped');
  actions.press(next);
  expect(sent).toEqual([]);
  expect([actions.blocked(next), actions.blocked(next, true)]).toEqual([true, true]);
  expect(actions.dialog).toEqual({ kind: 'reason', action: postpone });
  actions.trouble = undefined;
  actions.perform(postpone, 'the line has stopped');
  expect(sent).toHaveLength(1);
});

test('what was refused because its id was used for another command can be pressed again at once', async () => {
  actions.press(next);
  await answer({ seq: 1, refusal: 'command_id_reused' });
  actions.viewReached({ seq: 1, connection: 1 });
  expect(actions.refused?.refusal).toBe('command_id_reused');
  vi.advanceTimersByTime(settleTime);
  actions.press(next);
  expect(sent).toEqual([commandOf(next), commandOf(next)]);
});

test('of what nobody can say whether it was stored it is asked again by itself, under the same id, and nobody presses twice', async () => {
  actions.press(next);
  await fail('outcome_unknown');
  expect([actions.unknown, actions.failed, actions.busy(next)]).toEqual([1, null, true]);
  vi.advanceTimersByTime(settleTime);
  actions.press(next);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  await fail('outcome_unknown');
  expect(actions.unknown).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  await answer({ seq: 2 });
  await vi.advanceTimersByTimeAsync(0);
  actions.viewReached({ seq: 2, connection: 1 });
  expect([sent.length, new Set(ids).size, actions.unknown, actions.busy(next)]).toEqual([3, 1, 0, false]);
});

test('what fails after its outcome was unknown is told, and waits no more', async () => {
  actions.press(next);
  await fail('outcome_unknown');
  await vi.advanceTimersByTimeAsync(1_000);
  await fail('journal_unavailable');
  expect([actions.unknown, actions.failed, actions.busy(next)]).toEqual([0, 'journal_unavailable', false]);
});

test('a refusal is kept to be told', async () => {
  actions.press(next);
  await answer({ refusal: 'on_air_moved', state: 'link' });
  expect(actions.refused?.refusal).toBe('on_air_moved');
});

test('a step is asked about once for each launch that it leaves open, and then goes on without it', () => {
  const mill = launch('mill', 'aksu', 'link', { state: 'called', open: true });
  const step = (open = [mill]) => ({ ...next, open }) as typeof next;
  actions.press(step());
  expect(actions.dialog).toMatchObject({ kind: 'leave' });
  expect(sent).toEqual([]);
  actions.goOnWithout([mill]);
  expect(actions.unasked([mill])).toEqual([]);
  actions.close();
  actions.press(step());
  expect(sent).toMatchObject([{ type: 'next', open: ['mill'] }]);
});

test('a launch that has changed since the room went on without it is asked about again', () => {
  const mill = launch('mill', 'aksu', 'link', { open: true });
  actions.goOnWithout([mill]);
  expect(actions.unasked([{ ...mill, state: 'called', attempt: 1 }])).toHaveLength(1);
});

test('the end is asked about whatever was gone on without, and a jump always', () => {
  actions.press({ kind: 'end', step: 0, open: [] });
  expect(actions.dialog).toMatchObject({ kind: 'leave', action: { kind: 'end' } });
  actions.close();
  actions.press({ kind: 'jump', step: 0, segment: segment('close'), open: [] });
  expect(actions.dialog).toMatchObject({ kind: 'leave', action: { kind: 'jump' } });
  expect(sent).toEqual([]);
});

test('after a reason was given, the step that asked for it is asked about again', () => {
  const mill = launch('mill', 'aksu', 'link', { open: true });
  actions.press({ ...next, open: [mill] } as typeof next);
  actions.press({ kind: 'postpone', launch: mill });
  expect(actions.dialog).toMatchObject({ kind: 'reason' });
  actions.perform({ kind: 'postpone', launch: mill }, 'not ready');
  expect(actions.dialog).toMatchObject({ kind: 'leave', action: { kind: 'next' } });
});

test('a step that the server refuses for what is open is asked about with what is open now', async () => {
  actions.press(next);
  await answer({ refusal: 'launches_open', launches: ['mill'] });
  expect(actions.dialog).toMatchObject({ kind: 'leave', action: { kind: 'next' } });
});
