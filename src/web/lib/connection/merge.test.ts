import { expect, test } from 'vitest';
import { merge, mergeRows } from './merge.ts';

const view = {
  seq: 7,
  head: { phase: 'live' },
  sites: [
    { id: 'a', ready: false },
    { id: 'b', ready: true },
  ],
  log: [{ id: 1 }],
};

test('a changed row replaces the one of its id in its place, and a new one comes at the end', () => {
  expect(
    mergeRows(
      [
        { id: 'a', n: 1 },
        { id: 'b', n: 2 },
      ],
      [
        { id: 'c', n: 4 },
        { id: 'a', n: 3 },
      ],
    ),
  ).toEqual([
    { id: 'a', n: 3 },
    { id: 'b', n: 2 },
    { id: 'c', n: 4 },
  ]);
});

test('an update changes only the parts it names, and moves the view to its own seq', () => {
  const merged = merge(view, { from: 7, to: 9, sites: [{ id: 'a', ready: true }], log: [{ id: 9 }] });
  expect(merged).toEqual({
    seq: 9,
    head: view.head,
    sites: [
      { id: 'a', ready: true },
      { id: 'b', ready: true },
    ],
    log: [{ id: 1 }, { id: 9 }],
  });
});

test('an object is replaced whole, so that a field which has gone is gone', () => {
  expect(merge<typeof view, { from: number; to: number }>(view, { from: 7, to: 8, head: {} } as never)?.head).toEqual({});
});

test('an update that is in the view already changes nothing', () => {
  expect(merge(view, { from: 6, to: 7, head: { phase: 'ended' } })).toBe(view);
});

test('an update for another view is a gap', () => {
  expect(merge(view, { from: 8, to: 9 })).toBeNull();
  expect(merge(null, { from: 7, to: 8 })).toBeNull();
});
