import { expect, test } from 'vitest';
import { launch, segment, show, view } from './fixtures.ts';
import { segmentsFor } from './placement.ts';
import { segmentMenu } from './segmentMenu.ts';

const menuOf = (id: string, of = show('open')) =>
  segmentMenu(
    of.segments.find((row) => row.id === id)!,
    of,
    of.launches.filter(({ segmentId }) => segmentId === id),
  );
const whyNot = (items: ReturnType<typeof segmentMenu>) =>
  Object.fromEntries(items.flatMap(({ label, why }) => (why ? [[label, why]] : [])));

test('the segment on air is not put on air, skipped or removed, but lengthened, edited and moved', () => {
  expect(whyNot(menuOf('open'))).toEqual({
    actionJump: 'segment_on_air',
    actionSkip: 'segment_on_air',
    actionRemove: 'segment_on_air',
    actionMoveUp: 'firstAlready',
  });
});

test('one that holds launches is not removed, and offers to move them', () => {
  const items = menuOf('link');
  expect(whyNot(items)).toEqual({ actionRemove: 'segment_holds_launches' });
  expect(items.find(({ label }) => label === 'actionMoveLaunches')?.does).toMatchObject({ launches: ['mill'], segmentId: 'link' });
});

test('the last one offers a segment after it, and moves no further down', () => {
  const items = menuOf('close');
  expect(whyNot(items)).toEqual({ actionMoveDown: 'lastAlready' });
  expect(items.find(({ label }) => label === 'actionAppend')?.does).toEqual({ kind: 'insert_segment' });
  expect(menuOf('link').map(({ label }) => label)).not.toContain('actionAppend');
});

test('a move names the order and the segment before which it goes', () => {
  const live = show('open');
  live.head.orderVersion = 9;
  const does = (id: string, label: string) => menuOf(id, live).find((item) => item.label === label)?.does;
  expect(does('close', 'actionMoveUp')).toMatchObject({ kind: 'move', version: 9, before: 'link' });
  expect(does('open', 'actionMoveDown')).toMatchObject({ kind: 'move', version: 9, before: 'close' });
  expect(does('link', 'actionMoveDown')).toMatchObject({ kind: 'move', before: undefined });
});

test('what is skipped offers not to be, and a length stays between one second and a day', () => {
  const of = view({ segments: [segment('a', { skipped: true, plannedSeconds: 30 }), segment('b', { plannedSeconds: 86_400 })] });
  expect(menuOf('a', of).map(({ label }) => label)).toContain('actionUnskip');
  expect(whyNot(menuOf('a', of))).toMatchObject({ actionShorter: 'duration_out_of_range' });
  expect(whyNot(menuOf('b', of))).toMatchObject({ actionLonger: 'duration_out_of_range' });
});

test('the only segment stays', () => {
  expect(whyNot(menuOf('a', view({ segments: [segment('a')] })))).toMatchObject({
    actionRemove: 'only_segment',
    actionMoveTo: 'only_segment',
  });
});

test('a launch may stand in the segments of its site and in those of none', () => {
  const order = [segment('open'), segment('aksu', { siteId: 'aksu' }), segment('aktau', { siteId: 'aktau' })];
  expect(segmentsFor(launch('mill', 'aksu', undefined), order).map(({ id }) => id)).toEqual(['open', 'aksu']);
});
