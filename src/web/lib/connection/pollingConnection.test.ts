import { afterEach, expect, test, vi } from 'vitest';
import { PollingConnection } from './pollingConnection.ts';

afterEach(() => void vi.useRealTimers());

test('it asks each second, and says so when no answer comes any more', async () => {
  vi.useFakeTimers();
  let up = true;
  let asked = 0;
  const connection = new PollingConnection<number>('/list', async () => {
    asked++;
    if (!up) throw new TypeError('fetch failed');
    return new Response(String(asked));
  });
  const close = connection.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1_100);
  expect(connection.snapshot).toMatchObject({ view: 2, state: 'live' });
  up = false;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(connection.snapshot).toMatchObject({ view: 2, state: 'offline', age: 3 });
  up = true;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(connection.snapshot.state).toBe('live');
  close();
});
