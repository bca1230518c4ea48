import { partMissing } from '../reloadOnce.ts';
import type common from './messages/en/common.json';
import type control from './messages/en/control.json';
import type home from './messages/en/home.json';
import type keys from './messages/en/keys.json';
import type notices from './messages/en/notices.json';
import type order from './messages/en/order.json';
import type planImport from './messages/en/plan-import.json';
import type refusals from './messages/en/refusals.json';
import type signIn from './messages/en/sign-in.json';
import type site from './messages/en/site.json';
import type watch from './messages/en/watch.json';

export type Lang = 'en' | 'ru' | 'kk';
export const languages: readonly Lang[] = ['en', 'ru', 'kk'];

interface Keys {
  common: keyof typeof common;
  'plan-import': keyof typeof planImport;
  home: keyof typeof home | keyof typeof planImport;
  watch: keyof typeof watch;
  control:
    keyof typeof control | keyof typeof refusals | keyof typeof planImport | keyof typeof keys | keyof typeof notices | keyof typeof order;
  site: keyof typeof site | keyof typeof refusals;
  'sign-in': keyof typeof signIn;
}

export type Args = Record<string, string | number>;
/** Of each key its words: a function of the message's arguments. */
export type Messages = Record<string, (args: Args) => string>;
export type Loaders = Record<Lang, () => Promise<{ default: Messages }>>;
export type Translate<S extends keyof Keys> = (key: Keys['common'] | Keys[S], args?: Args) => string;

let current = $state<Lang>('en');
let messages = $state.raw<Messages>({});
let loaders: Loaders;

export const language = {
  get current(): Lang {
    return current;
  },
};

/** Loads a screen's words in the reader's language: the one the server gave the page, by cookie or by browser. */
export async function loadMessages(screen: Loaders): Promise<void> {
  loaders = screen;
  await changeLanguage(languages.find((lang) => lang === document.documentElement.lang) ?? 'en');
}

/** The reader's own choice: kept for a year, and shown at once without losing anything that is on screen. */
export async function chooseLanguage(lang: Lang): Promise<void> {
  document.cookie = `lang=${lang}; max-age=31536000; path=/; samesite=lax`;
  await changeLanguage(lang);
}

async function changeLanguage(lang: Lang): Promise<void> {
  try {
    messages = (await loaders[lang]()).default;
  } catch (error) {
    void partMissing();
    throw error;
  }
  current = lang;
  document.documentElement.lang = lang;
}

/** The words of a screen and those common to all: `const t = useMessages<'control'>()`, then `t('next')`. */
export const useMessages = <S extends keyof Keys>(): Translate<S> => translate;

function translate(key: string, args: Args = {}): string {
  return messages[key]?.(args) ?? key;
}
