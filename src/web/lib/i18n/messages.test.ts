import MessageFormat from '@messageformat/core';
import { parse, type Token } from '@messageformat/parser';
import { expect, test } from 'vitest';
import { files, languages, messagesOf } from '../../build/messages.ts';

const all = [...new Set(Object.values(files).flat())];

function args(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => [
    ...('arg' in token ? [token.arg] : []),
    ...('cases' in token ? token.cases.flatMap((each) => args(each.tokens)) : []),
  ]);
}

const argumentsOf = (message: string) => [...new Set(args(parse(message)))].sort();

for (const file of all) {
  test(`${file} says the same things, with the same arguments, in every language`, () => {
    const english = messagesOf('en', file);
    for (const lang of languages) {
      const said = messagesOf(lang, file);
      expect(Object.keys(said)).toEqual(Object.keys(english));
      for (const [key, message] of Object.entries(said)) {
        expect(argumentsOf(message), `${lang} ${file} ${key}`).toEqual(argumentsOf(english[key]!));
        expect(() => new MessageFormat(lang).compile(message), `${lang} ${file} ${key}`).not.toThrow();
      }
    }
  });
}

for (const [screen, its] of Object.entries(files)) {
  test(`no word of ${screen} hides one that is common to all`, () => {
    const keys = its.flatMap((file) => Object.keys(messagesOf('en', file)));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
}
