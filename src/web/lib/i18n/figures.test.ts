import { expect, test } from 'vitest';
import type { Qualifier, Unit } from '../api/index.ts';
import { ablativeOfNumber } from './ablative.ts';
import cases from './figures.cases.json';
import { formatValue, notStatedFor, formatFigure, formatTotal, type Mode } from './figures.ts';
import { languages } from './i18n.svelte.ts';

for (const { value, unit, qualifier, mode, ...texts } of cases) {
  test(`${value} ${unit}, ${qualifier}, as a ${mode}, is said right in each language`, () => {
    for (const lang of languages) {
      const shown = formatValue({ value, unit: unit as Unit, qualifier: qualifier as Qualifier }, lang, mode as Mode);
      expect(shown.text).toBe(texts[lang]);
      expect(shown.before + shown.number + shown.after).toBe(shown.text);
    }
  });
}

test('what is written with billions can still be read to the last tenge', () => {
  const sum = { value: 622_123_456_789, unit: 'tenge', qualifier: 'more_than' } as const;
  expect(formatValue(sum, 'en', 'total').exact).toBe('more than 622,123,456,789 tenge');
  expect(formatValue(sum, 'kk', 'total').exact).toBe('622\u00a0123\u00a0456\u00a0789 теңгеден астам');
  expect(formatValue({ ...sum, value: 999_999 }, 'en', 'total').exact).toBeUndefined();
});

test('a figure that is not stated is never a zero', () => {
  expect(formatFigure(undefined, 'en').text).toBe('not stated');
  expect(formatTotal({ unit: 'jobs', qualifier: 'exact', stated: 0, notStated: 12 }, 'ru').text).toBe('не указано');
});

test('how many had no figure is said in the plural that each language asks for', () => {
  expect(notStatedFor(12, 'en')).toBe('not stated for 12 projects');
  expect(notStatedFor(1, 'en')).toBe('not stated for 1 project');
  expect(notStatedFor(21, 'ru')).toBe('не указано для 21 проекта');
  expect(notStatedFor(12, 'ru')).toBe('не указано для 12 проектов');
  expect(notStatedFor(12, 'kk')).toBe('12 жоба үшін көрсетілмеген');
});

test('the Kazakh ablative follows the last word of the number as it is spoken', () => {
  const endings = Object.fromEntries(
    [0, 1, 3, 6, 9, 10, 20, 40, 50, 60, 70, 80, 90, 100, 127, 380, 1_000, 200_000, 1_000_000, 1_000_000_000].map((n) => [
      n,
      ablativeOfNumber(n),
    ]),
  );
  expect(endings).toEqual({
    0: 'ден',
    1: 'ден',
    3: 'тен',
    6: 'дан',
    9: 'дан',
    10: 'нан',
    20: 'дан',
    40: 'тан',
    50: 'ден',
    60: 'тан',
    70: 'тен',
    80: 'нен',
    90: 'нан',
    100: 'ден',
    127: 'ден',
    380: 'нен',
    1000: 'нан',
    200000: 'нан',
    1000000: 'нан',
    1000000000: 'тан',
  });
});
