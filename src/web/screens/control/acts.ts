import type { Command, ControlView, LaunchRow, SegmentRow } from '../../lib/api/index.ts';

/** Something an operator can do, bound to what it was offered for: a press that comes late can never do another thing. */
export type Act =
  | { do: 'start'; segment: SegmentRow }
  | { do: 'next'; onAir: string; segment: SegmentRow }
  | { do: 'back'; onAir: string; segment: SegmentRow }
  | { do: 'end'; onAir: string }
  | { do: 'call' | 'confirm' | 'postpone' | 'bring_back' | 'retract'; launch: LaunchRow };

export type Deed = Act['do'];

export interface Offers {
  /** The one thing to do now; null before anything can be done and after the end. */
  primary: Act | null;
  /** The launch whose site is to confirm; the primary act is then to do it in its place. */
  waiting: LaunchRow | null;
  /** What else can be done, in a fixed order. */
  beside: Act[];
}

const nothing: Offers = { primary: null, waiting: null, beside: [] };

/** What is to be done next. A called launch is waited for before another one is called: two calls are two presses. */
export function offers(view: ControlView): Offers {
  const { head, segments } = view;
  const at = segments.findIndex((segment) => segment.id === head.onAir);
  const first = segments[0];
  if (head.phase === 'draft' && first) return { ...nothing, primary: { do: 'start', segment: first } };
  if (head.phase !== 'live' || at < 0) return nothing;

  const onAir = segments[at]!.id;
  const own = view.launches.filter((launch) => launch.segmentId === onAir);
  const called = own.find((launch) => launch.state === 'called');
  const planned = own.find((launch) => launch.state === 'planned');
  const following = segments[at + 1];
  const before = segments[at - 1];

  const end: Act = { do: 'end', onAir };
  const on: Act = following ? { do: 'next', onAir, segment: following } : end;
  const call: Act | null = planned ? { do: 'call', launch: planned } : null;
  const primary: Act = called ? { do: 'confirm', launch: called } : (call ?? on);
  const back: Act[] = before ? [{ do: 'back', onAir, segment: before }] : [];
  const beside = [...(call ? [call] : []), on, ...back, ...(following ? [end] : [])].filter((act) => act !== primary);
  return { primary, waiting: called ?? null, beside };
}

/** What can be done with one launch, wherever it stands. A confirmation may come, or be taken back, after the end too. */
export function actsOn(launch: LaunchRow, phase: ControlView['head']['phase']): Act[] {
  const deeds = {
    planned: phase === 'live' ? (['call', 'postpone'] as const) : (['postpone'] as const),
    called: ['confirm', 'postpone'] as const,
    confirmed: ['retract'] as const,
    postponed: ['bring_back'] as const,
  }[launch.state];
  return deeds.map((deed) => ({ do: deed, launch }));
}

/** The command of an act. @param reason needed by everything that is done to a launch but calling it */
export function commandOf(act: Act, reason = ''): Command {
  switch (act.do) {
    case 'start': return { type: 'start' };
    case 'next':
    case 'back':
    case 'end': return { type: act.do, onAir: act.onAir };
    case 'call': return { type: 'call_launch', launchId: act.launch.id };
    case 'confirm': return { type: 'confirm_launch', launchId: act.launch.id, attempt: act.launch.attempt, reason };
    case 'retract': return { type: 'retract_confirmation', launchId: act.launch.id, reason };
    case 'postpone': return { type: 'postpone_launch', launchId: act.launch.id, reason };
    case 'bring_back': return { type: 'bring_back_launch', launchId: act.launch.id, reason };
  }
}

export const needsReason = (act: Act) => 'launch' in act && act.do !== 'call';

/** The subject of every move of the running order. */
export const order = 'running order';

/** What an act changes: while an answer about it is awaited, no other act on the same is sent. */
export const subjectOf = (act: Act) => ('launch' in act ? `launch ${act.launch.id}` : order);
