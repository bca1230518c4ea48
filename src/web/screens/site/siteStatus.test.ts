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
  expect(siteStatus(view, t('08:05'))).toMatchObject({ state: 'done', ours: undefined, place: undefined, start: undefined });
});

test('of several called launches the one called first is on top', () => {
  const rows = [
    ['b', '08:02'],
    ['a', '08:01'],
    ['c', '08:03'],
  ].map(([id, at]) => ({ id, state: 'called', changedAt: iso(at!) }) as LaunchRow);
  expect(called([...rows, { id: 'p', state: 'planned' } as LaunchRow]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

/** The show of above with some of its segments changed. */
function changed(view: SiteView, changes: Record<string, Partial<SegmentRow>>): SiteView {
  return { ...view, segments: view.segments.map((segment) => ({ ...segment, ...changes[segment.id] })) };
}

test('what is skipped before us does not count: we are nearer, sooner, and next', () => {
  const nearer = changed(show(-1), { a: { skipped: true } });
  expect(siteStatus(nearer, t('07:50'))).toMatchObject({ before: 1, place: 2, of: 4, start: t('08:10'), afterStart: 10 * minute });
  const next = changed(show(0), { b: { skipped: true } });
  expect(siteStatus(next, t('08:05'))).toMatchObject({ state: 'stand-by', before: 0, place: 2, of: 4, start: t('08:10') });
});

test('what was on air took its time and its place, also if it was skipped since', () => {
  const view = changed(show(1, '08:10'), { a: { skipped: true } });
  expect(siteStatus(view, t('08:15'))).toMatchObject({ place: 3, of: 5 });
});

test('ours skipped is said so, has no place and no time, before and after its turn', () => {
  const skip = { ours: { skipped: true } };
  for (const onAir of [-1, 0, 1, 3]) {
    const status = siteStatus(
      changed(show(onAir), onAir === 3 ? { ours: { ...skip.ours, state: 'planned', startedAt: undefined } } : skip),
      t('08:05'),
    );
    expect(status, `with ${onAir} on air`).toMatchObject({ state: 'skipped', place: undefined, of: 4, start: undefined, before: 0 });
  }
});

test('a launch of ours that is called while its segment is skipped still waits for our word', () => {
  const view = changed(show(1, '08:10', { state: 'called' }), { ours: { skipped: true } });
  expect(siteStatus(view, t('08:15')).state).toBe('unconfirmed');
  const another = changed(show(0, '08:00', { state: 'called' }), { ours: { skipped: true }, e: { siteId: 'aksu' } });
  expect(siteStatus(another, t('08:05')).state).toBe('unconfirmed');
});

test('a jump past us leaves us out, and a jump back to before us lets us wait again', () => {
  const past = changed(show(3, '08:10'), { ours: { state: 'planned', startedAt: undefined, endedAt: undefined } });
  expect(siteStatus(past, t('08:15'))).toMatchObject({ state: 'skipped', place: 3 });
  const back = { ...past, head: { ...past.head, onAir: 'a' } };
  expect(siteStatus(changed(back, { a: { state: 'on_air' }, d: { state: 'done' } }), t('08:15'))).toMatchObject({
    state: 'waiting',
    before: 1,
  });
});

test('aired already and next again, we stand by, and are expected when what is on air ends', () => {
  const view = show(3, '08:30');
  const back = { ...view, head: { ...view.head, onAir: 'b' } };
  const again = changed(back, { b: { state: 'on_air', startedAt: iso('08:34'), endedAt: undefined }, d: { state: 'done' } });
  expect(siteStatus(again, t('08:35'))).toMatchObject({ state: 'stand-by', before: 0, start: t('08:44') });
});

test('of several of ours the skipped one is passed over, and the next one is waited for', () => {
  const view = changed(show(0), { ours: { skipped: true }, e: { siteId: 'aksu' } });
  expect(siteStatus(view, t('08:05'))).toMatchObject({ state: 'waiting', before: 2, place: 4, of: 4, start: t('08:30') });
  const first = changed(show(2, '08:20'), { d: { skipped: true }, e: { siteId: 'aksu', skipped: true } });
  expect(siteStatus(first, t('08:25'))).toMatchObject({ state: 'on-air', place: 3, of: 3 });
});

test('a moved segment has its new place, and a hold moves our time while what is left of it stands', () => {
  const view = show(0);
  const [a, b, ours, d, e] = view.segments;
  expect(siteStatus({ ...view, segments: [a!, b!, d!, ours!, e!] }, t('08:05'))).toMatchObject({ before: 2, place: 4, start: t('08:30') });
  const held = { ...view, head: { ...view.head, heldSince: iso('08:04') } };
  expect(siteStatus(held, t('08:05'))).toMatchObject({ heldSince: t('08:04'), start: t('08:21'), left: 6 * minute });
  expect(siteStatus(held, t('08:09'))).toMatchObject({ heldSince: t('08:04'), start: t('08:25'), left: 6 * minute });
});

test('a fixed start is waited for, and what misses it says by how much', () => {
  const fixed = (time: string) => changed(show(1, '08:10'), { ours: { fixedStart: iso(time) } });
  expect(siteStatus(fixed('08:30'), t('08:15'))).toMatchObject({ start: t('08:30'), later: 0, lateBy: undefined });
  expect(siteStatus(fixed('08:18'), t('08:15'))).toMatchObject({ start: t('08:20'), lateBy: 2 * minute });
});

test('once its end was taken back the show is live for us as before', () => {
  const ended = show(1, '08:10', {}, 'ended');
  expect(siteStatus(ended, t('08:15')).state).toBe('done');
  expect(siteStatus(show(1, '08:10'), t('08:16'))).toMatchObject({ state: 'stand-by', start: t('08:20') });
});

test('of several called launches the one whose time is over first is on top', () => {
  const call = (id: string, changedAt: string, confirmBy: string) =>
    ({ id, state: 'called', changedAt: iso(changedAt), confirmBy: iso(confirmBy) }) as LaunchRow;
  expect(called([call('long', '08:00', '08:05'), call('short', '08:01', '08:02')]).map(({ id }) => id)).toEqual(['short', 'long']);
});
