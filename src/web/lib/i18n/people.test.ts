import MessageFormat from '@messageformat/core';
import { expect, test } from 'vitest';
import { messagesOf } from '../../build/messages.ts';
import type { Lang, Translate } from './i18n.svelte.ts';
import { operatorName } from './people.ts';

const translator =
  (lang: Lang): Translate<'common'> =>
  (key, args = {}) =>
    new MessageFormat(lang).compile(messagesOf(lang, 'common')[key]!)(args);

test('an operator whom the server numbered is named in the reader’s language', () => {
  expect(operatorName('Operator 12', translator('en'))).toBe('Operator 12');
  expect(operatorName('Operator 1', translator('ru'))).toBe('Диспетчер 1');
  expect(operatorName('Operator 1', translator('kk'))).toBe('Диспетчер 1');
});

test('a name of one’s own stays as it was given', () => {
  expect(operatorName('Operator Aigul', translator('ru'))).toBe('Operator Aigul');
  expect(operatorName('Operator 1 (night)', translator('ru'))).toBe('Operator 1 (night)');
});
