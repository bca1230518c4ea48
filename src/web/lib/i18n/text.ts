import type { Text } from '../api/index.ts';
import type { Lang } from './i18n.svelte.ts';

const fallback: Record<Lang, Lang[]> = {
  kk: ['kk', 'ru', 'en'],
  ru: ['ru', 'en', 'kk'],
  en: ['en', 'ru', 'kk'],
};

/** A source's text in the language nearest to the reader's, and which one that is: for the element's `lang`. */
export function text(t: Text | undefined, lang: Lang): { text: string; lang: Lang } {
  const taken = fallback[lang].find((each) => t?.[each]) ?? lang;
  return { text: t?.[taken] ?? '', lang: taken };
}
