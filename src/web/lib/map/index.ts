// map: the country's regions, drawn at build time from the region sets of the plan (Made with Natural Earth).
//   loadRegions(set)            a set's paths, label points and names; each set is a file of its own, loaded when asked for
//   regionName(set, key, date)  a region's name in three languages, as it was called on that day
//   regionState(row)            none | planned | called | partly | confirmed, by which Map.svelte fills and patterns a region
//   Map.svelte                  <Map set={RegionSet} rows={RegionRow[]} date={head.date} onAir={region key} />
import { partMissing } from '../reloadOnce.ts';
import type { RegionRow, Text } from '../api/index.ts';

export interface Region {
  key: string;
  /** Cities of republican significance are drawn as discs: their true area would not be seen. */
  city: boolean;
  path: string;
  at: [x: number, y: number];
  name: Text;
  /** Earlier names, each until a day (not including it). */
  was?: { until: string; name: Text }[];
}

export interface RegionSet {
  width: number;
  height: number;
  regions: Region[];
}

export type RegionState = 'none' | 'planned' | 'called' | 'partly' | 'confirmed';

const sets: Partial<Record<string, () => Promise<{ default: RegionSet }>>> = {
  2016: () => import('virtual:regions/2016'),
  2018: () => import('virtual:regions/2018'),
};

/** Milliseconds until a set that could not be loaded is asked for again. */
const again = 2_000;

/** Null if this build has no such set: the screen then lists regions by key. While the line is down it waits for it. */
export async function loadRegions(set: string, known = sets): Promise<RegionSet | null> {
  const load = known[set];
  while (load) {
    try {
      return (await load()).default;
    } catch {
      void partMissing();
      await new Promise((resolve) => setTimeout(resolve, again));
    }
  }
  return null;
}

/** @param date the day of the event, YYYY-MM-DD; without one the name at the end of the set's time. */
export function regionName(set: RegionSet | null, key: string, date?: string): Text {
  const region = set?.regions.find((region) => region.key === key);
  if (!region) return { en: key };
  return (date && region.was?.find((was) => date < was.until)?.name) || region.name;
}

/** Called as long as anything in it is; confirmed only when everything in it is. */
export function regionState(row: RegionRow | undefined): RegionState {
  if (!row || row.launches === 0) return 'none';
  if (row.called > 0) return 'called';
  if (row.confirmed === 0) return 'planned';
  return row.confirmed === row.launches ? 'confirmed' : 'partly';
}
