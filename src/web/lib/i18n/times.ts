import type { Lang } from './i18n.svelte.ts';

type Instant = number | string | Date;

/** Where a clock hangs: a studio or a site, as the wire has them. */
export interface Zone {
  /** IANA name. */
  timeZone: string;
  /** How far the server says its clocks are ahead of UTC during the show; absent where the server does not know. */
  utcOffsetMinutes?: number;
}

/**
 * Hours and minutes on a 24-hour clock. A device may have the time-zone rules of years ago, so where the server has said the
 * offset, that counts, and the device's own rules only where it has not.
 * @param zone without one the viewer's own
 */
export function clock(at: Instant, zone?: Zone, seconds = false): string {
  const offset = zone?.utcOffsetMinutes;
  return offset === undefined
    ? formatter(zone?.timeZone, seconds).format(new Date(at))
    : formatter('UTC', seconds).format(new Date(at).getTime() + offset * 60_000);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string | undefined, seconds: boolean): Intl.DateTimeFormat {
  const key = `${zone} ${seconds}`;
  const kept = formatters.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: seconds ? '2-digit' : undefined,
    hourCycle: 'h23',
    timeZone: zone,
  });
  formatters.set(key, made);
  return made;
}

/** Written out here because browsers are often built without Kazakh dates. Russian takes the genitive. */
const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
};

/** A day of the calendar, as "6 December 2017". @param date YYYY-MM-DD */
export function day(date: string, lang: Lang): string {
  const [year, month, d] = date.split('-').map(Number);
  const name = months[lang][month! - 1];
  return { en: `${d} ${name} ${year}`, ru: `${d} ${name} ${year} года`, kk: `${year} жылғы ${d} ${name}` }[lang];
}

/** A length of time as m:ss or h:mm:ss. @param seconds shown without its sign, whole */
export function duration(seconds: number): string {
  const all = Math.floor(Math.abs(seconds));
  const [h, m, s] = [Math.floor(all / 3600), Math.floor((all % 3600) / 60), all % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}

/** Over (+) or under (−) the plan, with its sign; 0 has none. @param seconds positive is over */
export function overUnder(seconds: number): string {
  const whole = Math.trunc(seconds);
  return (whole > 0 ? '+' : whole < 0 ? '\u2212' : '') + duration(whole);
}

const units = {
  en: { s: 's', m: 'min', h: 'h', d: 'd' },
  ru: { s: 'с', m: 'мин', h: 'ч', d: 'дн.' },
  kk: { s: 'с', m: 'мин', h: 'сағ', d: 'күн' },
};

const scales = [
  { large: 86_400, small: 3_600, units: ['d', 'h'] },
  { large: 3_600, small: 60, units: ['h', 'm'] },
  { large: 60, small: 1, units: ['m', 's'] },
] as const;

/** A length of time in its two largest units, rounded: "3 h 0 min", "2 min 5 s", "45 s". @param seconds 0 or more */
export function span(seconds: number, lang: Lang): string {
  for (const { large, small, units: pair } of scales) {
    const all = Math.round(seconds / small) * small;
    if (all >= large) return `${Math.floor(all / large)} ${units[lang][pair[0]]} ${(all % large) / small} ${units[lang][pair[1]]}`;
  }
  return `${Math.round(seconds)} ${units[lang].s}`;
}

/** How long ago, coarsely: "12 s", "3 min", "2 h", "4 d". @param seconds 0 or more */
export function age(seconds: number, lang: Lang): string {
  const s = Math.max(0, Math.floor(seconds));
  const u = units[lang];
  if (s < 60) return `${s} ${u.s}`;
  if (s < 3600) return `${Math.floor(s / 60)} ${u.m}`;
  if (s < 86400) return `${Math.floor(s / 3600)} ${u.h}`;
  return `${Math.floor(s / 86400)} ${u.d}`;
}
