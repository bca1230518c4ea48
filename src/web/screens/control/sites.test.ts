import { expect, test } from 'vitest';
import { indexView, sitesOf, titleOf } from './viewIndex.ts';
import { launch, segment, site, view } from './fixtures.ts';
import { sitesByNeed } from './sites.ts';

const sites = ['a', 'b', 'c', 'd'].map((id) => site(id));
const order = (states: ('done' | 'on_air' | 'planned')[]) => [
  segment('one', { siteId: 'c', state: states[0] }),
  segment('two', { siteId: 'b', state: states[1] }),
  segment('three', { state: states[2] }),
];
const launches = [launch('mill', 'a', 'three')];
const needs = (of: Parameters<typeof view>[0]) => {
  const shown = view({ sites, launches, ...of });
  return sitesByNeed(shown, indexView(shown)).map((needed) => [needed.site.id, needed.in]);
};

test('sites needed soonest come first, those of no further segment last, in the order of the plan', () => {
  expect(needs({ head: { phase: 'live', onAir: 'two' }, segments: order(['done', 'on_air', 'planned']) })).toEqual([
    ['b', 0],
    ['a', 1],
    ['c', Infinity],
    ['d', Infinity],
  ]);
});

test('before the start nothing is on air: the first segment is the next', () => {
  expect(needs({ segments: order(['planned', 'planned', 'planned']) })[0]).toEqual(['c', 1]);
});

test('after the end no site is needed, also not those whose segment never came', () => {
  expect(needs({ head: { phase: 'ended' }, segments: order(['done', 'planned', 'planned']) }).map(([id]) => id)).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('a segment needs its own site and those of its launches, each once', () => {
  const shown = view({
    sites,
    launches: [launch('x', 'c', 'one'), launch('y', 'd', 'one')],
    segments: order(['planned', 'planned', 'planned']),
  });
  expect(sitesOf(shown.segments[0]!, indexView(shown))).toEqual(['c', 'd']);
});

test('a segment is called by its title, else by its site, else by its only launch', () => {
  const shown = view({
    sites,
    launches,
    segments: [segment('t', { title: { en: 'Opening' }, siteId: 'a' }), segment('s', { siteId: 'a' }), segment('three'), segment('n')],
  });
  expect(shown.segments.map((each) => titleOf(each, indexView(shown))?.en)).toEqual(['Opening', 'A', 'the mill', undefined]);
});
