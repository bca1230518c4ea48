import { unreadable } from '../../lib/api/reasons.ts';
import { duration, type Lang } from '../../lib/i18n/index.ts';
import type { LaunchRow, RefusalCode, SegmentRow, Text } from '../../lib/api/index.ts';
import type { SegmentDraft } from './actions.ts';

/** A segment's row as it stands in the fields of a form: texts as somebody types them, '' where there is nothing. */
export interface SegmentWriting {
  kind: SegmentRow['kind'];
  kk: string;
  ru: string;
  en: string;
  duration: string;
  siteId: string;
  fixedTime: string;
}

/** What is wrong with a field. Of a text from and to are what is wrong in it. */
export interface FieldProblem {
  field: keyof SegmentWriting;
  code:
    'durationWrong' | 'timeWrong' | Extract<RefusalCode, 'title_required' | 'text_too_long' | 'text_unreadable' | 'launch_of_another_site'>;
  from?: number;
  to?: number;
}

/** Seconds: 24 hours. As the server has it, Domain/RunningOrder/SegmentRules.cs. */
export const maxSeconds = 86_400;

/** Unicode code points in one language of a title. Source: Domain/Plans/Words.cs. */
const maxTitleLength = 300;

/** The order in which a form shows the languages of a title. */
export const titleLanguages = ['kk', 'ru', 'en'] as const satisfies Lang[];

/** Seconds, from m:ss or h:mm:ss; undefined: it is neither, or not 1 second to 24 hours. */
export function parseDuration(written: string): number | undefined {
  const parts = /^\s*(?:(\d{1,2}):)?(\d{1,4}):(\d{2})\s*$/.exec(written);
  if (!parts) return undefined;
  const [h, m, s] = [parts[1] ?? '0', parts[2]!, parts[3]!].map(Number) as [number, number, number];
  if (s > 59 || (parts[1] !== undefined && (m > 59 || parts[2]!.length !== 2))) return undefined;
  const seconds = h * 3600 + m * 60 + s;
  return seconds >= 1 && seconds <= maxSeconds ? seconds : undefined;
}

/** HH:MM:SS as the wire has it, from HH:MM or HH:MM:SS; undefined: it is neither. */
export function parseTimeOfDay(written: string): string | undefined {
  const parts = /^\s*([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\s*$/.exec(written);
  return parts ? `${parts[1]!.padStart(2, '0')}:${parts[2]}:${parts[3] ?? '00'}` : undefined;
}

/** A time of day as people read it. @param time HH:MM:SS */
export const timeOfDay = (time: string) => (time.endsWith(':00') ? time.slice(0, 5) : time.slice(0, 8));

export const emptyWriting: SegmentWriting = { kind: 'speech', kk: '', ru: '', en: '', duration: '3:00', siteId: '', fixedTime: '' };

export const writingOf = ({ kind, title, plannedSeconds, siteId, fixedTime }: SegmentDraft): SegmentWriting => ({
  kind,
  kk: title?.kk ?? '',
  ru: title?.ru ?? '',
  en: title?.en ?? '',
  duration: duration(plannedSeconds),
  siteId: siteId ?? '',
  fixedTime: fixedTime ? timeOfDay(fixedTime) : '',
});

function titleProblem(field: (typeof titleLanguages)[number], written: string): FieldProblem | null {
  const bad = unreadable(written.trim());
  const before = written.length - written.trimStart().length;
  if (bad) return { field, code: 'text_unreadable', from: before + bad.from, to: before + bad.to };
  return [...written.trim()].length > maxTitleLength ? { field, code: 'text_too_long', from: 0, to: written.length } : null;
}

/** What the server would refuse in it, in the form's order; null: nothing. @param launches those that stand in the segment */
export function segmentProblem(written: SegmentWriting, launches: readonly Pick<LaunchRow, 'siteId'>[] = []): FieldProblem | null {
  for (const field of titleLanguages) {
    const problem = titleProblem(field, written[field]);
    if (problem) return problem;
  }
  const titled = titleLanguages.some((field) => written[field].trim());
  if (!titled && !written.siteId && launches.length === 0) return { field: titleLanguages[0], code: 'title_required' };
  if (parseDuration(written.duration) === undefined) return { field: 'duration', code: 'durationWrong' };
  if (written.siteId && launches.some(({ siteId }) => siteId !== written.siteId))
    return { field: 'siteId', code: 'launch_of_another_site' };
  if (written.fixedTime.trim() && parseTimeOfDay(written.fixedTime) === undefined) return { field: 'fixedTime', code: 'timeWrong' };
  return null;
}

/** The row as a command sends it; only of what segmentProblem finds nothing in. */
export function draftOf(written: SegmentWriting): SegmentDraft {
  const title: Text = Object.fromEntries(titleLanguages.flatMap((lang) => (written[lang].trim() ? [[lang, written[lang].trim()]] : [])));
  return {
    kind: written.kind,
    title: Object.keys(title).length > 0 ? title : undefined,
    plannedSeconds: parseDuration(written.duration)!,
    siteId: written.siteId || undefined,
    fixedTime: parseTimeOfDay(written.fixedTime),
  };
}
