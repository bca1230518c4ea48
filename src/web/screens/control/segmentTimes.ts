import { clock, duration, overUnder, type Zone } from '../../lib/i18n/index.ts';
import type { SegmentRow } from '../../lib/api/index.ts';
import type { Slot } from '../../lib/schedule/index.ts';
import { timeOfDay } from './segmentWriting.ts';

/** The times of a segment's row as it shows them; '' where there is nothing to say. */
export interface SegmentTimes {
  planned: string;
  /** Expected before it was on air, real from then on. */
  start: string;
  over: string;
  late: boolean;
  /** Seconds of its planned length by its own clock while on air, negative once over; 0 otherwise, so that other rows rest. */
  left: number;
  fixed: string;
  lateBy: string;
  waits: string;
  /** How long its clock has stood, while it stands. */
  held: string;
}

/** @param heldSince as the head has it @param now the show's time, epoch milliseconds */
export function segmentTimes(
  segment: SegmentRow,
  slot: Slot | undefined,
  zone: Zone,
  heldSince: string | undefined,
  now: number,
): SegmentTimes {
  const time = (at: number | undefined) => (at === undefined ? '' : clock(at, zone));
  const onAir = segment.state === 'on_air';
  const length = (milliseconds: number | undefined) => (milliseconds && milliseconds >= 1_000 ? duration(milliseconds / 1_000) : '');
  const stood = segment.heldMilliseconds + (heldSince ? Math.max(0, now - Date.parse(heldSince)) : 0);
  return {
    planned: time(slot?.plannedStart),
    start: time(slot?.start),
    over: slot?.over === undefined ? '' : overUnder(slot.over / 1_000),
    late: (slot?.over ?? 0) >= 1_000,
    left: onAir ? -(slot?.over ?? 0) / 1_000 : 0,
    fixed: segment.fixedTime ? timeOfDay(segment.fixedTime) : '',
    lateBy: length(slot?.lateBy),
    waits: segment.state === 'planned' ? length(slot?.slack) : '',
    held: onAir && heldSince ? duration(stood / 1_000) : '',
  };
}
