import { expect, test } from 'vitest';
import { Freshness } from './freshness.ts';

function at(start: number) {
  let now = start;
  const fresh = new Freshness(() => now);
  return { fresh, wait: (ms: number) => void (now += ms), iso: (offset: number) => new Date(now + offset).toISOString() };
}

test('before anything came the state is connecting, whatever the connection says', () => {
  expect(at(0).fresh.state(true)).toBe('connecting');
});

test('one late heartbeat is still live; the second missed one makes the picture stale', () => {
  const { fresh, wait, iso } = at(1_000_000);
  fresh.heartbeat(iso(0));
  wait(2_000);
  expect(fresh.state(true)).toBe('live');
  wait(1);
  expect(fresh.state(true)).toBe('stale');
  fresh.received();
  expect(fresh.state(true)).toBe('live');
});

test('a broken connection is offline at once, and its picture ages', () => {
  const { fresh, wait, iso } = at(1_000_000);
  fresh.heartbeat(iso(0));
  expect(fresh.state(false)).toBe('offline');
  wait(12_000);
  expect(fresh.age).toBe(12_000);
});

test('the server clock is taken from the heartbeat that travelled fastest', () => {
  const { fresh, wait, iso } = at(1_000_000);
  fresh.heartbeat(iso(60_000 - 300));
  wait(1_000);
  fresh.heartbeat(iso(60_000 - 20));
  wait(1_000);
  fresh.heartbeat(iso(60_000 - 900));
  expect(fresh.offset).toBe(59_980);
});

test('a viewer whose clock was set right is believed after ten heartbeats', () => {
  const { fresh, wait, iso } = at(1_000_000);
  fresh.heartbeat(iso(3_600_000));
  for (let i = 0; i < 10; i++) {
    wait(1_000);
    fresh.heartbeat(iso(0));
  }
  expect(fresh.offset).toBe(0);
});
