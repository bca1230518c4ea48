import type { Command, LaunchRow } from '../../lib/api/index.ts';
import { durationStep, type OperatorAction, type SegmentDraft } from './actions.ts';

/** The command of an action. @param reason where one is needed */
export function commandOf(action: OperatorAction, reason = ''): Command {
  switch (action.kind) {
    case 'start':
      return { type: 'start' };
    case 'next':
    case 'jump':
      return { type: action.kind, step: action.step, segmentId: action.segment.id, open: idsOf(action.open) };
    case 'back':
    case 'hold':
    case 'resume':
      return { type: action.kind, step: action.step };
    case 'end':
      return { type: 'end', step: action.step, open: idsOf(action.open) };
    case 'reopen':
      return { type: 'reopen', step: action.step, reason };
    case 'undo':
      return { type: 'undo', act: action.act.act };
    case 'redo':
      return { type: 'redo', act: action.act.act, open: idsOf(action.open) };
    case 'shorter':
    case 'longer': {
      const bySeconds = action.kind === 'longer' ? durationStep : -durationStep;
      return { type: 'adjust_duration', row: action.segment.seq, segmentId: action.segment.id, bySeconds };
    }
    case 'skip':
    case 'unskip':
      return { type: `${action.kind}_segment`, row: action.segment.seq, segmentId: action.segment.id };
    case 'edit':
      return { type: 'edit_segment', row: action.segment.seq, segmentId: action.segment.id, ...written(action.row) };
    case 'insert':
      return { type: 'insert_segment', version: action.version, before: action.before, ...written(action.row) };
    case 'move':
      return { type: 'move_segment', version: action.version, segmentId: action.segment.id, before: action.before };
    case 'remove':
      return { type: 'remove_segment', version: action.version, segmentId: action.segment.id };
    case 'move_launch':
      return { type: 'move_launch', launchId: action.launch.id, from: action.launch.segmentId, to: action.to };
    case 'call':
      return { type: 'call_launch', launchId: action.launch.id, attempt: action.launch.attempt };
    case 'take_back':
      return { type: 'take_back_call', launchId: action.launch.id, attempt: action.launch.attempt };
    case 'confirm':
      return { type: 'confirm_launch', launchId: action.launch.id, attempt: action.launch.attempt, reason };
    case 'retract':
      return { type: 'retract_confirmation', launchId: action.launch.id, attempt: action.launch.attempt, reason };
    case 'postpone':
      return { type: 'postpone_launch', launchId: action.launch.id, state: action.launch.state, attempt: action.launch.attempt, reason };
    case 'bring_back':
      return { type: 'bring_back_launch', launchId: action.launch.id, reason };
  }
}

const idsOf = (launches: readonly LaunchRow[]) => launches.map(({ id }) => id);

const written = ({ kind, title, plannedSeconds, siteId, fixedTime }: SegmentDraft) => ({
  kind,
  title,
  plannedSeconds,
  site: siteId,
  fixedStart: fixedTime,
});

const reasoned = new Set<OperatorAction['kind']>(['confirm', 'postpone', 'bring_back', 'retract', 'reopen']);

export const needsReason = ({ kind }: OperatorAction) => reasoned.has(kind);

/** The subject of every step: what is on air, and what is undone. */
export const runningOrderSubject = 'running order';

/** What an action changes: while an answer about it is awaited, no other action on the same is sent. */
export function subjectOf(action: OperatorAction): string {
  if ('launch' in action) return `launch ${action.launch.id}`;
  switch (action.kind) {
    case 'insert':
    case 'move':
    case 'remove':
      return 'order';
    case 'shorter':
    case 'longer':
    case 'skip':
    case 'unskip':
    case 'edit':
      return `segment ${action.segment.id}`;
    default:
      return runningOrderSubject;
  }
}
