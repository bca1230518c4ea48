import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dismiss, dismissAll, notice, shownToasts, toast } from './toasts.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => (dismissAll(), vi.useRealTimers()));

const texts = () => shownToasts().map(({ text }) => text());

test('a toast goes by itself, a notice stays until it is dismissed', () => {
  toast('Berik called the mill');
  notice(() => 'The clock was set');
  vi.advanceTimersByTime(6_000);
  expect(texts()).toEqual(['The clock was set']);
  vi.advanceTimersByTime(3_600_000);
  expect(texts()).toEqual(['The clock was set']);
  dismiss(shownToasts()[0]!.id);
  expect(texts()).toEqual([]);
});

test('toasts push out the oldest toast, and never a notice, which stays the last one', () => {
  notice(() => 'The clock was set');
  for (const n of '12345') toast(n);
  expect(texts()).toEqual(['2', '3', '4', '5', 'The clock was set']);
});
