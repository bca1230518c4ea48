import { expect, test } from 'vitest';
import { text } from './text.ts';
import { age, clock, day, duration, overUnder, span } from './times.ts';

test('a clock shows the time of its own zone, on 24 hours', () => {
  expect(clock('2017-12-06T18:30:00Z', { timeZone: 'Asia/Almaty' })).toBe('00:30');
  expect(clock('2017-12-06T06:05:09Z', { timeZone: 'Asia/Aqtobe' }, true)).toBe('11:05:09');
});

test('the server’s offset counts, whatever this device believes of the zone', () => {
  // Almaty was at +6 in 2017, as Node knows: here it stands for a device that has not heard of a change to +5.
  const almaty = { timeZone: 'Asia/Almaty', utcOffsetMinutes: 300 };
  expect(clock('2017-12-06T18:30:00Z', almaty)).toBe('23:30');
  expect(clock(Date.parse('2017-12-06T19:30:00Z'), almaty)).toBe('00:30');
  expect(clock('2017-12-06T19:05:09Z', { timeZone: 'No/Such_Zone', utcOffsetMinutes: -210 }, true)).toBe('15:35:09');
  expect(clock('2017-12-06T18:30:00Z', { timeZone: 'Asia/Almaty', utcOffsetMinutes: 0 })).toBe('18:30');
});

test('durations show hours only where there are any', () => {
  expect([0, 59, 61, 3_600, 36_061].map(duration)).toEqual(['00:00', '00:59', '01:01', '1:00:00', '10:01:01']);
});

test('over and under carry their sign, and less than a second is neither', () => {
  expect([75, -75, 0.9, -0.9].map(overUnder)).toEqual(['+01:15', '\u221201:15', '00:00', '00:00']);
});

test('an age is said in its largest unit', () => {
  expect([0, 12.9, 180, 7_200, 172_800].map((s) => age(s, 'en'))).toEqual(['0 s', '12 s', '3 min', '2 h', '2 d']);
  expect(age(180, 'ru')).toBe('3 мин');
  expect(age(7_200, 'kk')).toBe('2 сағ');
});

test('a day is written out in each language, without help from the browser', () => {
  expect(day('2017-12-06', 'en')).toBe('6 December 2017');
  expect(day('2017-12-06', 'ru')).toBe('6 декабря 2017 года');
  expect(day('2017-12-06', 'kk')).toBe('2017 жылғы 6 желтоқсан');
});

test('a name that is not there in the reader’s language is taken from the nearest one, which is told', () => {
  expect(text({ en: 'Dairy plant' }, 'kk')).toEqual({ text: 'Dairy plant', lang: 'en' });
  expect(text({ en: 'Dairy plant', ru: 'Молочный завод' }, 'kk')).toEqual({ text: 'Молочный завод', lang: 'ru' });
  expect(text(undefined, 'ru')).toEqual({ text: '', lang: 'ru' });
});

test('a length is told in its two largest units, rounded to the smaller one', () => {
  expect([3 * 3_600, 3 * 3_600 - 0.6, 125, 45, 2.4, 86_400 + 3 * 3_600 + 1_000].map((seconds) => span(seconds, 'en'))).toEqual([
    '3 h 0 min',
    '3 h 0 min',
    '2 min 5 s',
    '45 s',
    '2 s',
    '1 d 3 h',
  ]);
  expect(span(3_599.7, 'en')).toBe('1 h 0 min');
  expect([span(10_800, 'ru'), span(10_800, 'kk')]).toEqual(['3 ч 0 мин', '3 сағ 0 мин']);
});
