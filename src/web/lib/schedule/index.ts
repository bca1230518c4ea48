// schedule: where each segment stands in time, from (head, segments, the server's now). Pure; call it on every tick:
//   const schedule = $derived(computeSchedule(view.head, view.segments, $connection.now))
//   schedule.slots[i] { plannedStart, plannedEnd, start, end, over } · schedule.expectedEnd · schedule.over   (all in milliseconds)
export { computeSchedule, type Schedule, type Slot } from './schedule.ts';
