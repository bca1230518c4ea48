import type { Figure, Qualifier, Sum, Unit } from '../api/index.ts';
import { ablativeOfNumber } from './ablative.ts';
import type { Lang } from './i18n.svelte.ts';

/**
 * How a figure is shown. `figure`: as short as it can be said, "23.4 billion tenge". `total`: for sums that run while
 * people look, so tenge keep at least one decimal and jobs are written in full, "622.0 billion tenge", "2,376 jobs".
 */
export type Mode = 'figure' | 'total';

/** A figure in words: `before + number + after` is `text`; the parts are for setting the number large. */
export interface FormattedFigure {
  before: string;
  number: string;
  after: string;
  text: string;
  /** All digits, where `text` is written with "million" or more. */
  exact?: string;
}

interface Value {
  value: number;
  unit: Unit;
  /** Exact if it is left out. */
  qualifier?: Qualifier;
}

const group = { en: ',', ru: '\u00a0', kk: '\u00a0' };
const point = { en: '.', ru: ',', kk: ',' };
const scales = [
  { size: 1e12, en: 'trillion', ru: 'трлн', kk: 'трлн' },
  { size: 1e9, en: 'billion', ru: 'млрд', kk: 'млрд' },
  { size: 1e6, en: 'million', ru: 'млн', kk: 'млн' },
] as const;
const thousand = { size: 1e3, en: 'thousand', ru: 'тысяч', kk: 'мың' } as const;

/** [after 1, after 2 to 4, after 5 and more]; the genitive after "более" and "около" is the last, after 21 the middle one. */
const russian: Record<Unit | 'thousand', [string, string, string]> = {
  projects: ['проект', 'проекта', 'проектов'],
  jobs: ['рабочее место', 'рабочих места', 'рабочих мест'],
  tenge: ['тенге', 'тенге', 'тенге'],
  thousand: ['тысяча', 'тысячи', 'тысяч'],
};
const genitiveOfOne = { projects: 'проекта', jobs: 'рабочего места', tenge: 'тенге', thousand: 'тысячи' };
const english = { projects: ['project', 'projects'], jobs: ['job', 'jobs'], tenge: ['tenge', 'tenge'] } as const;
const kazakh = { projects: 'жоба', jobs: 'жұмыс орны', tenge: 'теңге' };

export function formatValue(of: Value, lang: Lang, mode: Mode = 'figure'): FormattedFigure {
  const scale = scaleOf(of, lang, mode);
  const shown = write(of, digits(of, scale?.size ?? 1, lang, mode), scale, lang);
  return scale && scale.size >= 1e6 ? { ...shown, exact: write(of, grouped(of.value, lang), null, lang).text } : shown;
}

export function notStated(lang: Lang): string {
  return { en: 'not stated', ru: 'не указано', kk: 'көрсетілмеген' }[lang];
}

/** @param projects how many of them have no figure */
export function notStatedFor(projects: number, lang: Lang): string {
  const n = grouped(projects, lang);
  if (lang === 'en') return `not stated for ${n} ${english.projects[projects === 1 ? 0 : 1]}`;
  if (lang === 'ru') return `не указано для ${n} ${genitive('projects', projects)}`;
  return `${n} ${kazakh.projects} үшін көрсетілмеген`;
}

/** A figure of the source; undefined is "not stated". */
export const formatFigure = (of: Figure | undefined, lang: Lang): FormattedFigure => (of ? formatValue(of, lang) : plain(notStated(lang)));

/** A running total; null-valued is "not stated". How many parts had no figure is for `notStatedFor`. */
export const formatTotal = (of: Sum, lang: Lang): FormattedFigure =>
  of.value == null ? plain(notStated(lang)) : formatValue({ ...of, value: of.value }, lang, 'total');

const plain = (text: string): FormattedFigure => ({ before: '', number: text, after: '', text });

type Scale = (typeof scales)[number] | typeof thousand;

/** The largest scale that the value reaches once it is rounded: 999.9999 billion is 1 trillion. */
function scaleOf(of: Value, lang: Lang, mode: Mode): Scale | null {
  if (mode === 'total' && of.unit !== 'tenge') return null;
  const scale = scales.find(({ size }) => thousandths(of, size) >= 1_000);
  if (scale) return of.value < 1e6 ? null : scale;
  const round = (of.qualifier ?? 'exact') !== 'exact' && of.unit !== 'tenge' && of.value >= 1e3 && of.value % 1e3 === 0;
  // "About twelve thousand" does not claim to know the hundreds. English has "more than 18,000" all the same.
  return round && (lang !== 'en' || of.qualifier === 'about') ? thousand : null;
}

/** The value in thousandths of a scale, rounded; "more than" is rounded down, or it would no longer be true. */
function thousandths(of: Value, size: number): number {
  const unit = size / 1_000;
  const rest = of.value % unit;
  const up = of.qualifier !== 'more_than' && rest * 2 >= unit && rest > 0;
  return (of.value - rest) / unit + (up ? 1 : 0);
}

function digits(of: Value, size: number, lang: Lang, mode: Mode): string {
  if (size === 1) return grouped(of.value, lang);
  const all = thousandths(of, size);
  const fraction = String(all % 1_000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const shown = mode === 'total' ? fraction.padEnd(1, '0') : fraction;
  return grouped(Math.floor(all / 1_000), lang) + (shown && point[lang] + shown);
}

const grouped = (value: number, lang: Lang) => String(value).replace(/\B(?=(\d{3})+$)/g, group[lang]);

function write(of: Value, number: string, scale: Scale | null, lang: Lang): FormattedFigure {
  const [before, after] = { en: inEnglish, ru: inRussian, kk: inKazakh }[lang](of, scale);
  return { before, number, after, text: before + number + after };
}

type Around = [before: string, after: string];

function inEnglish({ value, unit, qualifier = 'exact' }: Value, scale: Scale | null): Around {
  const before = { exact: '', more_than: 'more than ', about: 'about ' }[qualifier];
  return [before, `${scale ? ` ${scale.en}` : ''} ${english[unit][value === 1 ? 0 : 1]}`];
}

function inRussian({ value, unit, qualifier = 'exact' }: Value, scale: Scale | null): Around {
  const before = { exact: '', more_than: 'более ', about: 'около ' }[qualifier];
  if (scale === thousand) return [before, ` ${genitive('thousand', value / 1e3)} ${russian[unit][2]}`];
  if (scale) return [before, ` ${scale.ru} ${russian[unit][2]}`];
  return [before, ` ${qualifier === 'exact' ? counted(unit, value) : genitive(unit, value)}`];
}

function inKazakh({ value, unit, qualifier = 'exact' }: Value, scale: Scale | null): Around {
  const before = qualifier === 'about' ? 'шамамен ' : '';
  const word = scale ? ` ${scale.kk}` : '';
  if (qualifier !== 'more_than') return [before, `${word} ${kazakh[unit]}`];
  if (unit === 'tenge') return ['', `${word} теңгеден астам`];
  const ending = ablativeOfNumber(scale ? scale.size : value);
  return [before, `${word}${scale === thousand ? '' : '-'}${ending} астам ${kazakh[unit]}`];
}

const rules = new Intl.PluralRules('ru');

function counted(what: keyof typeof russian, n: number): string {
  return russian[what][{ one: 0, few: 1, many: 2, other: 2, two: 2, zero: 2 }[rules.select(n)]]!;
}

const genitive = (what: keyof typeof russian, n: number) => (rules.select(n) === 'one' ? genitiveOfOne[what] : russian[what][2]);
