import { beforeEach, expect, test, vi } from 'vitest';
import type { LaunchRow } from '../../lib/api/index.ts';
import { Alarm } from './alarm.ts';

const call = (id: string, attempt: number) => ({ id, attempt }) as LaunchRow;
let shaken: number;
let alarm: Alarm;

beforeEach(() => {
  shaken = 0;
  alarm = new Alarm(() => shaken++);
});

test('the phone is shaken once for each call, however often it is said', () => {
  for (const overdue of [call('a', 1), call('a', 1), undefined, call('b', 1), call('a', 1)]) alarm.raise(overdue);
  expect(shaken).toBe(2);
  alarm.raise(call('a', 2));
  expect(shaken).toBe(3);
});

test.each([
  { touched: true, still: false, times: 1 },
  { touched: true, still: true, times: 0 },
  { touched: false, still: false, times: 0 },
])('touched $touched, reduced motion $still: shaken $times times', ({ touched, still, times }) => {
  const vibrate = vi.fn();
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive: touched }, vibrate });
  vi.stubGlobal('matchMedia', () => ({ matches: still }));
  new Alarm().raise(call('a', 1));
  expect(vibrate).toHaveBeenCalledTimes(times);
  vi.unstubAllGlobals();
});
