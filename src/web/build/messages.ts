import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module';
import type { Plugin } from 'vite';

export const languages = ['en', 'ru', 'kk'] as const;

/** The message files that each screen's words come from; a later one may not repeat a key of an earlier one. */
export const files = {
  home: ['common', 'plan-import', 'home'],
  watch: ['common', 'watch'],
  control: ['common', 'refusals', 'plan-import', 'control', 'order', 'keys', 'notices'],
  site: ['common', 'refusals', 'site'],
  'sign-in': ['common', 'sign-in'],
  // Fetched when there are errors to show, beside the words of import.
  'plan-errors': ['plan-errors'],
} as const;

const folder = fileURLToPath(new URL('../lib/i18n/messages/', import.meta.url));
const pathOf = (language: string, file: string) => `${folder}${language}/${file}.json`;

export const messagesOf = (language: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(pathOf(language, file), 'utf8'));

/**
 * `virtual:messages/<screen>`: for each language a loader of that screen's words, compiled from ICU messages into
 * functions, so that no browser parses a message and each screen loads one language in one file.
 */
export function messages(): Plugin {
  const prefix = 'virtual:messages/';
  const own = `\0${prefix}`;
  return {
    name: 'messages',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(own)) return;
      const [screen, language] = id.slice(own.length).split('/') as [keyof typeof files, string?];
      if (!language) {
        const loaders = languages.map((l) => `${l}: () => import('${prefix}${screen}/${l}')`);
        return `export default { ${loaders.join(', ')} };`;
      }
      const words: Record<string, string> = {};
      for (const file of files[screen]) {
        this.addWatchFile(pathOf(language, file));
        Object.assign(words, messagesOf(language, file));
      }
      return compileModule(new MessageFormat(language), words);
    },
  };
}
