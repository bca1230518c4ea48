import { expect, test } from 'vitest';
import { draftOf, emptyWriting, parseDuration, parseTimeOfDay, segmentProblem, timeOfDay, writingOf } from './segmentWriting.ts';

test.each([
  ['0:01', 1],
  ['3:00', 180],
  [' 03:05 ', 185],
  ['90:00', 5_400],
  ['1:03:00', 3_780],
  ['24:00:00', 86_400],
  ['1440:00', 86_400],
])('%s is a duration', (written, seconds) => expect(parseDuration(written)).toBe(seconds));

test.each(['', '3', '90', '0:00', '24:00:01', '1:60', '1:60:00', '1:3:00', '-1:00', '1:00:0', '3.00', '1:00:00:00', '٣:٠٠'])(
  '"%s" is no duration',
  (written) => expect(parseDuration(written)).toBeUndefined(),
);

test.each([
  ['12:00', '12:00:00'],
  ['9:05', '09:05:00'],
  ['23:59:59', '23:59:59'],
  [' 00:00 ', '00:00:00'],
])('%s is a time of day', (written, time) => expect(parseTimeOfDay(written)).toBe(time));

test.each(['24:00', '12', '12:60', '12:00:60', '12.00', 'noon'])('"%s" is no time of day', (written) =>
  expect(parseTimeOfDay(written)).toBeUndefined(),
);

test('seconds of a time of day are shown where there are any', () => {
  expect(timeOfDay('12:00:00')).toBe('12:00');
  expect(timeOfDay('12:00:30')).toBe('12:00:30');
});

const good = { ...emptyWriting, en: 'Anthem' };

test('one language of a title is enough, and none is needed where a site or a launch says what it is', () => {
  expect(segmentProblem(good)).toBeNull();
  expect(segmentProblem({ ...good, en: '  ' })).toMatchObject({ field: 'kk', code: 'title_required' });
  expect(segmentProblem({ ...good, en: '', siteId: 'aksu' })).toBeNull();
  expect(segmentProblem({ ...good, en: '' }, [{ siteId: 'aksu' }])).toBeNull();
});

test('what nobody sees in a title is found where it is, also behind the blanks that are cut off', () => {
  expect(segmentProblem({ ...good, ru: '  Гимн\u202e' })).toEqual({ field: 'ru', code: 'text_unreadable', from: 6, to: 7 });
  expect(segmentProblem({ ...good, en: 'An\nthem' })).toMatchObject({ field: 'en', code: 'text_unreadable', from: 2 });
});

test('a title has 300 characters at most, and one outside the basic plane is one of them', () => {
  expect(segmentProblem({ ...good, en: '🎵'.repeat(300) })).toBeNull();
  expect(segmentProblem({ ...good, en: 'x'.repeat(301) })).toMatchObject({ field: 'en', code: 'text_too_long' });
});

test('a site must be that of every launch that stands in the segment', () => {
  expect(segmentProblem({ ...good, siteId: 'aksu' }, [{ siteId: 'aksu' }, { siteId: 'aktau' }])).toMatchObject({
    field: 'siteId',
    code: 'launch_of_another_site',
  });
  expect(segmentProblem(good, [{ siteId: 'aksu' }, { siteId: 'aktau' }])).toBeNull();
});

test('a duration and a fixed start that cannot be read are told at their fields', () => {
  expect(segmentProblem({ ...good, duration: '3' })).toMatchObject({ field: 'duration' });
  expect(segmentProblem({ ...good, fixedTime: 'noon' })).toMatchObject({ field: 'fixedTime' });
});

test('what is written in the fields is the row that it came from', () => {
  const row = { kind: 'video', title: { ru: 'Гимн' }, plannedSeconds: 3_725, siteId: 'aksu', fixedTime: '12:00:00' } as const;
  expect(writingOf(row)).toMatchObject({ ru: 'Гимн', kk: '', duration: '1:02:05', siteId: 'aksu', fixedTime: '12:00' });
  expect(draftOf(writingOf(row))).toEqual(row);
  expect(draftOf({ ...emptyWriting, en: ' Anthem ' })).toEqual({ kind: 'speech', title: { en: 'Anthem' }, plannedSeconds: 180 });
});
