// schedule: where each segment stands in time, from (head, segments, the server's now). Pure; call it on every tick:
//   const schedule = $derived(computeSchedule(view.head, view.segments, $connection.now))
//   schedule.slots[i] { plannedStart, plannedEnd, start, end, over, lateBy, slack }                       (all in milliseconds)
//   schedule.expectedEnd · schedule.over · schedule.toStart (the countdown)
// How long a segment has run by its own clock is its planned length + over, or airedFor(…) where only that is wanted; what is left
// of it is −over.
export { airedFor, computeSchedule, type Schedule, type ScheduledSegment, type ScheduleHead, type Slot } from './schedule.ts';
