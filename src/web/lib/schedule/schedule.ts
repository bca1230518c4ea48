import type { Phase } from '../api/index.ts';

/** What the schedule reads of a show's header. Instants as the wire writes them; absent is "not, or not known". */
export interface ScheduleHead {
  phase: Phase;
  startedAt?: string | null;
  endedAt?: string | null;
  plannedStart?: string | null;
  /** Since when the segment on air is held; absent while it is not. */
  heldSince?: string | null;
}

/** What the schedule reads of a segment, in the order that stands. Never on air: no start; on air: no end. */
export interface ScheduledSegment {
  id: string;
  plannedSeconds: number;
  startedAt?: string | null;
  endedAt?: string | null;
  /** How long it was held while on air; a hold that still lasts is not in it. */
  heldMilliseconds?: number | null;
  skipped?: boolean | null;
  /** The instant before which it must not begin. */
  fixedStart?: string | null;
}

/** All times are epoch milliseconds, all lengths milliseconds; undefined is "not known", or "does not apply". */
export interface Slot {
  id: string;
  plannedStart?: number;
  plannedEnd?: number;
  /** When it went on air, or is expected to. */
  start?: number;
  /** When it left the air, or is expected to. */
  end?: number;
  /** How much longer than planned it has run by its own clock, which stands while held; negative while time is left. Once on air. */
  over?: number;
  /** By how much it misses its fixed start, or has missed it. */
  lateBy?: number;
  /** How long it is expected to wait for its fixed start. */
  slack?: number;
}

export interface Schedule {
  slots: Slot[];
  plannedStart?: number;
  plannedEnd?: number;
  /** The end of the show as it stands now; after the end, the real one. */
  expectedEnd?: number;
  /** Expected end minus planned end: positive is behind the plan. */
  over?: number;
  /** Before the start: how long until the planned start; negative once that has gone by. */
  toStart?: number;
}

/** A planned start further from the real one than this is of another day, as in a run-through: it does not bind. */
const near = 12 * 3_600_000;

const at = (time: string | null | undefined) => (time == null ? undefined : Date.parse(time));
const plus = (time: number | undefined, length: number) => (time === undefined ? undefined : time + length);
const less = (time: number | undefined, other: number | undefined) =>
  time === undefined || other === undefined ? undefined : time - other;
const positive = (length: number | undefined) => (length !== undefined && length > 0 ? length : undefined);
/** A fixed start moves what has a time already; alone it places nothing. */
const notBefore = (time: number | undefined, fixed: number | undefined) => (time === undefined ? undefined : Math.max(time, fixed ?? time));

/**
 * Where each segment stands in time, recomputed from now at every call. Pure. The server counts alike (Schedule.cs); both
 * are held to schedule.cases.json.
 *
 * Planned: laid end to end from the planned start, or the real one where there is none. Expected: from now on, so that what
 * overruns pushes everything after it and what ends early pulls it; what stands before the segment on air and was never aired
 * is not expected, what stands after it and was aired already is not expected again. A fixed start takes up the slack before
 * it. A skipped segment that was never on air takes no time and has no times. After a step of the server's clock the stored
 * times have moved with it, so nothing is to be done here.
 * @param now the server's time
 */
export function computeSchedule(head: ScheduleHead, segments: readonly ScheduledSegment[], now: number): Schedule {
  const draft = head.phase === 'draft';
  const plannedStart = anchor(head, now);
  let planned = plannedStart;
  // Before the start the first segment is expected when it is planned, or now once that has gone by. Later the one on air leads.
  let expected = draft && plannedStart !== undefined ? Math.max(plannedStart, now) : undefined;

  const slots = segments.map((segment): Slot => {
    const [start, left, fixed] = [at(segment.startedAt), at(segment.endedAt), at(segment.fixedStart)];
    if (segment.skipped && start === undefined) return { id: segment.id };
    const length = segment.plannedSeconds * 1_000;
    const slot: Slot = { id: segment.id, plannedStart: notBefore(planned, fixed) };
    slot.plannedEnd = planned = plus(slot.plannedStart, length);

    if (start === undefined) {
      slot.start = notBefore(expected, fixed);
      slot.slack = positive(less(slot.start, expected));
      slot.end = expected = plus(slot.start, length);
    } else {
      slot.start = start;
      slot.over = airedFor(segment, head.heldSince, now)! - length;
      slot.end = left ?? now + Math.max(0, -slot.over);
      if (left === undefined) expected = slot.end;
    }
    slot.lateBy = positive(less(slot.start, fixed));
    return slot;
  });

  const expectedEnd = head.phase === 'ended' ? at(head.endedAt) : expected;
  return {
    slots,
    plannedStart,
    plannedEnd: planned,
    expectedEnd,
    over: less(expectedEnd, planned),
    toStart: draft ? less(plannedStart, now) : undefined,
  };
}

/** How long a segment has been on air by its own clock, which stands while it is held; milliseconds. Undefined: never. */
export function airedFor(
  { startedAt, endedAt, heldMilliseconds }: Pick<ScheduledSegment, 'startedAt' | 'endedAt' | 'heldMilliseconds'>,
  heldSince: string | null | undefined,
  now: number,
): number | undefined {
  const [start, left] = [at(startedAt), at(endedAt)];
  const held = (heldMilliseconds ?? 0) + (left === undefined ? (positive(less(now, at(heldSince))) ?? 0) : 0);
  return start === undefined ? undefined : (left ?? now) - start - held;
}

/** What the plan is laid from: the planned start while it binds, else the real one. */
function anchor({ startedAt, plannedStart }: ScheduleHead, now: number): number | undefined {
  const [real, wanted] = [at(startedAt), at(plannedStart)];
  if (wanted === undefined) return real;
  if (real === undefined) return now - wanted <= near ? wanted : undefined;
  return Math.abs(wanted - real) <= near ? wanted : real;
}
