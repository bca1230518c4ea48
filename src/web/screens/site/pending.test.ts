import { expect, test } from 'vitest';
import type { PendingCommand, OutboxState } from '../../lib/connection/index.ts';
import type { LaunchRow } from '../../lib/api/index.ts';
import { nextReadiness, pendingConfirmation, pendingReadiness } from './pending.ts';

const pending = (command: PendingCommand['command'], at = 1, more: Partial<PendingCommand> = {}): PendingCommand => ({
  commandId: `c${at}`,
  command,
  at,
  ...more,
});
const state = (waiting: PendingCommand[], accepted: PendingCommand[] = []): OutboxState => ({
  waiting,
  accepted,
  refused: [],
  durable: true,
});
const word = (ready: boolean, at: number) => pending({ type: 'report_readiness', siteId: 's', item: 'sound', ready }, at);

test('our last word on an item stands until the view has it, also after it was taken', () => {
  expect(pendingReadiness(state([]), 'sound')).toBeUndefined();
  expect(pendingReadiness(state([word(true, 1), word(false, 2)]), 'sound')).toEqual({ ready: false, at: 2 });
  expect(pendingReadiness(state([word(false, 2)], [word(true, 1)]), 'sound')).toEqual({ ready: false, at: 2 });
  expect(pendingReadiness(state([], [word(true, 1)]), 'sound')).toEqual({ ready: true, at: 1 });
  expect(pendingReadiness(state([word(true, 1)]), 'picture')).toBeUndefined();
});

test('a confirmation belongs to the call that it answers: a later call is open again', () => {
  const outbox = state([pending({ type: 'confirm_launch', launchId: 'l', attempt: 1 })]);
  expect(pendingConfirmation(outbox, { id: 'l', attempt: 1 } as LaunchRow)).toBeDefined();
  expect(pendingConfirmation(outbox, { id: 'l', attempt: 2 } as LaunchRow)).toBeUndefined();
  expect(pendingConfirmation(outbox, { id: 'm', attempt: 1 } as LaunchRow)).toBeUndefined();
});

test('pressing says ready first, then not ready, then ready', () => {
  expect([undefined, true, false].map(nextReadiness)).toEqual([true, false, true]);
});
