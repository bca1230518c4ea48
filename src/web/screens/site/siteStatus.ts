import { airedFor, computeSchedule } from '../../lib/schedule/index.ts';
import type { LaunchRow, SegmentRow, SiteView } from '../../lib/api/index.ts';

/**
 * `skipped`: our turn does not come, or has gone by without us. `unconfirmed`: we are not on air, and a called launch still waits
 * for our word.
 */
export type SiteState = 'waiting' | 'stand-by' | 'on-air' | 'unconfirmed' | 'skipped' | 'confirmed' | 'done';

/** Where a site stands in the show. All times are epoch milliseconds, all lengths milliseconds. */
export interface SiteStatus {
  state: SiteState;
  /** Our segment: the one on air, else the next to come, else the last that was, else one that is left out. */
  ours?: SegmentRow;
  onAir?: SegmentRow;
  /** Which place ours has among the segments that are not skipped, from 1; undefined if ours is. */
  place?: number;
  of: number;
  /** How many segments come between the one on air and ours; before the start, all those before ours. */
  before: number;
  /** When ours went on air, or is expected to; undefined is "not known". */
  start?: number;
  end?: number;
  /** How much later than planned ours starts; negative is earlier. */
  later?: number;
  /** By how much ours misses the time at which it has to begin. */
  lateBy?: number;
  /** How long after the start ours is planned. */
  afterStart: number;
  /** Since when the segment on air is held. */
  heldSince?: number;
  /** How long the segment on air has been on air, and how much of its plan is left (negative: over). Both stand while it is held. */
  elapsed: number;
  left: number;
}

/**
 * Pure.
 * @param now the server's time
 */
export function siteStatus(
  { head, segments, site, launches }: Pick<SiteView, 'head' | 'segments' | 'site' | 'launches'>,
  now: number,
): SiteStatus {
  const own = new Set(launches.map((launch) => launch.segmentId));
  const isOurs = (segment: SegmentRow | undefined) => segment !== undefined && (segment.siteId === site.id || own.has(segment.id));
  const at = segments.findIndex((segment) => segment.id === head.onAir);
  const onAir = segments[at];

  const coming = head.phase === 'ended' ? -1 : comingOf(segments, at, isOurs);
  const ours = [coming, segments.findLastIndex((each) => isOurs(each) && each.state === 'done'), segments.findIndex(isOurs)].find(
    (place) => place >= 0,
  );
  const row = ours === undefined ? undefined : segments[ours];
  const { slots } = computeSchedule(head, segments, now);
  const slot = ours === undefined ? undefined : slots[ours];
  // What was aired already and comes again, after a jump back, has the time of its first run in the schedule.
  const again = coming > at && row?.state === 'done';
  const start = again ? slots[at]?.end : slot?.start;
  const counted = segments.slice(0, ours ?? 0).filter((segment) => !isLeftOut(segment));
  const elapsed = onAir ? airedFor(onAir, head.heldSince, now) : undefined;
  const length = (onAir?.plannedSeconds ?? 0) * 1_000;

  return {
    state: stateOf(coming, at, row, head.phase === 'ended', launches, segments),
    ours: row,
    onAir,
    place: row && !isLeftOut(row) ? counted.length + 1 : undefined,
    of: segments.filter((segment) => !isLeftOut(segment)).length,
    before: segments.slice(at + 1, Math.max(at + 1, coming)).filter((segment) => !segment.skipped).length,
    start,
    end: again ? undefined : slot?.end,
    later: start === undefined || slot?.plannedStart === undefined ? undefined : start - slot.plannedStart,
    lateBy: again ? undefined : slot?.lateBy,
    afterStart: counted.reduce((sum, segment) => sum + segment.plannedSeconds * 1_000, 0),
    heldSince: onAir && head.heldSince ? Date.parse(head.heldSince) : undefined,
    elapsed: elapsed ?? 0,
    left: length - (elapsed ?? 0),
  };
}

/** A segment that was on air took its time, whatever was decided of it later. */
const isLeftOut = ({ skipped, state }: SegmentRow) => skipped && state === 'planned';

/**
 * The place of our segment on air, or of the next one of ours that Next comes to; -1: none. What was aired comes again only if it
 * is the very next.
 */
function comingOf(segments: readonly SegmentRow[], at: number, isOurs: (segment: SegmentRow | undefined) => boolean): number {
  if (isOurs(segments[at])) return at;
  const next = segments.findIndex((segment, i) => i > at && !segment.skipped);
  if (next >= 0 && isOurs(segments[next])) return next;
  return segments.findIndex((segment, i) => i > at && !segment.skipped && segment.state !== 'done' && isOurs(segment));
}

function stateOf(
  coming: number,
  onAir: number,
  ours: SegmentRow | undefined,
  ended: boolean,
  launches: readonly LaunchRow[],
  segments: readonly SegmentRow[],
): SiteState {
  if (coming >= 0 && coming === onAir) return 'on-air';
  if (coming >= 0 && onAir >= 0 && segments.findIndex((segment, i) => i > onAir && !segment.skipped) === coming) return 'stand-by';
  // What is called before its segment has come is no reason to look back.
  const ahead = new Set(coming >= 0 ? segments.filter((each) => each.state === 'planned' && !each.skipped).map(({ id }) => id) : []);
  if (called(launches).some(({ segmentId }) => !ahead.has(segmentId ?? ''))) return 'unconfirmed';
  if (coming >= 0) return 'waiting';
  if (launches.some((launch) => launch.state === 'confirmed')) return 'confirmed';
  return ours?.state === 'planned' && (ours.skipped || !ended) ? 'skipped' : 'done';
}

/** The launches that wait for our word, the one whose time is over first on top. */
export const called = (launches: readonly LaunchRow[]): LaunchRow[] => {
  const due = ({ confirmBy, changedAt }: LaunchRow) => Date.parse(confirmBy ?? changedAt ?? '');
  return launches.filter((launch) => launch.state === 'called').sort((a, b) => due(a) - due(b));
};
