import type { ActRow, ControlView, LaunchRow, SegmentRow } from '../../lib/api/index.ts';

/** A segment's row as somebody writes it. */
export type SegmentDraft = Pick<SegmentRow, 'kind' | 'title' | 'plannedSeconds' | 'siteId' | 'fixedTime'>;

/**
 * Something an operator can do, bound to what it was offered for: a press that comes late can never do another thing. A launch
 * and a segment are the rows as the operator saw them: a command names of them what its rules ask for.
 */
export type OperatorAction =
  | { kind: 'start'; segment: SegmentRow }
  | { kind: 'next' | 'jump'; step: number; segment: SegmentRow; open: LaunchRow[] }
  | { kind: 'back'; step: number; segment: SegmentRow }
  | { kind: 'hold' | 'resume' | 'reopen'; step: number }
  | { kind: 'end'; step: number; open: LaunchRow[] }
  | { kind: 'undo' | 'redo'; act: ActRow; open: LaunchRow[] }
  | { kind: 'shorter' | 'longer' | 'skip' | 'unskip'; segment: SegmentRow }
  | { kind: 'edit'; segment: SegmentRow; row: SegmentDraft }
  | { kind: 'insert'; version: number; row: SegmentDraft; before?: string }
  | { kind: 'move'; version: number; segment: SegmentRow; before?: string }
  | { kind: 'remove'; version: number; segment: SegmentRow }
  | { kind: 'move_launch'; launch: LaunchRow; to?: string }
  | { kind: 'call' | 'take_back' | 'confirm' | 'postpone' | 'bring_back' | 'retract'; launch: LaunchRow };

export type ActionKind = OperatorAction['kind'];

/** The places of the action bar, in its order, before and after the one large button. */
export const places = {
  before: ['back', 'hold', 'shorter', 'longer', 'undo', 'redo'],
  after: ['take_back', 'next', 'end'],
} as const satisfies Record<string, ActionKind[]>;

export type Place = 'primary' | (typeof places)['before' | 'after'][number];

/** Why a place has nothing to do just now: the code of what the server would say. */
export type WhyNot =
  'not_started' | 'already_ended' | 'nothing_before' | 'nothing_next' | 'nothing_to_undo' | 'nothing_to_redo' | 'launch_not_called';

export interface AvailableActions {
  /** What each place offers, or why it offers nothing. A place is always there and never does another place's act. */
  at: Record<Place, OperatorAction | WhyNot>;
  /** The launch whose site is to confirm; the primary action is then to do it in its place. */
  waiting: LaunchRow | null;
}

const allPlaces: Place[] = [...places.before, 'primary', ...places.after];

const everywhere = (why: WhyNot) => Object.fromEntries(allPlaces.map((place) => [place, why])) as Record<Place, WhyNot>;

/** How many seconds one press makes a segment longer or shorter. */
export const durationStep = 30;

/**
 * What is to be done next. A called launch is waited for before another one is called: two calls are two presses.
 * @param me the operator's name in the log: undo and redo are of one's own; undefined: not known yet
 */
export function availableActions(view: ControlView, me?: string): AvailableActions {
  const { head, segments } = view;
  if (head.phase === 'ended') return { at: everywhere('already_ended'), waiting: null };
  const own = undoAndRedo(view, me);
  const first = following(view);
  if (head.phase === 'draft' || head.onAir === undefined)
    return {
      at: {
        ...everywhere('not_started'),
        ...own,
        primary: head.phase === 'draft' && first ? { kind: 'start', segment: first } : 'not_started',
      },
      waiting: null,
    };

  const onAir = segments.find(({ id }) => id === head.onAir)!;
  const before = segments.find(({ id }) => id === head.backTo);
  const { step, heldSince } = head;
  const here = view.launches.filter((launch) => launch.segmentId === onAir.id);
  const called = here.find(isCalled);
  const planned = here.find((launch) => launch.state === 'planned');
  const lastCalled = view.launches
    .filter(isCalled)
    .toSorted((a, b) => (a.changedAt ?? '').localeCompare(b.changedAt ?? ''))
    .at(-1);

  const end: OperatorAction = { kind: 'end', step, open: view.launches.filter(isUnsettled) };
  const next: OperatorAction | WhyNot = first ? { kind: 'next', step, segment: first, open: openNow(view) } : 'nothing_next';
  const ofLaunch: OperatorAction | null = called ? { kind: 'confirm', launch: called } : planned ? { kind: 'call', launch: planned } : null;
  return {
    at: {
      ...own,
      back: before ? { kind: 'back', step, segment: before } : 'nothing_before',
      hold: { kind: heldSince ? 'resume' : 'hold', step },
      shorter: { kind: 'shorter', segment: onAir },
      longer: { kind: 'longer', segment: onAir },
      primary: ofLaunch ?? (typeof next === 'string' ? end : next),
      take_back: lastCalled ? { kind: 'take_back', launch: lastCalled } : 'launch_not_called',
      next,
      end,
    },
    waiting: called ?? null,
  };
}

function undoAndRedo(view: ControlView, me: string | undefined): Pick<AvailableActions['at'], 'undo' | 'redo'> {
  const { undo, redo } = (me !== undefined && view.acts[me]) || {};
  return {
    undo: undo ? { kind: 'undo', act: undo, open: [] } : 'nothing_to_undo',
    redo: redo ? { kind: 'redo', act: redo, open: openNow(view) } : 'nothing_to_redo',
  };
}

/** The segment that Next, or Start, puts on air; undefined: nothing is left. */
export function following({ head, segments }: ControlView): SegmentRow | undefined {
  const at = segments.findIndex(({ id }) => id === head.onAir);
  return segments.slice(at + 1).find(({ skipped }) => !skipped);
}

/** The launches that a step leaves open. */
export const openNow = (view: ControlView) => view.launches.filter(({ open }) => open);

/** At the end nothing may be left planned or called that was not seen to be. */
export const isUnsettled = ({ state }: LaunchRow) => state === 'planned' || state === 'called';

const isCalled = ({ state }: LaunchRow) => state === 'called';

/** Whatever can be done, for the keys: each once, though the large button may offer what a place of its own does too. */
export function offered({ at }: AvailableActions): OperatorAction[] {
  const all = Object.values(at).filter((each) => typeof each !== 'string');
  return all.filter((action, i) => all.findIndex(({ kind }) => kind === action.kind) === i);
}

/** What can be done with one launch, wherever it stands. A confirmation may come, or be taken back, after the end too. */
export function launchActions(launch: LaunchRow, phase: ControlView['head']['phase']): OperatorAction[] {
  const kinds = {
    planned: phase === 'live' ? (['call', 'postpone'] as const) : (['postpone'] as const),
    called: ['confirm', 'take_back', 'postpone'] as const,
    confirmed: ['retract'] as const,
    postponed: ['bring_back'] as const,
  }[launch.state];
  return kinds.map((kind) => ({ kind, launch }));
}
