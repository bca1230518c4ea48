import type { ControlView, LogRow } from '../../lib/api/index.ts';
import { following, launchActions, type OperatorAction } from './actions.ts';

/** How an act that is asked about stands now: as it was seen, possible still but on something else, or without sense. */
export type Standing = 'as_seen' | 'changed' | 'moot';

export function standingOf(action: OperatorAction, view: ControlView): Standing {
  const { head } = view;
  if (!('launch' in action)) return isOffered(action, view) ? 'as_seen' : 'moot';
  const now = view.launches.find(({ id }) => id === action.launch.id);
  if (!now || !launchActions(now, head.phase).some(({ kind }) => kind === action.kind)) return 'moot';
  return now.state === action.launch.state && now.attempt === action.launch.attempt ? 'as_seen' : 'changed';
}

function isOffered(action: OperatorAction, view: ControlView): boolean {
  const { head } = view;
  if (action.kind === 'start') return head.phase === 'draft';
  if (action.kind === 'next' && following(view)?.id !== action.segment.id) return false;
  if (action.kind === 'jump' && !view.segments.some(({ id }) => id === action.segment.id)) return false;
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

/** What changes which segment comes next. */
const edits = new Set(['segment_moved', 'segment_inserted', 'segment_removed', 'segment_skipped', 'segment_unskipped']);

/** What last happened to the thing that an act is about. */
export const lastAbout = (action: OperatorAction, log: readonly LogRow[]): LogRow | undefined =>
  log.findLast(({ type, launchId }) =>
    'launch' in action ? launchId === action.launch.id : moves.has(type) || ('segment' in action && edits.has(type)),
  );
