import { computeSchedule } from '../../lib/schedule/index.ts';
import type { LaunchRow, SegmentRow, SiteView } from '../../lib/api/index.ts';

/** `unconfirmed`: off the air again, and a called launch still waits for our word. */
export type SiteState = 'waiting' | 'stand-by' | 'on-air' | 'unconfirmed' | 'confirmed' | 'done';

/** Where a site status in the show. All times are epoch milliseconds, all lengths milliseconds. */
export interface SiteStatus {
  state: SiteState;
  /** Our segment: the one on air, else the next to come, else the last that was. */
  ours?: SegmentRow;
  onAir?: SegmentRow;
  /** Which place in the order ours has, from 1. */
  place: number;
  of: number;
  /** How many segments come between the one on air and ours; before the start, all those before ours. */
  before: number;
  /** When ours went on air, or is expected to; undefined is "not known". */
  start?: number;
  end?: number;
  /** How much later than planned ours starts; negative is earlier. */
  later?: number;
  /** How long after the start ours is planned. */
  afterStart: number;
  /** How long the segment on air has been on air, and how much of its plan is left (negative: over). */
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
  const isOurs = (segment: SegmentRow) => segment.siteId === site.id || own.has(segment.id);
  const at = segments.findIndex((segment) => segment.id === head.onAir);
  const onAir = segments[at];

  const coming = head.phase === 'ended' ? -1 : segments.findIndex((segment, i) => i >= at && segment.state !== 'done' && isOurs(segment));
  const ours = coming >= 0 ? coming : segments.findLastIndex(isOurs);
  const slots = computeSchedule(head, segments, now).slots;
  const slot = slots[ours];
  // The schedule counts by the segment's own clock, which stands while it is held.
  const [length, over] = [(onAir?.plannedSeconds ?? 0) * 1_000, slots[at]?.over];

  return {
    state: stateOf(coming, at, launches, segments),
    ours: segments[ours],
    onAir,
    place: ours + 1,
    of: segments.length,
    before: Math.max(0, coming - at - 1),
    start: slot?.start,
    end: slot?.end,
    later: slot?.start === undefined || slot.plannedStart === undefined ? undefined : slot.start - slot.plannedStart,
    afterStart: segments.slice(0, Math.max(0, ours)).reduce((sum, segment) => sum + segment.plannedSeconds * 1_000, 0),
    elapsed: over === undefined ? 0 : Math.max(0, length + over),
    left: over === undefined ? length : -over,
  };
}

function stateOf(coming: number, onAir: number, launches: readonly LaunchRow[], segments: readonly SegmentRow[]): SiteState {
  if (coming >= 0 && coming === onAir) return 'on-air';
  if (coming >= 0 && onAir >= 0 && coming === onAir + 1) return 'stand-by';
  // What is called before its segment has come is no reason to look back.
  const ahead = new Set(coming >= 0 ? segments.filter(({ state }) => state === 'planned').map(({ id }) => id) : []);
  if (called(launches).some(({ segmentId }) => !ahead.has(segmentId ?? ''))) return 'unconfirmed';
  if (coming >= 0) return 'waiting';
  return launches.some((launch) => launch.state === 'confirmed') ? 'confirmed' : 'done';
}

/** The launches that wait for our word, the one that was called first on top. */
export const called = (launches: readonly LaunchRow[]): LaunchRow[] =>
  launches.filter((launch) => launch.state === 'called').sort((a, b) => Date.parse(a.changedAt ?? '') - Date.parse(b.changedAt ?? ''));
