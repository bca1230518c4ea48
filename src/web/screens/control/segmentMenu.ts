import type { ControlView, LaunchRow, RefusalCode, SegmentRow } from '../../lib/api/index.ts';
import { durationStep, openNow, type OperatorAction } from './actions.ts';
import type { OrderRequest } from './operatorActions.svelte.ts';
import { shifted, standsBefore } from './placement.ts';
import { maxSeconds } from './segmentWriting.ts';

/** Why an item does nothing just now: the code of what the server would say, or that it is there already. */
type WhyNot =
  | Extract<RefusalCode, 'segment_on_air' | 'segment_holds_launches' | 'only_segment' | 'too_many_segments' | 'duration_out_of_range'>
  | 'firstAlready'
  | 'lastAlready';

/** An item of a segment's menu: its words, and what it does or asks. */
export interface SegmentItem {
  label:
    | 'actionJump'
    | 'actionLonger'
    | 'actionShorter'
    | 'actionEdit'
    | 'actionInsert'
    | 'actionAppend'
    | 'actionSkip'
    | 'actionUnskip'
    | 'actionMoveUp'
    | 'actionMoveDown'
    | 'actionMoveTo'
    | 'actionMoveLaunches'
    | 'actionRemove';
  does: OperatorAction | OrderRequest;
  why?: WhyNot;
}

/** As many segments as a plan may have. Source: Domain/RunningOrder/OrderEditCommands.cs. */
const maxSegments = 2_000;

/** What can be done with one segment while the show has not ended: always the same items at the same places, but for two. */
export function segmentMenu(segment: SegmentRow, view: ControlView, launches: readonly LaunchRow[]): SegmentItem[] {
  const { step, orderVersion: version } = view.head;
  const order = view.segments.map(({ id }) => id);
  const last = order.at(-1) === segment.id;
  const onAir = segment.state === 'on_air' ? 'segment_on_air' : undefined;
  const full = order.length >= maxSegments ? 'too_many_segments' : undefined;
  const length = (by: number) =>
    segment.plannedSeconds + by < 1 || segment.plannedSeconds + by > maxSeconds ? 'duration_out_of_range' : undefined;
  const move = (by: number): OperatorAction => ({
    kind: 'move',
    version,
    segment,
    before: standsBefore(segment.id, shifted(segment.id, by, order)),
  });
  const ids = launches.map(({ id }) => id);
  return [
    { label: 'actionJump', does: { kind: 'jump', step, segment, open: openNow(view) }, why: onAir },
    { label: 'actionLonger', does: { kind: 'longer', segment }, why: length(durationStep) },
    { label: 'actionShorter', does: { kind: 'shorter', segment }, why: length(-durationStep) },
    { label: 'actionEdit', does: { kind: 'edit_segment', segment } },
    { label: 'actionInsert', does: { kind: 'insert_segment', before: segment.id }, why: full },
    ...(last ? [{ label: 'actionAppend', does: { kind: 'insert_segment' }, why: full } as const] : []),
    segment.skipped
      ? { label: 'actionUnskip', does: { kind: 'unskip', segment } }
      : { label: 'actionSkip', does: { kind: 'skip', segment }, why: onAir },
    { label: 'actionMoveUp', does: move(-1), why: order[0] === segment.id ? 'firstAlready' : undefined },
    { label: 'actionMoveDown', does: move(1), why: last ? 'lastAlready' : undefined },
    { label: 'actionMoveTo', does: { kind: 'move_segment', segment }, why: order.length === 1 ? 'only_segment' : undefined },
    ...(ids.length > 0
      ? [{ label: 'actionMoveLaunches', does: { kind: 'move_launches', segmentId: segment.id, launches: ids } } as const]
      : []),
    {
      label: 'actionRemove',
      does: { kind: 'remove', version, segment },
      why: onAir ?? (ids.length > 0 ? 'segment_holds_launches' : order.length === 1 ? 'only_segment' : undefined),
    },
  ];
}
