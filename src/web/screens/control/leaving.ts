import type { ControlView, LaunchRow } from '../../lib/api/index.ts';
import { isUnsettled, type OperatorAction } from './actions.ts';

/** A step that leaves launches open, which it names. */
export type LeavingAction = Extract<OperatorAction, { open: LaunchRow[] }> & { kind: 'next' | 'jump' | 'end' };

export const isLeaving = (action: OperatorAction): action is LeavingAction =>
  action.kind === 'next' || action.kind === 'jump' || action.kind === 'end';

/** A launch as it stands: once it has changed, it is asked about anew. */
export const asItStands = ({ id, state, attempt }: LaunchRow) => `${id} ${state} ${attempt}`;

/** What a step would leave open if it were pressed now: the end asks for more than a step does. */
export const openFor = ({ kind }: OperatorAction, view: ControlView): LaunchRow[] =>
  view.launches.filter((launch) => (kind === 'end' ? isUnsettled(launch) : launch.open));

/** The launches of the strip, the most pressing first: overdue, then called for the longest, then those that nobody has called. */
export function openLaunches(view: ControlView): LaunchRow[] {
  const rank = ({ overdue, state }: LaunchRow) => (overdue ? 0 : state === 'called' ? 1 : 2);
  const since = ({ state, changedAt }: LaunchRow) => (state === 'called' && changedAt ? Date.parse(changedAt) : 0);
  return view.launches.filter(({ open }) => open).toSorted((a, b) => rank(a) - rank(b) || since(a) - since(b));
}
