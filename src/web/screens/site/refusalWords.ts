import type { PendingCommand } from '../../lib/connection/index.ts';
import type { SiteView } from '../../lib/api/index.ts';

/** Why a word was not taken, and what the coordinator does about it: keys of messages. Pure. */
export function refusalWords(
  { command, refusal, state }: PendingCommand,
  view: SiteView | null,
): {
  why: 'refusedCallGone' | 'refusedPostponed' | 'refusedEarlierCall' | 'refusedFailed' | NonNullable<PendingCommand['refusal']>;
  todo?: 'refusedAgain' | 'refusedTell';
} {
  if (refusal === undefined || refusal === 'failed') return { why: 'refusedFailed' };
  if (command.type !== 'confirm_launch' || (refusal !== 'launch_not_called' && refusal !== 'call_superseded')) return { why: refusal };
  const now = view?.launches.find((launch) => launch.id === command.launchId);
  return {
    why: refusal === 'call_superseded' ? 'refusedEarlierCall' : state === 'postponed' ? 'refusedPostponed' : 'refusedCallGone',
    todo: now?.state === 'called' ? 'refusedAgain' : 'refusedTell',
  };
}
