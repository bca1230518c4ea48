import { expect, test } from 'vitest';
import { launch, show, view } from './fixtures.ts';
import { asItStands, openFor, openLaunches } from './leaving.ts';

const mill = (id: string, more = {}) => launch(id, 'aksu', 'link', more);

test('a step leaves open what the server says is open, and the end whatever is not settled', () => {
  const live = show('link', [
    mill('called', { state: 'called', open: true }),
    mill('planned'),
    mill('confirmed', { state: 'confirmed' }),
    mill('postponed', { state: 'postponed' }),
  ]);
  const next = { kind: 'next', step: 0, segment: live.segments[2]!, open: [] } as const;
  expect(openFor({ ...next, open: [] }, live).map(({ id }) => id)).toEqual(['called']);
  expect(openFor({ kind: 'end', step: 0, open: [] }, live).map(({ id }) => id)).toEqual(['called', 'planned']);
});

test('the strip has the most pressing first: overdue, then the oldest call, then what nobody has called', () => {
  const at = (time: string) => ({ state: 'called', open: true, changedAt: `2021-09-28T${time}Z` });
  const live = view({
    launches: [
      mill('left', { open: true }),
      mill('young', at('05:02:00')),
      mill('old', at('05:01:00')),
      mill('late', { ...at('05:03:00'), overdue: true }),
    ],
  });
  expect(openLaunches(live).map(({ id }) => id)).toEqual(['late', 'old', 'young', 'left']);
});

test('a launch that has changed is asked about anew', () => {
  expect(asItStands(mill('a', { state: 'called', attempt: 1 }))).not.toBe(asItStands(mill('a', { state: 'called', attempt: 2 })));
  expect(asItStands(mill('a'))).not.toBe(asItStands(mill('a', { state: 'called' })));
});
