import MessageFormat from '@messageformat/core';
import { expect, test } from 'vitest';
import { languages, messagesOf } from '../../build/messages.ts';
import type { Lang } from '../../lib/i18n/index.ts';
import { indexView } from './viewIndex.ts';
import { launch, logged, segment, show, site, view } from './fixtures.ts';
import { isNotable, logSentence, actorName, mustBeRead, type ControlTranslate } from './logSentences.ts';

const translator = (lang: Lang): ControlTranslate => {
  const all: Record<string, string> = { ...messagesOf(lang, 'common'), ...messagesOf(lang, 'control') };
  return (key, args = {}) => (key in all ? new MessageFormat(lang).compile(all[key]!)(args) : `[${key}]`);
};

const index = indexView(show('link', [launch('mill', 'aksu', 'link')], [site('aksu', { name: { en: 'Aksu', ru: 'Аксу', kk: 'Ақсу' } })]));
const sentenceFor = (row: ReturnType<typeof logged>, lang: Lang = 'en') => logSentence(row, index, translator(lang), lang);
const coordinator = { role: 'coordinator', name: '', siteId: 'aksu' } as const;

test('what an operator did is told by name and thing', () => {
  expect(sentenceFor(logged('launch_called', { launchId: 'mill' }))).toBe('Operator 1 called the mill');
  expect(sentenceFor(logged('segment_went_on_air', { segmentId: 'link' }), 'ru')).toBe('Диспетчер 1: в эфире Аксу');
});

test('what a coordinator did is told by its site', () => {
  expect(sentenceFor(logged('launch_confirmed', { by: coordinator, launchId: 'mill' }))).toBe('Aksu confirmed the mill');
  expect(sentenceFor(logged('readiness_reported', { by: coordinator, siteId: 'aksu', item: 'sound', ready: false }))).toBe(
    'Aksu: Sound NOT ready',
  );
  expect(actorName({ ...coordinator, name: 'Aida' }, index, translator('kk'), 'kk')).toBe('Ақсу (Aida)');
});

test('a confirmation for the site is told apart from the site’s own', () => {
  expect(sentenceFor(logged('launch_confirmed', { launchId: 'mill', reason: 'By phone' }))).toBe(
    'Operator 1 confirmed for the site: the mill',
  );
});

test('a segment without any name is called by its kind', () => {
  const bare = indexView(view({ segments: [segment('break', { kind: 'pause' })] }));
  expect(logSentence(logged('segment_went_on_air', { segmentId: 'break' }), bare, translator('en'), 'en')).toBe(
    'Operator 1 put on air: Pause',
  );
});

test('an event that this screen does not know is told by its name', () => {
  expect(sentenceFor(logged('poll_opened'))).toBe('Operator 1: poll_opened');
});

test.each(languages)('every event has its sentence in %s', (lang) => {
  const types = [
    'teleconference_drafted',
    'teleconference_drafted_2',
    'teleconference_started',
    'teleconference_ended',
    'segment_went_on_air',
    'stepped_back',
    'readiness_reported',
    'site_connected',
    'site_disconnected',
    'invitation_renewed',
    'launch_called',
    'launch_confirmed',
    'confirmation_retracted',
    'launch_postponed',
    'launch_brought_back',
    'clock_stepped',
  ];
  for (const type of types)
    for (const by of [coordinator, { role: 'operator', name: 'Operator 1' } as const])
      expect(sentenceFor(logged(type, { by, launchId: 'mill', siteId: 'aksu', item: 'sound', ready: true }), lang)).not.toContain('[');
});

test('a step of the server’s clock is told with its size and direction', () => {
  const step = (stepMilliseconds: number, lang: Lang) =>
    sentenceFor(logged('clock_stepped', { by: { role: 'server', name: '' }, stepMilliseconds }), lang);
  expect(step(10_800_000, 'en')).toBe('The server’s clock was set forward by 3 h 0 min');
  expect(step(-10_799_650, 'en')).toBe('The server’s clock was set back by 3 h 0 min');
  expect(step(21 * 60_000, 'ru')).toBe('Часы сервера переведены вперёд на 21 мин 0 с');
  expect(step(-2_400, 'ru')).toBe('Часы сервера переведены назад на 2 с');
  expect(step(-10_800_000, 'kk')).toBe('Сервер сағаты 3 сағ 0 мин артқа жылжытылды');
  expect(mustBeRead(logged('clock_stepped'))).toBe(true);
  expect(mustBeRead(logged('segment_went_on_air'))).toBe(false);
});

test('what others did is news, what the reader did is not', () => {
  const mine = logged('segment_went_on_air', { segmentId: 'link' });
  expect(isNotable(mine, 'Operator 1')).toBe(false);
  expect(isNotable(mine, 'Operator 2')).toBe(true);
  expect(isNotable(logged('launch_confirmed', { by: { ...coordinator, name: 'Operator 1' }, launchId: 'mill' }), 'Operator 1')).toBe(true);
});

test('a site that reports ready is no news, one that is not ready is', () => {
  const row = logged('readiness_reported', { by: coordinator, siteId: 'aksu', item: 'sound', ready: true });
  expect(isNotable(row, 'Operator 1')).toBe(false);
  expect(isNotable({ ...row, ready: false }, 'Operator 1')).toBe(true);
});
