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

/** The places of the action bar, in its order, before and after the one large button. */
export const places = { before: ['back'], after: ['next', 'end'] } as const satisfies Record<string, ActionKind[]>;

export type Place = 'primary' | (typeof places)['before' | 'after'][number];

/** Why a place has nothing to do just now: the code of what the server would say. */
export type WhyNot = 'not_started' | 'already_ended' | 'nothing_before' | 'nothing_next';

export interface AvailableActions {
  /** What each place offers, or why it offers nothing. A place is always there and never does another place's act. */
  at: Record<Place, OperatorAction | WhyNot>;
  /** The launch whose site is to confirm; the primary action is then to do it in its place. */
  waiting: LaunchRow | null;
}

const nothing = (why: WhyNot): AvailableActions => ({ at: { back: why, primary: why, next: why, end: why }, waiting: null });

/** What is to be done next. A called launch is waited for before another one is called: two calls are two presses. */
export function availableActions(view: ControlView): AvailableActions {
  const { head, segments } = view;
  const place = segments.findIndex((segment) => segment.id === head.onAir);
  const first = segments[0];
  if (head.phase === 'ended') return nothing('already_ended');
  if (head.phase === 'draft' || place < 0) {
    const { at, waiting } = nothing('not_started');
    return { at: first && head.phase === 'draft' ? { ...at, primary: { kind: 'start', segment: first } } : at, waiting };
  }

  const onAir = segments[place]!.id;
  const { step } = head;
  const before = segments[place - 1];
  const following = segments.slice(place + 1).find((segment) => !segment.skipped);
  const own = view.launches.filter((launch) => launch.segmentId === onAir);
  const called = own.find((launch) => launch.state === 'called');
  const planned = own.find((launch) => launch.state === 'planned');

  const end: OperatorAction = { kind: 'end', step, open: view.launches.filter(isUnsettled).map(({ id }) => id) };
  const open = view.launches.filter((launch) => launch.open).map(({ id }) => id);
  const next: OperatorAction | WhyNot = following ? { kind: 'next', step, segment: following, open } : 'nothing_next';
  const ofLaunch: OperatorAction | null = called ? { kind: 'confirm', launch: called } : planned ? { kind: 'call', launch: planned } : null;
  return {
    at: {
      back: before ? { kind: 'back', step, segment: before } : 'nothing_before',
      primary: ofLaunch ?? (typeof next === 'string' ? end : next),
      next,
      end,
    },
    waiting: called ?? null,
  };
}

/** Whatever can be done, for the keys: each once, though the large button may offer what a place of its own does too. */
export function offered({ at }: AvailableActions): OperatorAction[] {
  const all = Object.values(at).filter((each) => typeof each !== 'string');
  return all.filter((action, i) => all.findIndex(({ kind }) => kind === action.kind) === i);
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
