import type { ControlView, LogRow } from '../../lib/api/index.ts';
import { sitesOf, type ViewIndex } from './viewIndex.ts';

/**
 * The rows that were logged after one that was told already; null if the log does not have that very row in its place: it
 * is another log, of a server that came back with a restored backup.
 */
export function newsSince(told: LogRow | undefined, log: readonly LogRow[]): LogRow[] | null {
  // What was told lies so far back that the view does not reach there any more: nobody reads so many notices.
  if (!told || (log[0] && log[0].id > told.id)) return [];
  const at = log.findLastIndex(({ id }) => id === told.id);
  return at >= 0 && JSON.stringify(log[at]) === JSON.stringify(told) ? log.slice(at + 1) : null;
}

/** The site that a row is about: its own, or that of its launch. */
export const siteOf = ({ siteId, launchId }: LogRow, index: ViewIndex): string | undefined =>
  siteId ?? (launchId === undefined ? undefined : index.launches.get(launchId)?.siteId);

const gathered = {
  readiness_reported: 'gathered_readiness_reported',
  site_disconnected: 'gathered_site_disconnected',
  invitation_renewed: 'gathered_invitation_renewed',
  launch_called: 'gathered_launch_called',
  launch_confirmed: 'gathered_launch_confirmed',
  confirmation_retracted: 'gathered_confirmation_retracted',
  launch_postponed: 'gathered_launch_postponed',
  launch_brought_back: 'gathered_launch_brought_back',
} as const;

type GatheredMessage = (typeof gathered)[keyof typeof gathered];

/** Only how it stands now is news: which segment is on air, whether it is held, how long a segment is to be. */
const newest: Record<string, string> = {
  segment_went_on_air: 'moves',
  stepped_back: 'moves',
  jumped_to_segment: 'moves',
  teleconference_reopened: 'moves',
  hold_began: 'hold',
  hold_ended: 'hold',
  duration_adjusted: 'duration',
};

/** Edits of the running order: the newest of each kind and operator is told. */
const edits = new Set([
  'segment_moved',
  'segment_inserted',
  'segment_removed',
  'segment_edited',
  'segment_skipped',
  'segment_unskipped',
  'launch_moved',
  'undone',
  'redone',
]);

/** What rows are gathered into one toast under, and the message that counts them. Undefined: the row is told by itself. */
export function gathering(row: LogRow, index: ViewIndex): { key: string; site?: string; message?: GatheredMessage } | undefined {
  if (row.type in newest) return { key: `${newest[row.type]}${row.type === 'duration_adjusted' ? ` ${row.segmentId}` : ''}` };
  if (edits.has(row.type)) return { key: `${row.type} ${row.by.name}` };
  const site = siteOf(row, index);
  if (site === undefined || !(row.type in gathered)) return undefined;
  return { key: `${row.type} ${site}`, site, message: gathered[row.type as keyof typeof gathered] };
}

/** Whether a site has lost its line while it is on air: nobody may overlook that. */
export function lostOnAir(row: LogRow, view: ControlView, index: ViewIndex): boolean {
  const onAir = view.head.onAir && index.segments.get(view.head.onAir);
  return row.type === 'site_disconnected' && !!onAir && sitesOf(onAir, index).includes(row.siteId ?? '');
}
