import { expect, test, vi } from 'vitest';
import { commandOf } from './commands.ts';
import type { OperatorAction } from './actions.ts';
import { segment, view } from './fixtures.ts';
import type { OperatorActions } from './operatorActions.svelte.ts';
import { OrderMove } from './orderMove.svelte.ts';

/** A list of four, and what a move of it sends. Answers come when the test says so. */
function list() {
  let now = view({ segments: ['a', 'b', 'c', 'd'].map((id) => segment(id)), head: { orderVersion: 7 } });
  const sent: OperatorAction[] = [];
  let busy = false;
  const actions = {
    blocked: () => busy,
    busy: () => busy,
    perform: vi.fn((action: OperatorAction) => {
      sent.push(action);
      busy = true;
      return Promise.resolve(true);
    }),
  };
  const move = new OrderMove(() => now, actions as unknown as OperatorActions);
  return {
    move,
    commands: () => sent.map((action) => commandOf(action)),
    order: () => move.items.map(({ segmentId }) => segmentId).join(''),
    becomes: (order: string, version: number) =>
      (now = view({ segments: [...order].map((id) => segment(id)), head: { orderVersion: version } })),
    answered: () => {
      busy = false;
      move.settle();
    },
  };
}
const key = (name: string, altKey = false) => ({ key: name, altKey, repeat: false });

test('a segment is lifted, moved by arrows and dropped by one command', () => {
  const { move, commands, order } = list();
  expect(move.press('d', key(' '))).toBe('lifted');
  expect(move.press('d', key('ArrowUp'))).toBe('atPlace');
  move.press('d', key('ArrowUp'));
  expect(order()).toBe('adbc');
  expect(commands()).toEqual([]);
  move.press('d', key(' '));
  expect(commands()).toEqual([{ type: 'move_segment', version: 7, segmentId: 'd', before: 'b' }]);
});

test('Alt and an arrow move it at once, and End leads to the end', () => {
  const { move, commands, order } = list();
  move.press('a', key('ArrowDown', true));
  expect(order()).toBe('bacd');
  expect(commands()).toEqual([{ type: 'move_segment', version: 7, segmentId: 'a', before: 'c' }]);
  const other = list();
  other.move.press('b', key('End', true));
  expect(other.commands()).toEqual([{ type: 'move_segment', version: 7, segmentId: 'b', before: undefined }]);
});

test('Escape puts it back, and nothing is sent; neither is it where it has come back to its place', () => {
  const { move, commands, order } = list();
  move.press('c', key(' '));
  move.press('c', key('ArrowUp'));
  expect(move.press('c', key('Escape'))).toBe('putBack');
  expect(order()).toBe('abcd');
  move.press('c', key(' '));
  move.press('c', key('ArrowUp'));
  move.press('c', key('ArrowDown'));
  move.press('c', key(' '));
  expect(move.lifted).toBeUndefined();
  expect(commands()).toEqual([]);
});

test('the list stands still while others edit it, and the move names the order that was seen when it began', () => {
  const { move, commands, order, becomes, answered } = list();
  move.lift('a');
  becomes('xdbca', 8);
  expect(order()).toBe('abcd');
  move.over(['b', 'a', 'c', 'd'].map((id) => ({ id, segmentId: id })));
  move.drop();
  expect(commands()).toEqual([{ type: 'move_segment', version: 7, segmentId: 'a', before: 'c' }]);
  expect(order()).toBe('bacd');
  answered();
  expect(order()).toBe('xdbca');
});

test('a row that somebody else removes meanwhile is drawn as it was until the drop', () => {
  const { move, order, becomes } = list();
  move.lift('a');
  becomes('acd', 8);
  expect(order()).toBe('abcd');
  expect(move.kept('b')).toMatchObject({ id: 'b' });
});

test('while a move is not answered nothing else is lifted', () => {
  const { move, commands, answered } = list();
  move.press('a', key('ArrowDown', true));
  expect(move.press('d', key(' '))).toBeUndefined();
  expect(commands()).toHaveLength(1);
  answered();
  expect(move.press('d', key(' '))).toBe('lifted');
});

test('other keys are not for moving', () => {
  const { move } = list();
  for (const name of ['ArrowDown', 'n', 'Escape', 'Tab']) expect(move.press('a', key(name)), name).toBeUndefined();
});
