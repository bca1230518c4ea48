import type { ControlView, LaunchRow, SegmentRow, SiteRow } from '../../lib/api/index.ts';
import { sitesOf, type ViewIndex } from './viewIndex.ts';

/** Something that stands against going on, or into a segment. */
export type Warning = { kind: 'not_connected' | 'not_ready' | 'not_said'; site: SiteRow } | { kind: 'postponed'; launch: LaunchRow };

/** Several warnings of one kind. */
export interface WarningGroup {
  kind: Warning['kind'];
  count: number;
}

/** What stands against a site, apart from what stands against a launch. */
export const isOfSite = (kind: Warning['kind']): kind is 'not_connected' | 'not_ready' | 'not_said' =>
  kind === 'not_connected' || kind === 'not_ready' || kind === 'not_said';

/** How many segments ahead are looked at. */
export const lookAhead = 3;

/** What a segment will want for when it goes on air. */
export function warningsFor(segment: SegmentRow, index: ViewIndex): Warning[] {
  const sites = sitesOf(segment, index)
    .map((id) => index.sites.get(id))
    .filter((site) => site !== undefined);
  const postponed = (index.launchesOf.get(segment.id) ?? []).filter((launch) => launch.state === 'postponed');
  return [
    ...sites.filter((site) => site.connected !== true).map((site): Warning => ({ kind: 'not_connected', site })),
    ...sites.filter((site) => site.ready === false).map((site): Warning => ({ kind: 'not_ready', site })),
    ...sites.filter((site) => site.connected && site.ready === undefined).map((site): Warning => ({ kind: 'not_said', site })),
    ...postponed.map((launch): Warning => ({ kind: 'postponed', launch })),
  ];
}

/** The site of the segment on air that has lost its connection. One that was never connected has lost nothing. */
export function lostOnAir(view: ControlView, index: ViewIndex): SiteRow | undefined {
  const onAir = view.head.phase === 'live' && view.head.onAir ? index.segments.get(view.head.onAir) : undefined;
  if (!onAir) return undefined;
  return sitesOf(onAir, index)
    .map((id) => index.sites.get(id))
    .find((site) => site?.connected === false);
}

/** The segments that come next, nearest first; before the start these are the first ones. */
export function upcomingSegments(view: ControlView): SegmentRow[] {
  if (view.head.phase === 'ended') return [];
  const at = view.segments.findIndex((segment) => segment.id === view.head.onAir);
  return view.segments
    .slice(at + 1)
    .filter(({ skipped }) => !skipped)
    .slice(0, lookAhead);
}

/** One line for each kind, so that many of one never hide another. */
export function groupWarnings(warnings: readonly Warning[]): (Warning | WarningGroup)[] {
  const kinds = [...new Set(warnings.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const same = warnings.filter((warning) => warning.kind === kind);
    return same.length === 1 ? same[0]! : { kind, count: same.length };
  });
}
