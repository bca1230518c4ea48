import { readFileSync } from 'node:fs';
import MessageFormat from '@messageformat/core';
import { expect, test } from 'vitest';
import { languages, messagesOf } from '../../build/messages.ts';
import type { Messages } from '../i18n/index.ts';
import type { PlanError } from '../api/index.ts';
import { explain } from './planErrors.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const codes: string[] = JSON.parse(read('../api/openapi.json')).components.schemas.PlanErrorCode.enum;

/** Of each code what ops/plan-format.md says of it: its arguments, and how it reads. */
const documented = new Map(
  [...read('../../../../ops/plan-format.md').matchAll(/^\| `(\w+)` \| (.*?) ?\| (.*) \|$/gm)].map(([, code, args, reads]) => [
    code!,
    { args: [...args!.matchAll(/`(\w+)`/g)].map((arg) => arg[1]!), reads: reads! },
  ]),
);

function wordsOf(lang: string): Messages {
  const format = new MessageFormat(lang);
  return Object.fromEntries(Object.entries(messagesOf(lang, 'plan-errors')).map(([key, message]) => [key, format.compile(message)]));
}

const error = (code: string, args: Record<string, string>): PlanError => ({
  where: '',
  line: 0,
  column: 0,
  code: code as PlanError['code'],
  args,
  what: 'What.',
  do: 'Do.',
});
const plain = (parts: { text: string }[]) => parts.map((part) => part.text).join('');

test('every code of the server has its words, and nothing else has', () => {
  const keys = codes.flatMap((code) => [`${code}_message`, `${code}_remedy`]);
  expect(Object.keys(messagesOf('en', 'plan-errors'))).toEqual(['did_you_mean', ...keys]);
});

test.each(codes)('%s reads in English as the format’s description says', (code) => {
  const { args, reads } = documented.get(code)!;
  const explained = explain(error(code, Object.fromEntries(args.map((arg) => [arg, `{${arg}}`]))), wordsOf('en'));
  // The two kinds of a value are words themselves.
  const expected =
    code === 'wrong_type'
      ? 'Here stands something else, not something else. Write true or false, without quotes.'
      : reads.replaceAll('"', '');
  // The description has what may be meant after what is wrong, as here.
  expect(`${plain(explained.message)} ${plain(explained.remedy)}`.replaceAll('’', "'")).toBe(expected);
});

test.each(languages)('what comes from the file stays as it is in %s, apart from the words around it', (lang) => {
  const explained = explain(error('unknown_field', { field: 'a`b', known: 'id, name', nearest: 'name' }), wordsOf(lang));
  expect(explained.message.filter((part) => part.name)).toEqual([{ text: 'a`b', name: true }]);
  expect(explained.remedy.filter((part) => part.name).map((part) => part.text)).toEqual(['name', 'id, name']);
  expect(explained.lang).toBeUndefined();
});

test('what is not near anything known is not guessed at', () => {
  const explained = explain(error('unknown_site', { id: 'x' }), wordsOf('en'));
  expect(plain(explained.remedy)).toBe('Name the id of an entry of sites, or add it there.');
});

test('each kind of value is named in Russian', () => {
  const explained = explain(error('wrong_type', { found: 'list', expected: 'figure' }), wordsOf('ru'));
  expect(plain(explained.message)).toBe('Здесь список, а нужно другое: показатель.');
});

test('a code that this screen does not know is explained in the server’s English', () => {
  expect(explain(error('from_the_future', {}), wordsOf('kk'))).toEqual({
    message: [{ text: 'What.', name: false }],
    remedy: [{ text: 'Do.', name: false }],
    lang: 'en',
  });
});
