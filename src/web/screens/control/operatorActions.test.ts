import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command, CommandAnswer } from '../../lib/api/index.ts';
import { availableActions } from './actions.ts';
import { OperatorActions, rereadTime, settleTime } from './operatorActions.svelte.ts';
import { launch, show, view, segment } from './fixtures.ts';

let sent: Command[];
let answer: (answer: Partial<CommandAnswer>) => Promise<void>;
let actions: OperatorActions;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  actions = new OperatorActions({
    send: (command) => {
      sent.push(command);
      return new Promise((resolve) => {
        answer = async (given) => {
          resolve({ commandId: 'a', seq: 2, ...given });
          await Promise.resolve();
        };
      });
    },
  });
});
afterEach(() => void vi.useRealTimers());

const next = availableActions(show('open')).primary!;
const later = availableActions(show('close')).secondary[0]!;

test('pressed twice while the answer is awaited, it is sent once', () => {
  actions.press(next, 1);
  actions.press(next, 1);
  expect(sent).toEqual([{ type: 'next', onAir: 'open' }]);
});

test('it is busy until the view has what was answered: the screen still shows what was before', async () => {
  actions.press(next, 1);
  await answer({ seq: 2 });
  expect(actions.busy(next, 1)).toBe(true);
  expect(actions.busy(next, 2)).toBe(false);
});

test('a move awaited holds up every other move, and no launch', () => {
  actions.press(next, 1);
  expect(actions.busy(later, 1)).toBe(true);
  expect([actions.awaits(next, 1), actions.awaits(later, 1)]).toEqual([true, false]);
  expect(actions.busy({ kind: 'call', launch: launch('mill', 'aksu', 'link') }, 1)).toBe(false);
});

test('the second press of a double press does nothing, although the answer is there; one that comes later does', async () => {
  actions.press(next, 1);
  await answer({ seq: 2 });
  const then = { ...next, onAir: 'link' } as typeof next;
  actions.press(then, 2);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(settleTime);
  actions.press(then, 2);
  expect(sent).toHaveLength(2);
});

test('a press that was meant for what was offered before, because somebody else has moved, does nothing', () => {
  actions.primaryChanged();
  actions.press(next, 2);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(rereadTime);
  actions.press(next, 2);
  expect(sent).toHaveLength(1);
});

test('starting and ending ask first; a reason is asked for where one is needed', () => {
  const start = availableActions(view({ segments: [segment('open')] })).primary!;
  actions.press(start, 1);
  expect(actions.dialog).toEqual({ kind: 'confirm', action: start });
  expect(sent).toEqual([]);
  actions.perform(start);
  expect(actions.dialog).toBeNull();
  expect(sent).toEqual([{ type: 'start' }]);
  const postpone = { kind: 'postpone', launch: launch('mill', 'aksu', 'link') } as const;
  actions.press(postpone, 1);
  expect(actions.dialog).toEqual({ kind: 'reason', action: postpone });
});

test('a refusal is kept to be told', async () => {
  actions.press(next, 1);
  await answer({ refusal: 'on_air_moved', state: 'link' });
  expect(actions.refused?.refusal).toBe('on_air_moved');
});
