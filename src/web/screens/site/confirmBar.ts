import type { LaunchRow } from '../../lib/api/index.ts';
import type { OutboxState } from '../../lib/connection/index.ts';
import { pendingConfirmation } from './pending.ts';
import { called } from './siteStatus.ts';

/** Milliseconds for which the bar stays on a launch whose call has gone, before another launch may take its place under the finger. */
export const stays = 4_000;

/** What the bar speaks of. */
export interface Spoken {
  /** Called, and not confirmed here: the one whose time is over first comes first. */
  open: LaunchRow[];
  /** The one that the button confirms now. */
  first?: LaunchRow;
  shown?: LaunchRow;
}

/**
 * Pure.
 * @param pressable the launch that the button was for last
 * @param now the server's time, epoch milliseconds
 */
export function spokenOf(launches: readonly LaunchRow[], outbox: OutboxState, pressable: string | undefined, now: number): Spoken {
  const open = called(launches).filter((launch) => !pendingConfirmation(outbox, launch));
  const gone = launches.find((launch) => launch.id === pressable && wasTaken(launch) && now - Date.parse(launch.changedAt!) < stays);
  if (gone) return { open, shown: gone };
  // A later call does not take the button from an earlier one, unless its time is over.
  const first = open[0]?.overdue ? open[0] : (open.find((launch) => launch.id === pressable) ?? open[0]);
  const last = launches.filter(({ changedAt }) => changedAt).sort((a, b) => b.changedAt!.localeCompare(a.changedAt!))[0];
  const shown =
    first ??
    launches.find((launch) => pendingConfirmation(outbox, launch)) ??
    last ??
    launches.find((launch) => launch.state === 'planned');
  return { open, first, shown };
}

/** It was called, and is not any more, though not by our own word. */
const wasTaken = ({ state, changedAt, confirmedForSite }: LaunchRow) =>
  changedAt !== undefined && state !== 'called' && (state !== 'confirmed' || confirmedForSite);

/** It is planned because its call was taken back; one that was postponed and brought back has a reason. */
export const callTakenBack = ({ state, attempt, changedAt, reason }: LaunchRow): boolean =>
  state === 'planned' && attempt > 0 && changedAt !== undefined && !reason;
