import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Hold } from './hold.ts';

let happened: string[];
let progress: number[];
let hold: Hold;

beforeEach(() => {
  vi.useFakeTimers();
  [happened, progress] = [[], []];
  hold = new Hold({ progress: (part) => progress.push(part), held: () => happened.push('held'), short: () => happened.push('short') }, () =>
    Date.now(),
  );
});
afterEach(() => vi.useRealTimers());

test('held for a second it confirms once, while it is still held', () => {
  hold.press({ x: 0, y: 0 });
  vi.advanceTimersByTime(990);
  expect(happened).toEqual([]);
  expect(Math.max(...progress)).toBeGreaterThan(0.9);
  vi.advanceTimersByTime(2_000);
  hold.release();
  expect(happened).toEqual(['held']);
  expect(progress.at(-1)).toBe(0);
});

test('let go early it does nothing', () => {
  hold.press({ x: 0, y: 0 });
  vi.advanceTimersByTime(900);
  hold.release();
  vi.advanceTimersByTime(1_000);
  expect(happened).toEqual([]);
});

test('a short press asks', () => {
  hold.press(null);
  vi.advanceTimersByTime(100);
  hold.release();
  expect(happened).toEqual(['short']);
});

test('a finger that moves away scrolls: neither held nor short', () => {
  hold.press({ x: 100, y: 100 });
  hold.move({ x: 104, y: 104 });
  expect(hold.pressed).toBe(true);
  hold.move({ x: 100, y: 130 });
  hold.release();
  vi.advanceTimersByTime(2_000);
  expect(happened).toEqual([]);
});

test('a key that repeats while it is held does not begin anew', () => {
  hold.press(null);
  vi.advanceTimersByTime(600);
  hold.press(null);
  vi.advanceTimersByTime(450);
  expect(happened).toEqual(['held']);
});
