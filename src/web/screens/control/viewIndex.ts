import type { ControlView, LaunchRow, SegmentRow, SiteRow, Text } from '../../lib/api/index.ts';

/** The rows of a view, to look up. */
export interface ViewIndex {
  segments: Map<string, SegmentRow>;
  sites: Map<string, SiteRow>;
  launches: Map<string, LaunchRow>;
  /** The launches of each segment; under undefined those of none. */
  launchesOf: Map<string | undefined, LaunchRow[]>;
}

const byId = <R extends { id: string }>(rows: readonly R[]) => new Map(rows.map((row) => [row.id, row]));

export function indexView(view: ControlView): ViewIndex {
  const launchesOf = new Map<string | undefined, LaunchRow[]>();
  for (const launch of view.launches) {
    const own = launchesOf.get(launch.segmentId);
    if (own) own.push(launch);
    else launchesOf.set(launch.segmentId, [launch]);
  }
  return { segments: byId(view.segments), sites: byId(view.sites), launches: byId(view.launches), launchesOf };
}

/** A segment's title; without one its site's name, or that of its launch. Undefined: only its kind tells. */
export function titleOf(segment: SegmentRow, index: ViewIndex): Text | undefined {
  const own = index.launchesOf.get(segment.id) ?? [];
  return (
    segment.title ?? (segment.siteId ? index.sites.get(segment.siteId)?.name : undefined) ?? (own.length === 1 ? own[0]!.name : undefined)
  );
}

/** The sites that a segment needs: its own, and those of its launches. */
export function sitesOf(segment: SegmentRow, index: ViewIndex): string[] {
  const launching = (index.launchesOf.get(segment.id) ?? []).map((launch) => launch.siteId);
  return [...new Set([...(segment.siteId ? [segment.siteId] : []), ...launching])];
}
