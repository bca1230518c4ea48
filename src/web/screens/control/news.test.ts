import { expect, test } from 'vitest';
import { logged } from './fixtures.ts';
import { newsSince } from './news.ts';

const row = (id: number, launchId = 'mill') => logged('launch_confirmed', { id, launchId });
const ids = (rows: ReturnType<typeof newsSince>) => rows?.map(({ id }) => id);

test('what follows the row that was told last is news, whatever numbers are left out', () => {
  expect(ids(newsSince(row(3), [row(1), row(3), row(5), row(6)]))).toEqual([5, 6]);
  expect(newsSince(row(3), [row(1), row(3)])).toEqual([]);
});

test('what was there when the screen was opened is no news', () => {
  expect(newsSince(undefined, [row(1), row(2)])).toEqual([]);
});

test('a log that ends before what was told is another one, and nothing in it is news', () => {
  expect(newsSince(row(5), [row(1), row(3)])).toBeNull();
});

test('a log that has another row in its place is another one, however much longer it is', () => {
  expect(newsSince(row(5, 'mill'), [row(1), row(5, 'smelter'), row(6), row(90)])).toBeNull();
});

test('what happened in another log at another moment is another row', () => {
  expect(newsSince(row(5), [row(1), { ...row(5), at: '2017-12-06T05:00:00.001Z' }])).toBeNull();
});

test('after so long that the view does not reach back to what was told, nothing is told', () => {
  expect(newsSince(row(5), [row(400), row(401)])).toEqual([]);
});
