import { expect, test } from 'vitest';
import { merge, mergeRows, type Span } from './merge.ts';

const view = {
  seq: 7,
  seal: 'a7',
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
  const merged = merge(view, { from: 7, fromSeal: 'a7', to: 9, toSeal: 'a9', sites: [{ id: 'a', ready: true }], log: [{ id: 9 }] });
  expect(merged).toEqual({
    seq: 9,
    seal: 'a9',
    head: view.head,
    sites: [
      { id: 'a', ready: true },
      { id: 'b', ready: true },
    ],
    log: [{ id: 1 }, { id: 9 }],
  });
});

test('a running order that changed says which segments there are and where they stand', () => {
  const show = { ...view, segments: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] };
  const update = { from: 7, fromSeal: 'a7', to: 8, toSeal: 'a8', segments: [{ id: 'new' }], order: ['c', 'new', 'a'] };
  const merged = merge(show, update);
  expect(merged?.segments).toEqual([{ id: 'c' }, { id: 'new' }, { id: 'a' }]);
  expect(merged).not.toHaveProperty('order');
});

test('an object is replaced whole, so that a field which has gone is gone', () => {
  expect(merge<typeof view, Span>(view, { from: 7, fromSeal: 'a7', to: 8, toSeal: 'a8', head: {} } as never)?.head).toEqual({});
});

test('an update that is in the view already changes nothing', () => {
  expect(merge(view, { from: 6, fromSeal: 'a6', to: 7, toSeal: 'a7', head: { phase: 'ended' } } as Span)).toBe(view);
});

test('an update for another view is a gap', () => {
  expect(merge(view, { from: 8, fromSeal: 'a8', to: 9, toSeal: 'a9' })).toBeNull();
  expect(merge(null, { from: 7, fromSeal: 'a7', to: 8, toSeal: 'a8' })).toBeNull();
});

test('an update of another log is a gap, whatever its numbers', () => {
  expect(merge(view, { from: 7, fromSeal: 'b7', to: 8, toSeal: 'b8' })).toBeNull();
  expect(merge(view, { from: 6, fromSeal: 'b6', to: 7, toSeal: 'b7' })).toBeNull();
  expect(merge(view, { from: 4, fromSeal: 'b4', to: 5, toSeal: 'b5' })).toBeNull();
});
