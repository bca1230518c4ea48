import type common from './messages/en/common.json';
import type control from './messages/en/control.json';
import type home from './messages/en/home.json';
import type imported from './messages/en/import.json';
import type refusals from './messages/en/refusals.json';
import type signIn from './messages/en/sign-in.json';
import type site from './messages/en/site.json';
import type watch from './messages/en/watch.json';

export type Lang = 'en' | 'ru' | 'kk';
export const languages: readonly Lang[] = ['en', 'ru', 'kk'];

interface Keys {
  common: keyof typeof common;
  import: keyof typeof imported;
  home: keyof typeof home | keyof typeof imported;
  watch: keyof typeof watch;
  control: keyof typeof control | keyof typeof refusals | keyof typeof imported;
  site: keyof typeof site | keyof typeof refusals;
  'sign-in': keyof typeof signIn;
}

export type Args = Record<string, string | number>;
/** Of each key its words: a function of the message's arguments. */
export type Messages = Record<string, (args: Args) => string>;
export type Loaders = Record<Lang, () => Promise<{ default: Messages }>>;
export type Say<S extends keyof Keys> = (key: Keys['common'] | Keys[S], args?: Args) => string;

let now = $state<Lang>('en');
let messages = $state.raw<Messages>({});
let loaders: Loaders;

export const language = {
  get now(): Lang {
    return now;
  },
};

/** Loads a screen's words in the reader's language: the one the server gave the page, by cookie or by browser. */
export async function speak(screen: Loaders): Promise<void> {
  loaders = screen;
  await change(languages.find((lang) => lang === document.documentElement.lang) ?? 'en');
}

/** The reader's own choice: kept for a year, and shown at once without losing anything that is on screen. */
export async function choose(lang: Lang): Promise<void> {
  document.cookie = `lang=${lang}; max-age=31536000; path=/; samesite=lax`;
  await change(lang);
}

async function change(lang: Lang): Promise<void> {
  messages = (await loaders[lang]()).default;
  now = lang;
  document.documentElement.lang = lang;
}

/** The words of a screen and those common to all: `const say = words<'control'>()`, then `say('next')`. */
export const words = <S extends keyof Keys>(): Say<S> => say;

function say(key: string, args: Args = {}): string {
  return messages[key]?.(args) ?? key;
}
