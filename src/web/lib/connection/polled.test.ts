import { afterEach, expect, test, vi } from 'vitest';
import { Polled } from './polled.ts';

afterEach(() => void vi.useRealTimers());

test('it asks each second, and says so when no answer comes any more', async () => {
  vi.useFakeTimers();
  let up = true;
  let asked = 0;
  const line = new Polled<number>('/list', async () => {
    asked++;
    if (!up) throw new TypeError('fetch failed');
    return new Response(String(asked));
  });
  const close = line.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1_100);
  expect(line.picture).toMatchObject({ view: 2, state: 'live' });
  up = false;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(line.picture).toMatchObject({ view: 2, state: 'offline', age: 3 });
  up = true;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(line.picture.state).toBe('live');
  close();
});
