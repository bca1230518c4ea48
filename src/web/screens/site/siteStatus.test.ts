import { expect, test } from 'vitest';
import type { LaunchRow, SegmentRow, SiteView } from '../../lib/api/index.ts';
import { called, siteStatus } from './siteStatus.ts';

const minute = 60_000;
const t = (time: string) => Date.parse(`2017-12-06T${time}:00Z`);
const iso = (time: string) => new Date(t(time)).toISOString();

/** Five segments of ten minutes; the third is ours, and 08:00 is the planned start. */
function show(
  onAir: number,
  startedAt = '08:00',
  launch: Partial<LaunchRow> = {},
  phase: SiteView['head']['phase'] = onAir < 0 ? 'draft' : 'live',
) {
  const segments = ['a', 'b', 'ours', 'd', 'e'].map((id, i): SegmentRow => ({
    id,
    kind: 'launch',
    plannedSeconds: 600,
    seq: 0,
    skipped: false,
    heldMilliseconds: 0,
    siteId: id === 'ours' ? 'aksu' : undefined,
    state: phase === 'ended' || i < onAir ? 'done' : i === onAir ? 'on_air' : 'planned',
    startedAt: i <= onAir ? iso(i === onAir ? startedAt : `08:${i}0`) : undefined,
    endedAt: i < onAir ? iso(i === onAir - 1 ? startedAt : `08:${i + 1}0`) : undefined,
  }));
  const head = {
    phase,
    plannedStart: iso('08:00'),
    startedAt: onAir < 0 ? undefined : iso('08:00'),
    endedAt: phase === 'ended' ? iso('09:00') : undefined,
    onAir: phase === 'live' ? segments[onAir]?.id : undefined,
  };
  return {
    head,
    segments,
    site: { id: 'aksu' },
    launches: [{ id: 'l', segmentId: 'ours', state: 'planned', ...launch }],
  } as unknown as SiteView;
}

test('before the start we wait for all that comes first, and know when from the planned start', () => {
  expect(siteStatus(show(-1), t('07:50'))).toMatchObject({
    state: 'waiting',
    before: 2,
    place: 3,
    of: 5,
    start: t('08:20'),
    later: 0,
    afterStart: 20 * minute,
  });
});

test('we wait while another segment comes between, and stand by when ours is next', () => {
  expect(siteStatus(show(0), t('08:05'))).toMatchObject({ state: 'waiting', before: 1, start: t('08:20') });
  expect(siteStatus(show(1, '08:10'), t('08:15'))).toMatchObject({ state: 'stand-by', before: 0, start: t('08:20'), left: 5 * minute });
});

test('a first segment of ours does not stand by before the show has started', () => {
  const view = show(-1);
  view.segments = view.segments.slice(2);
  expect(siteStatus(view, t('07:59')).state).toBe('waiting');
});

test('the time we are expected moves when the segment on air runs over, and when one ended early', () => {
  expect(siteStatus(show(1, '08:10'), t('08:23'))).toMatchObject({ start: t('08:23'), later: 3 * minute, left: -3 * minute });
  expect(siteStatus(show(1, '08:04'), t('08:05'))).toMatchObject({ start: t('08:14'), later: -6 * minute });
});

test('on air it says for how long', () => {
  expect(siteStatus(show(2, '08:20'), t('08:23'))).toMatchObject({
    state: 'on-air',
    elapsed: 3 * minute,
    left: 7 * minute,
    start: t('08:20'),
  });
});

test('while it is held, its clock stands', () => {
  const view = show(2, '08:20');
  const held = { ...view, head: { ...view.head, heldSince: iso('08:22') } };
  expect(siteStatus(held, t('08:23'))).toMatchObject({ elapsed: 2 * minute, left: 8 * minute, end: t('08:31') });
  expect(siteStatus(held, t('08:27'))).toMatchObject({ elapsed: 2 * minute, left: 8 * minute, end: t('08:35') });
});

test('after our segment it is confirmed, done, or still waits for our word', () => {
  expect(siteStatus(show(3, '08:30'), t('08:35')).state).toBe('done');
  expect(siteStatus(show(3, '08:30', { state: 'confirmed' }), t('08:35')).state).toBe('confirmed');
  expect(siteStatus(show(3, '08:30', { state: 'called' }), t('08:35')).state).toBe('unconfirmed');
  expect(siteStatus(show(4, '08:40', { state: 'called' }, 'ended'), t('09:05')).state).toBe('unconfirmed');
});

test('called before our segment has come, we still wait for the air', () => {
  expect(siteStatus(show(0, '08:00', { state: 'called' }), t('08:05')).state).toBe('waiting');
});

test('what was cut off by the end is done, not waited for', () => {
  const view = show(0);
  view.head.phase = 'ended';
  view.head.onAir = undefined;
  expect(siteStatus(view, t('09:05')).state).toBe('done');
});

test('a segment is ours by its launch alone, and a second one of ours is waited for after the first', () => {
  const view = show(3, '08:30');
  view.segments = view.segments.map(({ siteId: _, ...segment }) => segment);
  view.launches = [...view.launches, { id: 'm', segmentId: 'e', state: 'planned' } as LaunchRow];
  expect(siteStatus(view, t('08:35'))).toMatchObject({ state: 'stand-by', place: 5 });
});

test('a site that is not in the order has no place, and nothing breaks', () => {
  const view = show(0);
  view.site = { id: 'other' } as SiteView['site'];
  view.launches = [];
  expect(siteStatus(view, t('08:05'))).toMatchObject({ state: 'done', ours: undefined, place: 0, start: undefined });
});

test('of several called launches the one called first is on top', () => {
  const rows = [
    ['b', '08:02'],
    ['a', '08:01'],
    ['c', '08:03'],
  ].map(([id, at]) => ({ id, state: 'called', changedAt: iso(at!) }) as LaunchRow);
  expect(called([...rows, { id: 'p', state: 'planned' } as LaunchRow]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});
