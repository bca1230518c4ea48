import { expect, test } from 'vitest';
import { includes } from './reached.ts';

test('over one connection a view has what was answered once its seq is as high', () => {
  expect(includes({ seq: 8, connection: 1 }, { seq: 9, connection: 1 })).toBe(false);
  expect(includes({ seq: 9, connection: 1 }, { seq: 9, connection: 1 })).toBe(true);
});

test('a later connection has brought all there is, also where its log is a shorter one', () => {
  expect(includes({ seq: 3, connection: 2 }, { seq: 9, connection: 1 })).toBe(true);
});

test('a view of an earlier connection, or kept by the device, does not have what is answered now, however high its seq', () => {
  expect(includes({ seq: 50, connection: 0 }, { seq: 9, connection: 1 })).toBe(false);
  expect(includes({ seq: 50, connection: 1 }, { seq: 9, connection: 2 })).toBe(false);
});
