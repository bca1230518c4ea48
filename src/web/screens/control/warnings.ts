import type { ControlView, LaunchRow, SegmentRow, SiteRow } from '../../lib/api/index.ts';
import { sitesOf, type Book } from './book.ts';

/** Something that stands against going on, or into a segment. */
export type Warning =
  | { what: 'not_connected' | 'not_ready' | 'not_said'; site: SiteRow }
  | { what: 'postponed' | 'not_called' | 'not_confirmed'; launch: LaunchRow };

/** Several warnings of one kind. */
export interface Summed {
  what: Warning['what'];
  count: number;
}

/** How many segments ahead are looked at. */
export const lookAhead = 3;

/** What a segment will want for when it goes on air. */
export function before(segment: SegmentRow, book: Book): Warning[] {
  const sites = sitesOf(segment, book).map((id) => book.sites.get(id)).filter((site) => site !== undefined);
  const postponed = (book.launchesOf.get(segment.id) ?? []).filter((launch) => launch.state === 'postponed');
  return [
    ...sites.filter((site) => site.connected !== true).map((site): Warning => ({ what: 'not_connected', site })),
    ...sites.filter((site) => site.ready === false).map((site): Warning => ({ what: 'not_ready', site })),
    ...sites.filter((site) => site.connected && site.ready === undefined).map((site): Warning => ({ what: 'not_said', site })),
    ...postponed.map((launch): Warning => ({ what: 'postponed', launch })),
  ];
}

/** What is left open if the show goes on now: of the segment on air, and calls of earlier ones that nobody answered. */
export function leftOpen(view: ControlView): Warning[] {
  return view.launches.flatMap((launch): Warning[] => {
    if (launch.state === 'called') return [{ what: 'not_confirmed', launch }];
    return launch.state === 'planned' && launch.segmentId === view.head.onAir && view.head.onAir
      ? [{ what: 'not_called', launch }]
      : [];
  });
}

/** The segments that come next, nearest first; before the start these are the first ones. */
export function coming(view: ControlView): SegmentRow[] {
  if (view.head.phase === 'ended') return [];
  const at = view.segments.findIndex((segment) => segment.id === view.head.onAir);
  return view.segments.slice(at + 1, at + 1 + lookAhead);
}

/** One line for each kind, so that many of one never hide another. */
export function summed(warnings: readonly Warning[]): (Warning | Summed)[] {
  const kinds = [...new Set(warnings.map(({ what }) => what))];
  return kinds.map((what) => {
    const same = warnings.filter((warning) => warning.what === what);
    return same.length === 1 ? same[0]! : { what, count: same.length };
  });
}
