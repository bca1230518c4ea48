import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command, CommandAnswer } from '../../lib/api/index.ts';
import { offers } from './acts.ts';
import { Desk, rereads, settles } from './desk.svelte.ts';
import { launch, show, view, segment } from './fixtures.ts';

let sent: Command[];
let answer: (answer: Partial<CommandAnswer>) => Promise<void>;
let desk: Desk;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  desk = new Desk({
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

const next = offers(show('open')).primary!;
const later = offers(show('close')).beside[0]!;

test('pressed twice while the answer is awaited, it is sent once', () => {
  desk.press(next, 1);
  desk.press(next, 1);
  expect(sent).toEqual([{ type: 'next', onAir: 'open' }]);
});

test('it is busy until the view has what was answered: the screen still shows what was before', async () => {
  desk.press(next, 1);
  await answer({ seq: 2 });
  expect(desk.busy(next, 1)).toBe(true);
  expect(desk.busy(next, 2)).toBe(false);
});

test('a move awaited holds up every other move, and no launch', () => {
  desk.press(next, 1);
  expect(desk.busy(later, 1)).toBe(true);
  expect([desk.sent(next, 1), desk.sent(later, 1)]).toEqual([true, false]);
  expect(desk.busy({ do: 'call', launch: launch('mill', 'aksu', 'link') }, 1)).toBe(false);
});

test('the second press of a double press does nothing, although the answer is there; one that comes later does', async () => {
  desk.press(next, 1);
  await answer({ seq: 2 });
  const then = { ...next, onAir: 'link' } as typeof next;
  desk.press(then, 2);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(settles);
  desk.press(then, 2);
  expect(sent).toHaveLength(2);
});

test('a press that was meant for what was offered before, because somebody else has moved, does nothing', () => {
  desk.offerChanged();
  desk.press(next, 2);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(rereads);
  desk.press(next, 2);
  expect(sent).toHaveLength(1);
});

test('starting and ending ask first; a reason is asked for where one is needed', () => {
  const start = offers(view({ segments: [segment('open')] })).primary!;
  desk.press(start, 1);
  expect(desk.question).toEqual({ ask: 'sure', act: start });
  expect(sent).toEqual([]);
  desk.act(start);
  expect(desk.question).toBeNull();
  expect(sent).toEqual([{ type: 'start' }]);
  const postpone = { do: 'postpone', launch: launch('mill', 'aksu', 'link') } as const;
  desk.press(postpone, 1);
  expect(desk.question).toEqual({ ask: 'reason', act: postpone });
});

test('a refusal is kept to be told', async () => {
  desk.press(next, 1);
  await answer({ refusal: 'on_air_moved', state: 'link' });
  expect(desk.refused?.refusal).toBe('on_air_moved');
});
