// schedule: where each segment stands in time, from (head, segments, the server's now). Pure; call it on every tick:
//   const plan = $derived(schedule(view.head, view.segments, $connection.now))
//   plan.slots[i] { plannedStart, plannedEnd, start, end, over } · plan.expectedEnd · plan.over   (all in milliseconds)
export { schedule, type Schedule, type Slot } from './schedule.ts';
