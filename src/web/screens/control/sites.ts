import type { ControlView, SiteRow } from '../../lib/api/index.ts';
import { sitesOf, type ViewIndex } from './viewIndex.ts';

/** How soon a site is needed: 0 is on air, 1 the next segment, and so on; Infinity when nothing of it is to come. */
export interface Needed {
  site: SiteRow;
  in: number;
  /** The segment it is needed for. */
  segmentId?: string;
}

/** The sites, those needed soonest first; equally soon, in the plan's order. */
export function sitesByNeed(view: ControlView, index: ViewIndex): Needed[] {
  const ahead = view.segments.filter((segment) => segment.state !== 'done');
  const offset = ahead[0]?.state === 'on_air' ? 0 : 1;
  const soonest = new Map<string, { in: number; segmentId: string }>();
  if (view.head.phase !== 'ended') {
    ahead.forEach((segment, place) => {
      for (const id of sitesOf(segment, index)) if (!soonest.has(id)) soonest.set(id, { in: place + offset, segmentId: segment.id });
    });
  }
  const needed = view.sites.map((site): Needed => ({ site, in: Infinity, ...soonest.get(site.id) }));
  return needed.sort((a, b) => (a.in === b.in ? 0 : a.in - b.in));
}
