import { expect, test } from 'vitest';
import { actsOn, commandOf, needsReason, offers, subjectOf } from './acts.ts';
import { launch, segment, show, view } from './fixtures.ts';

const mill = (state: 'planned' | 'called' | 'confirmed' | 'postponed', id = 'mill') => launch(id, 'aksu', 'link', { state, attempt: 2 });
const deeds = (of: ReturnType<typeof offers>) => [of.primary?.do, of.beside.map((act) => act.do)];

test('a draft offers the start and nothing else', () => {
  const offered = offers(view({ segments: [segment('open')] }));
  expect(deeds(offered)).toEqual(['start', []]);
});

test('a segment without launches offers the next one, bound to what is on air', () => {
  const offered = offers(show('open'));
  expect(offered.primary).toMatchObject({ do: 'next', onAir: 'open', segment: { id: 'link' } });
  expect(commandOf(offered.primary!)).toEqual({ type: 'next', onAir: 'open' });
});

test('a launch of the segment on air is called before the show goes on', () => {
  const offered = offers(show('link'));
  expect(offered.primary).toMatchObject({ do: 'call', launch: { id: 'mill' } });
  expect(deeds(offered)[1]).toEqual(['next', 'back', 'end']);
});

test('a called launch is waited for; confirming in its place and going on stay possible', () => {
  const offered = offers(show('link', [mill('called')]));
  expect(offered.waiting?.id).toBe('mill');
  expect(deeds(offered)).toEqual(['confirm', ['next', 'back', 'end']]);
});

test('two presses of the call do not call two launches: the second one waits beside', () => {
  const offered = offers(show('link', [mill('called'), mill('planned', 'smelter')]));
  expect(deeds(offered)).toEqual(['confirm', ['call', 'next', 'back', 'end']]);
});

test.each(['confirmed', 'postponed'] as const)('with its launch %s the show goes on', (state) => {
  expect(deeds(offers(show('link', [mill(state)])))).toEqual(['next', ['back', 'end']]);
});

test('a call of an earlier segment does not hold the show up', () => {
  expect(deeds(offers(show('close', [mill('called')])))).toEqual(['end', ['back']]);
});

test('the last segment with an open launch can still be ended', () => {
  const last = view({
    head: { phase: 'live', onAir: 'only' }, segments: [segment('only', { state: 'on_air' })], launches: [launch('mill', 'aksu', 'only')],
  });
  expect(deeds(offers(last))).toEqual(['call', ['end']]);
});

test('after the end nothing is offered', () => {
  expect(deeds(offers(view({ head: { phase: 'ended' }, segments: [segment('open', { state: 'done' })] })))).toEqual([undefined, []]);
});

test('each state of a launch has its own acts, and a confirmation can be taken or taken back after the end', () => {
  const on = (state: Parameters<typeof mill>[0], phase: 'draft' | 'live' | 'ended') => actsOn(mill(state), phase).map((act) => act.do);
  expect(on('planned', 'draft')).toEqual(['postpone']);
  expect(on('planned', 'live')).toEqual(['call', 'postpone']);
  expect(on('called', 'ended')).toEqual(['confirm', 'postpone']);
  expect(on('confirmed', 'ended')).toEqual(['retract']);
  expect(on('postponed', 'live')).toEqual(['bring_back']);
});

test('a confirmation for the site names the call that it answers, and its reason', () => {
  const act = { do: 'confirm', launch: mill('called') } as const;
  expect(needsReason(act)).toBe(true);
  expect(commandOf(act, 'By phone')).toEqual({ type: 'confirm_launch', launchId: 'mill', attempt: 2, reason: 'By phone' });
});

test('all moves of the running order are one subject, each launch is one of its own', () => {
  const [next, back] = [offers(show('open')).primary!, offers(show('close')).beside[0]!];
  expect(subjectOf(next)).toBe(subjectOf(back));
  expect(subjectOf({ do: 'call', launch: mill('planned') })).not.toBe(subjectOf({ do: 'call', launch: mill('planned', 'smelter') }));
});
