import { expect, test } from 'vitest';
import type { LaunchRow } from '../../lib/api/index.ts';
import type { OutboxState } from '../../lib/connection/index.ts';
import { callTakenBack, spokenOf, stays } from './confirmBar.ts';

const now = Date.parse('2017-12-06T08:00:10Z');
const ago = (milliseconds: number) => new Date(now - milliseconds).toISOString();
const launch = (id: string, state: LaunchRow['state'], changed: number, more: Partial<LaunchRow> = {}) =>
  ({ id, state, attempt: 1, changedAt: ago(changed), confirmedForSite: false, ...more }) as LaunchRow;
const nothing: OutboxState = { waiting: [], accepted: [], refused: [], durable: true };
const words = (launches: LaunchRow[], pressable?: string, outbox = nothing) => {
  const { open, first, shown } = spokenOf(launches, outbox, pressable, now);
  return { open: open.map(({ id }) => id), first: first?.id, shown: shown?.id };
};

test('the button is for the call that was first, and the others wait', () => {
  expect(words([launch('b', 'called', 1_000), launch('a', 'called', 2_000)])).toEqual({ open: ['a', 'b'], first: 'a', shown: 'a' });
});

test('a later call with less time takes the button from no other one before its time is over', () => {
  const by = (milliseconds: number) => ({ confirmBy: new Date(now + milliseconds).toISOString() });
  const [long, short] = [launch('long', 'called', 9_000, by(90_000)), launch('short', 'called', 1_000, by(2_000))];
  expect(words([long, short], 'long').first).toBe('long');
  expect(words([long, short]).first).toBe('short');
  expect(words([long, { ...short, overdue: true }], 'long').first).toBe('short');
});

test.each([
  ['planned', {}],
  ['postponed', {}],
  ['confirmed', { confirmedForSite: true }],
] as const)('a call that is gone (%s) keeps the bar for a while, and nothing else comes under the finger', (state, more) => {
  const waits = launch('b', 'called', 60_000);
  expect(words([launch('a', state, stays - 1, more), waits], 'a')).toEqual({ open: ['b'], first: undefined, shown: 'a' });
  expect(words([launch('a', state, stays, more), waits], 'a').first).toBe('b');
});

test('what we confirmed ourselves, and what we were never asked, gives the bar to the next call at once', () => {
  const waits = launch('b', 'called', 60_000);
  expect(words([launch('a', 'confirmed', 10), waits], 'a').first).toBe('b');
  expect(words([launch('a', 'planned', 10), waits], 'b').first).toBe('b');
  expect(words([launch('a', 'planned', 10), waits]).first).toBe('b');
});

test('a word that is on its way is not asked for again', () => {
  const waiting = [{ commandId: 'c', command: { type: 'confirm_launch', launchId: 'a', attempt: 1 } as const, at: now }];
  expect(words([launch('a', 'called', 10)], 'a', { ...nothing, waiting })).toEqual({ open: [], first: undefined, shown: 'a' });
});

test('a call that was taken back is another thing than no call, and than a launch that was brought back', () => {
  expect(callTakenBack(launch('a', 'planned', 10))).toBe(true);
  expect(callTakenBack(launch('a', 'planned', 10, { attempt: 0, changedAt: undefined }))).toBe(false);
  expect(callTakenBack(launch('a', 'planned', 10, { reason: 'the line is back' }))).toBe(false);
  expect(callTakenBack(launch('a', 'called', 10))).toBe(false);
});
