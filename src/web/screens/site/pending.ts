import type { PendingCommand, OutboxState } from '../../lib/connection/index.ts';
import type { LaunchRow, ReadinessItem } from '../../lib/api/index.ts';

/** What was said on this device, and is not in the view yet, in the order in which it was said. Pure. */
const givenHere = (outbox: Pick<OutboxState, 'waiting' | 'accepted'>): PendingCommand[] => [...outbox.accepted, ...outbox.waiting];

/** Our last word on an item that the server's view does not have yet; undefined: there is none. */
export function pendingReadiness(outbox: OutboxState, item: ReadinessItem): { ready: boolean; at: number } | undefined {
  const pending = givenHere(outbox).findLast(({ command }) => command.type === 'report_readiness' && command.item === item);
  return pending?.command.type === 'report_readiness' ? { ready: pending.command.ready, at: pending.at } : undefined;
}

/** Our confirmation of this very call of a launch, while the view does not have it yet. */
export const pendingConfirmation = (outbox: OutboxState, launch: LaunchRow): PendingCommand | undefined =>
  givenHere(outbox).find(
    ({ command }) => command.type === 'confirm_launch' && command.launchId === launch.id && command.attempt === launch.attempt,
  );

/** Pressing says ready; pressing again says not ready; and so on. */
export const nextReadiness = (ready: boolean | undefined): boolean => ready !== true;
