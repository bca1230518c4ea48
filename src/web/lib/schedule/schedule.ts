import type { TeleconferenceHeader, SegmentRow } from '../api/index.ts';

/** All times are epoch milliseconds, all lengths milliseconds; undefined is "not known". */
export interface Slot {
  id: string;
  plannedStart?: number;
  plannedEnd?: number;
  /** When it went on air, or is expected to. */
  start?: number;
  /** When it left the air, or is expected to. */
  end?: number;
  /** How much longer than planned it has run so far; negative while time is left. Undefined before it is on air. */
  over?: number;
}

export interface Schedule {
  slots: Slot[];
  plannedStart?: number;
  plannedEnd?: number;
  /** The end of the show as it stands now; after the end, the real one. */
  expectedEnd?: number;
  /** Expected end minus planned end: positive is behind the plan. */
  over?: number;
}

/** A planned start further from the real one than this is of another day, as in a run-through: it does not bind. */
const near = 12 * 3_600_000;

const at = (time: string | undefined) => (time === undefined ? undefined : Date.parse(time));
const plus = (time: number | undefined, length: number) => (time === undefined ? undefined : time + length);

/**
 * Where each segment stands in time, recomputed from now at every call, so that whatever overruns pushes everything
 * after it. Pure.
 * @param now the server's time
 */
export function computeSchedule(
  head: Pick<TeleconferenceHeader, 'phase' | 'startedAt' | 'endedAt' | 'plannedStart'>,
  segments: readonly SegmentRow[],
  now: number,
): Schedule {
  const plannedStart = anchor(head, now);
  let planned = plannedStart;
  // Before the start the first segment is expected when it is planned, or now once that time has passed.
  let expected = head.phase === 'draft' && plannedStart !== undefined ? Math.max(plannedStart, now) : undefined;

  const slots = segments.map((segment): Slot => {
    const length = segment.plannedSeconds * 1_000;
    const [start, left] = [at(segment.startedAt), at(segment.endedAt)];
    const slot: Slot = { id: segment.id, plannedStart: planned, plannedEnd: plus(planned, length) };
    planned = slot.plannedEnd;
    if (segment.state === 'planned' || start === undefined) {
      expected = plus((slot.start = expected), length);
      return head.phase === 'ended' ? { ...slot, start: undefined } : { ...slot, end: expected };
    }
    expected = left ?? Math.max(now, start + length);
    return { ...slot, start, end: expected, over: (left ?? now) - start - length };
  });

  const expectedEnd = head.phase === 'ended' ? at(head.endedAt) : expected;
  const over = expectedEnd === undefined || planned === undefined ? undefined : expectedEnd - planned;
  return { slots, plannedStart, plannedEnd: planned, expectedEnd, over };
}

function anchor({ startedAt, plannedStart }: Pick<TeleconferenceHeader, 'startedAt' | 'plannedStart'>, now: number): number | undefined {
  const [real, wanted] = [at(startedAt), at(plannedStart)];
  if (wanted === undefined) return real;
  if (real === undefined) return now - wanted < near ? wanted : undefined;
  return Math.abs(wanted - real) <= near ? wanted : real;
}
