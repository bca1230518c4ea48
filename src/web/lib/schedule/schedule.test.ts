import { expect, test } from 'vitest';
import type { Phase } from '../api/index.ts';
import cases from './schedule.cases.json';
import { computeSchedule, type ScheduledSegment } from './schedule.ts';

// In the cases a time is "[±days ]HH:MM[:SS[.fraction]]", UTC, from 6 December 2017; a length is in seconds.
const times = ['now', 'startedAt', 'endedAt', 'plannedStart', 'heldSince', 'fixedStart', 'plannedEnd', 'expectedEnd', 'start', 'end'];
const lengths = ['over', 'toStart', 'lateBy', 'slack'];

function iso(short: string): string {
  const [time, days] = short.split(' ').reverse();
  const date = new Date(Date.UTC(2017, 11, 6 + Number(days ?? 0))).toISOString().slice(0, 10);
  return `${date}T${time!.length === 5 ? `${time}:00` : time}Z`;
}

const map = (row: object, value: (name: string, is: unknown) => unknown): object =>
  Object.fromEntries(Object.entries(row).map(([name, is]) => [name, value(name, is)]));
/** As the wire has it. */
const wired = <T extends object>(row: T) => map(row, (name, is) => (times.includes(name) ? iso(is as string) : is)) as T;
/** As the schedule says it. */
const counted = (row: object): object =>
  map(row, (name, is) => {
    if (name === 'slots') return (is as object[]).map(counted);
    if (times.includes(name)) return Date.parse(iso(is as string));
    return lengths.includes(name) ? Math.round((is as number) * 1_000) : is;
  });

test.each(cases)('$name', ({ now, expected, ...show }) => {
  const head = wired({ ...show, phase: show.phase as Phase });
  const segments = show.segments.map((segment) => wired<ScheduledSegment>(segment));
  expect(computeSchedule(head, segments, Date.parse(iso(now)))).toEqual(counted(expected));
});

test('every case has a name of its own', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});
