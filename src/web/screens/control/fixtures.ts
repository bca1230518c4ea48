// Rows for tests of this screen: whatever a test does not name is as in a draft that nobody has touched.
import type { ControlView, TeleconferenceHeader, LaunchRow, LogRow, SegmentRow, SiteRow } from '../../lib/api/index.ts';

const sum = (unit: 'tenge' | 'jobs') => ({ value: 0, unit, qualifier: 'exact' as const, stated: 0, notStated: 0 });

export const segment = (id: string, more: Partial<SegmentRow> = {}): SegmentRow => ({
  id,
  kind: 'speech',
  plannedSeconds: 60,
  state: 'planned',
  seq: 0,
  skipped: false,
  heldMilliseconds: 0,
  ...more,
});

export const site = (id: string, more: Partial<SiteRow> = {}): SiteRow => ({
  id,
  name: { en: id.toUpperCase() },
  regionBasis: 'stated',
  timeZone: 'Asia/Almaty',
  readiness: {},
  ...more,
});

export const launch = (id: string, siteId: string, segmentId: string | undefined, more: Partial<LaunchRow> = {}): LaunchRow => ({
  id,
  name: { en: `the ${id}` },
  siteId,
  segmentId,
  regionBasis: 'stated',
  sectorBasis: 'stated',
  state: 'planned',
  attempt: 0,
  confirmedForSite: false,
  open: false,
  overdue: false,
  ...more,
});

export const logged = (type: string, more: Partial<LogRow> = {}): LogRow => ({
  id: 1,
  at: '2017-12-06T05:00:00Z',
  by: { role: 'operator', name: 'Operator 1' },
  type,
  ...more,
});

export const view = (more: Partial<Omit<ControlView, 'head'>> & { head?: Partial<TeleconferenceHeader> }): ControlView => ({
  seq: 1,
  seal: '0123456789abcdef',
  totals: { today: { projects: 0, tenge: sum('tenge'), jobs: sum('jobs') }, byRegion: [], bySector: [], planned: 0 },
  segments: [],
  sites: [],
  launches: [],
  acts: {},
  log: [],
  ...more,
  head: {
    id: 'show',
    title: { en: 'Show' },
    phase: 'draft',
    illustrativeOrder: true,
    regionSet: '2016',
    studio: { place: { en: 'Studio' }, timeZone: 'Asia/Almaty' },
    sectors: [],
    reported: [],
    step: 0,
    orderVersion: 0,
    ...more.head,
  },
});

/** A live show of an opening, a launch at a site, and a closing, with the given one on air. */
export const show = (onAir: string, launches: LaunchRow[] = [launch('mill', 'aksu', 'link')], sites = [site('aksu')]) => {
  const order = [segment('open'), segment('link', { kind: 'launch', siteId: 'aksu' }), segment('close')];
  const at = order.findIndex(({ id }) => id === onAir);
  const segments = order.map((row, i) => ({ ...row, state: i < at ? ('done' as const) : i === at ? ('on_air' as const) : row.state }));
  return view({ head: { phase: 'live', onAir, backTo: order[at - 1]?.id }, segments, launches, sites });
};
