import MessageFormat from '@messageformat/core';
import { expect, test } from 'vitest';
import { messagesOf } from '../../build/messages.ts';
import type { Lang, Say } from './language.svelte.ts';
import { operatorName } from './people.ts';

const words = (lang: Lang): Say<'common'> => (key, args = {}) => new MessageFormat(lang).compile(messagesOf(lang, 'common')[key]!)(args);

test('an operator whom the server numbered is named in the reader’s language', () => {
  expect(operatorName('Operator 12', words('en'))).toBe('Operator 12');
  expect(operatorName('Operator 1', words('ru'))).toBe('Диспетчер 1');
  expect(operatorName('Operator 1', words('kk'))).toBe('Диспетчер 1');
});

test('a name of one’s own stays as it was given', () => {
  expect(operatorName('Operator Aigul', words('ru'))).toBe('Operator Aigul');
  expect(operatorName('Operator 1 (night)', words('ru'))).toBe('Operator 1 (night)');
});
