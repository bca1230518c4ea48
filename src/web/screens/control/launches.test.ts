import { expect, test } from 'vitest';
import { launch, logged } from './fixtures.ts';
import { launchDetails, launchTimes, notStatedOf } from './launches.ts';

const jobs = { value: 12, unit: 'jobs', qualifier: 'exact' } as const;
const tenge = { value: 5, unit: 'tenge', qualifier: 'exact' } as const;

test('what the source does not state is counted for each figure, once for all launches', () => {
  const launches = [launch('a', 'aksu', 'link'), launch('b', 'aksu', 'link', { jobs }), launch('c', 'aksu', 'link', { jobs, tenge })];
  expect(notStatedOf(launches)).toEqual({ tenge: 2, jobs: 1, all: 3 });
});

test('a launch’s details are what is stated of it, and nothing of what is not', () => {
  const t = ((key: string) => key) as Parameters<typeof launchDetails>[2];
  expect(launchDetails(launch('mill', 'aksu', 'link'), '', t, 'en')).toBe('the mill');
  const postponed = launch('mill', 'aksu', 'link', { jobs, state: 'postponed', reason: 'fog', sourceStatus: 'planned' });
  expect(launchDetails(postponed, 'Aksu', t, 'en')).toBe('Aksu · the mill · 12 jobs · fog · status_planned');
  const forSite = launch('mill', 'aksu', 'link', { confirmedForSite: true, reason: 'by phone' });
  expect(launchDetails(forSite, '', t, 'en')).toBe('the mill · forSite: by phone');
});

const at = (minute: number) => `2017-12-06T05:0${minute}:00Z`;
const calls = [logged('launch_called', { launchId: 'mill', at: at(1) }), logged('launch_called', { launchId: 'mill', at: at(2) })];

test('a called launch was called when the log last says so; where the log no longer holds it, when its state changed', () => {
  const called = launch('mill', 'aksu', 'link', { state: 'called', changedAt: at(3) });
  expect(launchTimes(called, calls)).toEqual({ called: at(2) });
  expect(launchTimes(called, [])).toEqual({ called: at(3) });
});

test('a confirmed launch keeps the time of its call beside that of its confirmation; a planned or postponed one has neither', () => {
  const mill = (state: 'planned' | 'confirmed' | 'postponed') => launch('mill', 'aksu', 'link', { state, changedAt: at(4) });
  expect(launchTimes(mill('confirmed'), calls)).toEqual({ called: at(2), confirmed: at(4) });
  expect(launchTimes(mill('postponed'), calls)).toEqual({});
  expect(launchTimes(mill('planned'), calls)).toEqual({});
});
