import type { Command, ControlView, LaunchRow, SegmentRow } from '../../lib/api/index.ts';

/**
 * Something an operator can do, bound to what it was offered for: a press that comes late can never do another thing. A launch
 * is the row as the operator saw it, with its state and attempt: a command names of it what its rules ask for.
 */
export type OperatorAction =
  | { kind: 'start'; segment: SegmentRow }
  | { kind: 'next'; step: number; segment: SegmentRow; open: string[] }
  | { kind: 'back'; step: number; segment: SegmentRow }
  | { kind: 'end'; step: number; open: string[] }
  | { kind: 'call' | 'confirm' | 'postpone' | 'bring_back' | 'retract'; launch: LaunchRow };

export type ActionKind = OperatorAction['kind'];

export interface AvailableActions {
  /** The one thing to do now; null before anything can be done and after the end. */
  primary: OperatorAction | null;
  /** The launch whose site is to confirm; the primary action is then to do it in its place. */
  waiting: LaunchRow | null;
  /** What else can be done, in a fixed order. */
  secondary: OperatorAction[];
}

const nothing: AvailableActions = { primary: null, waiting: null, secondary: [] };

/** What is to be done next. A called launch is waited for before another one is called: two calls are two presses. */
export function availableActions(view: ControlView): AvailableActions {
  const { head, segments } = view;
  const at = segments.findIndex((segment) => segment.id === head.onAir);
  const first = segments[0];
  if (head.phase === 'draft' && first) return { ...nothing, primary: { kind: 'start', segment: first } };
  if (head.phase !== 'live' || at < 0) return nothing;

  const onAir = segments[at]!.id;
  const own = view.launches.filter((launch) => launch.segmentId === onAir);
  const called = own.find((launch) => launch.state === 'called');
  const planned = own.find((launch) => launch.state === 'planned');
  const following = segments.slice(at + 1).find((segment) => !segment.skipped);
  const { step } = head;
  const before = segments[at - 1];

  const end: OperatorAction = { kind: 'end', step, open: view.launches.filter(isUnsettled).map(({ id }) => id) };
  const open = view.launches.filter((launch) => launch.open).map(({ id }) => id);
  const on: OperatorAction = following ? { kind: 'next', step, segment: following, open } : end;
  const call: OperatorAction | null = planned ? { kind: 'call', launch: planned } : null;
  const primary: OperatorAction = called ? { kind: 'confirm', launch: called } : (call ?? on);
  const back: OperatorAction[] = before ? [{ kind: 'back', step, segment: before }] : [];
  const secondary = [...(call ? [call] : []), on, ...back, ...(following ? [end] : [])].filter((action) => action !== primary);
  return { primary, waiting: called ?? null, secondary };
}

/** At the end nothing may be left planned or called that was not seen to be. */
const isUnsettled = ({ state }: LaunchRow) => state === 'planned' || state === 'called';

/** What can be done with one launch, wherever it stands. A confirmation may come, or be taken back, after the end too. */
export function launchActions(launch: LaunchRow, phase: ControlView['head']['phase']): OperatorAction[] {
  const kinds = {
    planned: phase === 'live' ? (['call', 'postpone'] as const) : (['postpone'] as const),
    called: ['confirm', 'postpone'] as const,
    confirmed: ['retract'] as const,
    postponed: ['bring_back'] as const,
  }[launch.state];
  return kinds.map((kind) => ({ kind, launch }));
}

/** The command of an action. @param reason needed by everything that is done to a launch but calling it */
export function commandOf(action: OperatorAction, reason = ''): Command {
  switch (action.kind) {
    case 'start':
      return { type: 'start' };
    case 'next':
      return { type: 'next', step: action.step, segmentId: action.segment.id, open: action.open };
    case 'back':
      return { type: 'back', step: action.step };
    case 'end':
      return { type: 'end', step: action.step, open: action.open };
    case 'call':
      return { type: 'call_launch', launchId: action.launch.id, attempt: action.launch.attempt };
    case 'confirm':
      return { type: 'confirm_launch', launchId: action.launch.id, attempt: action.launch.attempt, reason };
    case 'retract':
      return { type: 'retract_confirmation', launchId: action.launch.id, attempt: action.launch.attempt, reason };
    case 'postpone':
      return {
        type: 'postpone_launch',
        launchId: action.launch.id,
        state: action.launch.state,
        attempt: action.launch.attempt,
        reason,
      };
    case 'bring_back':
      return { type: 'bring_back_launch', launchId: action.launch.id, reason };
  }
}

export const needsReason = (action: OperatorAction) => 'launch' in action && action.kind !== 'call';

/** The subject of every move of the running order. */
export const runningOrderSubject = 'running order';

/** What an action changes: while an answer about it is awaited, no other action on the same is sent. */
export const subjectOf = (action: OperatorAction) => ('launch' in action ? `launch ${action.launch.id}` : runningOrderSubject);
