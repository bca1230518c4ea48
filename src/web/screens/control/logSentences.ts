import { duration, segmentKinds, operatorName, span, text, type Lang, type Translate } from '../../lib/i18n/index.ts';
import type { Actor, LogRow, RefusalCode, SegmentRow } from '../../lib/api/index.ts';
import { titleOf, type ViewIndex } from './viewIndex.ts';

export type ControlTranslate = Translate<'control'>;
type Key = Parameters<ControlTranslate>[0];

export const kindOf = (segment: SegmentRow, t: ControlTranslate) => t(segmentKinds[segment.kind]);

/** A segment's name in the reader's language, with its kind's where it has none. */
export function nameOf(segment: SegmentRow, index: ViewIndex, t: ControlTranslate, lang: Lang): string {
  return text(titleOf(segment, index), lang).text || kindOf(segment, t);
}

/** Who: an operator by name, a coordinator by its site. */
export function actorName(by: Actor, index: ViewIndex, t: ControlTranslate, lang: Lang): string {
  if (by.role === 'server') return t('server');
  if (by.role === 'coordinator') {
    const site = text(by.siteId ? index.sites.get(by.siteId)?.name : undefined, lang).text || by.siteId || '';
    return by.name ? `${site} (${by.name})` : site;
  }
  return operatorName(by.name, t);
}

const known = new Set<string>([
  'teleconference_drafted',
  'teleconference_drafted_2',
  'teleconference_started',
  'teleconference_ended',
  'segment_went_on_air',
  'stepped_back',
  'teleconference_reopened',
  'jumped_to_segment',
  'hold_began',
  'hold_ended',
  'segment_moved',
  'segment_inserted',
  'segment_removed',
  'segment_edited',
  'duration_adjusted',
  'segment_skipped',
  'segment_unskipped',
  'launch_moved',
  'undone',
  'redone',
  'call_taken_back',
  'confirmation_overdue',
  'confirmation_refused',
  'readiness_reported',
  'site_connected',
  'site_disconnected',
  'invitation_renewed',
  'launch_called',
  'launch_confirmed',
  'confirmation_retracted',
  'launch_postponed',
  'launch_brought_back',
  'clock_stepped',
]);

/** A line of the log in words; what a newer server logs and this screen does not know is told by its name. */
export function logSentence(row: LogRow, index: ViewIndex, t: ControlTranslate, lang: Lang): string {
  const by = actorName(row.by, index, t, lang);
  if (!known.has(row.type)) return t('log_other', { by, type: row.type });
  return t(keyOf(row), {
    by,
    what: subjectName(row, index, t, lang),
    item: row.item ? t(`item_${row.item}`) : '',
    length: row.seconds === undefined ? stepOf(row, lang) : duration(row.seconds),
    act: row.what && (row.type === 'undone' || row.type === 'redone') ? actName({ ...row, type: row.what }, index, t, lang) : '',
    why: row.what && row.type === 'confirmation_refused' ? t(row.what as RefusalCode) : '',
    to: row.segmentId ? segmentName(row.segmentId, index, t, lang) : '',
  });
}

function keyOf(row: LogRow): Key {
  if (row.type === 'teleconference_drafted_2') return 'log_teleconference_drafted';
  if (row.type === 'readiness_reported') return row.ready ? 'log_ready' : 'log_not_ready';
  if (row.type === 'launch_confirmed' && row.by.role === 'operator') return 'log_confirmed_for_site';
  if (row.type === 'launch_moved' && !row.segmentId) return 'log_launch_moved_out';
  if (row.type === 'clock_stepped') return (row.stepMilliseconds ?? 0) < 0 ? 'log_clock_back' : 'log_clock_forward';
  return `log_${row.type}` as Key;
}

/** What an operator did, as undo and redo name it. */
export function actName(act: Subject & { type: string }, index: ViewIndex, t: ControlTranslate, lang: Lang): string {
  return t(`act_${act.type}` as Key, { what: subjectName(act, index, t, lang) });
}

type Subject = Pick<LogRow, 'segmentId' | 'launchId' | 'siteId' | 'title'>;

const segmentName = (id: string, index: ViewIndex, t: ControlTranslate, lang: Lang) => {
  const segment = index.segments.get(id);
  return segment ? nameOf(segment, index, t, lang) : id;
};

/** A launch before the segment that it stands in; a segment that is gone by the title it had. */
function subjectName(row: Subject, index: ViewIndex, t: ControlTranslate, lang: Lang): string {
  const written = row.title && text(row.title, lang).text;
  if (written) return written;
  const isThere = row.segmentId && index.segments.has(row.segmentId);
  if (row.segmentId && !row.launchId && (isThere || !row.siteId)) return segmentName(row.segmentId, index, t, lang);
  const named = row.launchId ? index.launches.get(row.launchId) : row.siteId ? index.sites.get(row.siteId) : undefined;
  return text(named?.name, lang).text || row.launchId || row.siteId || '';
}

/** By how much the server's clock was set. */
const stepOf = ({ stepMilliseconds = 0 }: LogRow, lang: Lang) => span(Math.abs(stepMilliseconds) / 1_000, lang);

/** Whether every operator has to read it, however long ago it was: what stands on all clocks has changed. */
export const mustBeRead = (row: LogRow): boolean => row.type === 'clock_stepped';

const edits = [
  'segment_moved',
  'segment_inserted',
  'segment_removed',
  'segment_edited',
  'duration_adjusted',
  'segment_skipped',
  'segment_unskipped',
];

const notable = new Set([
  'teleconference_started',
  'teleconference_ended',
  'segment_went_on_air',
  'stepped_back',
  'site_disconnected',
  'invitation_renewed',
  'launch_called',
  'launch_confirmed',
  'confirmation_retracted',
  'launch_postponed',
  'launch_brought_back',
  'call_taken_back',
  'teleconference_reopened',
  'jumped_to_segment',
  'hold_began',
  'hold_ended',
  'launch_moved',
  'undone',
  'redone',
  ...edits,
]);

/** Whether the reader changed the order: it can be undone. @param me the reader's name in the log */
export const isOwnEdit = (row: LogRow, me: string): boolean =>
  row.by.role === 'operator' &&
  row.by.name === me &&
  (edits.includes(row.type) || row.type === 'jumped_to_segment' || row.type === 'launch_moved');

/** Whether somebody else did something that an operator should hear of at once. @param me the reader's name in the log */
export function isNotable(row: LogRow, me: string): boolean {
  if (row.by.role === 'operator' && row.by.name === me) return false;
  return notable.has(row.type) || (row.type === 'readiness_reported' && row.ready === false);
}
