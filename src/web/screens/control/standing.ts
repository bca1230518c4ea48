import type { ControlView, LogRow } from '../../lib/api/index.ts';
import { launchActions, type OperatorAction } from './actions.ts';

/** How an act that is asked about stands now: as it was seen, possible still but on something else, or without sense. */
export type Standing = 'as_seen' | 'changed' | 'moot';

export function standingOf(action: OperatorAction, view: ControlView): Standing {
  const { head } = view;
  if (!('launch' in action)) return isOffered(action, view) ? 'as_seen' : 'moot';
  const now = view.launches.find(({ id }) => id === action.launch.id);
  if (!now || !launchActions(now, head.phase).some(({ kind }) => kind === action.kind)) return 'moot';
  return now.state === action.launch.state && now.attempt === action.launch.attempt ? 'as_seen' : 'changed';
}

function isOffered(action: OperatorAction, { head }: ControlView): boolean {
  if (action.kind === 'start') return head.phase === 'draft';
  if (!('step' in action)) return true;
  const phase = action.kind === 'reopen' ? 'ended' : 'live';
  return head.step === action.step && (head.phase === phase || (action.kind === 'jump' && head.phase === 'draft'));
}

const moves = new Set([
  'teleconference_started',
  'teleconference_ended',
  'segment_went_on_air',
  'stepped_back',
  'jumped_to_segment',
  'hold_began',
  'hold_ended',
  'teleconference_reopened',
  'undone',
  'redone',
]);

/** What last happened to the thing that an act is about. */
export const lastAbout = (action: OperatorAction, log: readonly LogRow[]): LogRow | undefined =>
  log.findLast((row) => ('launch' in action ? row.launchId === action.launch.id : moves.has(row.type)));
