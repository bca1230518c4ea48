import { expect, test } from 'vitest';
import type { SegmentRow } from '../api/index.ts';
import { computeSchedule } from './schedule.ts';

const minute = 60_000;
const t = (time: string) => Date.parse(`2017-12-06T${time}:00Z`);
const iso = (time: string) => new Date(t(time)).toISOString();
const row = (id: string, minutes: number, startedAt?: string, endedAt?: string): SegmentRow => ({
  id,
  kind: 'speech',
  plannedSeconds: minutes * 60,
  seq: 0,
  skipped: false,
  heldMilliseconds: 0,
  state: endedAt ? 'done' : startedAt ? 'on_air' : 'planned',
  startedAt: startedAt && iso(startedAt),
  endedAt: endedAt && iso(endedAt),
});

test('before the start everything follows from the planned start, if there is one', () => {
  const order = [row('a', 5), row('b', 10)];
  const result = computeSchedule({ phase: 'draft', plannedStart: iso('08:00') }, order, t('07:00'));
  expect(result.slots.map((slot) => slot.start)).toEqual([t('08:00'), t('08:05')]);
  expect(result).toMatchObject({ expectedEnd: t('08:15'), plannedEnd: t('08:15'), over: 0 });
  expect(computeSchedule({ phase: 'draft' }, order, t('07:00')).slots[1]).toEqual({ id: 'b' });
});

test('a start that is late moves what is expected, not what was planned', () => {
  const result = computeSchedule({ phase: 'draft', plannedStart: iso('08:00') }, [row('a', 5)], t('08:03'));
  expect(result.slots[0]).toMatchObject({ plannedStart: t('08:00'), start: t('08:03'), end: t('08:08') });
  expect(result.over).toBe(3 * minute);
});

test('a segment that overruns pushes all that follow, second by second', () => {
  const live = { phase: 'live', startedAt: iso('08:00') } as const;
  const order = [row('a', 5, '08:00'), row('b', 10), row('c', 1)];
  expect(computeSchedule(live, order, t('08:03'))).toMatchObject({ expectedEnd: t('08:16'), over: 0 });
  const late = computeSchedule(live, order, t('08:07'));
  expect(late.slots.map((slot) => slot.start)).toEqual([t('08:00'), t('08:07'), t('08:17')]);
  expect(late.slots[0]!.over).toBe(2 * minute);
  expect(late).toMatchObject({ expectedEnd: t('08:18'), plannedEnd: t('08:16'), over: 2 * minute });
});

test('a segment that ended early pulls all that follow', () => {
  const order = [row('a', 5, '08:00', '08:02'), row('b', 10, '08:02'), row('c', 1)];
  const result = computeSchedule({ phase: 'live', startedAt: iso('08:00') }, order, t('08:03'));
  expect(result.slots[0]!.over).toBe(-3 * minute);
  expect(result.slots[1]).toMatchObject({ plannedStart: t('08:05'), end: t('08:12'), over: -9 * minute });
  expect(result.over).toBe(-3 * minute);
});

test('a show that runs over midnight goes on into the next day', () => {
  const result = computeSchedule({ phase: 'live', startedAt: iso('23:50') }, [row('a', 20, '23:50'), row('b', 15)], t('23:55'));
  expect(new Date(result.slots[1]!.start!).toISOString()).toBe('2017-12-07T00:10:00.000Z');
  expect(new Date(result.expectedEnd!).toISOString()).toBe('2017-12-07T00:25:00.000Z');
  expect(result.over).toBe(0);
});

test('a planned start of another day does not bind a run-through', () => {
  const head = { phase: 'live', startedAt: iso('08:00'), plannedStart: '2017-12-04T08:00:00Z' } as const;
  expect(computeSchedule(head, [row('a', 5, '08:00')], t('08:01')).plannedStart).toBe(t('08:00'));
  const before = { phase: 'draft', plannedStart: '2017-12-04T08:00:00Z' } as const;
  expect(computeSchedule(before, [row('a', 5)], t('08:00')).slots[0]!.start).toBeUndefined();
});

test('after the end the real end counts, and what never went on air has no times of its own', () => {
  const head = { phase: 'ended', startedAt: iso('08:00'), endedAt: iso('08:04') } as const;
  const result = computeSchedule(head, [row('a', 5, '08:00', '08:04'), row('b', 5)], t('09:00'));
  expect(result.slots[1]).toMatchObject({ start: undefined, plannedStart: t('08:05') });
  expect(result).toMatchObject({ expectedEnd: t('08:04'), over: -6 * minute });
});
