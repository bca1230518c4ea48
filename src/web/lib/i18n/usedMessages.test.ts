import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messagesOf } from '../../build/messages.ts';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const isSource = (file: string) => /\.(svelte|ts|cs)$/.test(file) && !/\.test\.ts$|^fixtures\.ts$/.test(file);
const read = (...folders: string[]) =>
  folders
    .flatMap((folder) =>
      readdirSync(at(folder))
        .filter(isSource)
        .map((file) => readFileSync(at(`${folder}/${file}`), 'utf8')),
    )
    .join('\n');

const server = read('../IndustrialMap.Live.Server/PublicPages');
const screens = ['home', 'watch', 'control', 'site', 'sign-in'] as const;
const sources = {
  common: read('lib/ui', 'lib/map', 'lib/i18n', ...screens.map((screen) => `screens/${screen}`)) + server,
  home: read('screens/home'),
  watch: read('screens/watch', 'lib/map') + server,
  control: read('screens/control'),
  keys: read('screens/control'),
  notices: read('screens/control'),
  order: read('screens/control'),
  site: read('screens/site'),
  'sign-in': read('screens/sign-in'),
};
const keysOf = (file: string) => Object.keys(messagesOf('en', file));

/** Whether it is written out, or begins as a key that is put together, as `log_${type}` is. A word of the code may hide one. */
function isSaid(key: string, source: string): boolean {
  const begins = [...source.matchAll(/`(\w+_)\$\{/g)].map((each) => each[1]!);
  const phases = [...source.matchAll(/\bT\(\$"(\w+)\{/g)].map((each) => each[1]!);
  return new RegExp(`['"]${key}['"]`).test(source) || [...begins, ...phases].some((start) => key.startsWith(start));
}

test.each(Object.entries(sources))('every message of %s is said somewhere', (file, source) => {
  expect(keysOf(file).filter((key) => !isSaid(key, source))).toEqual([]);
});

test('a refusal has a message for each code of the server, and there is no other', () => {
  const { RefusalCode } = JSON.parse(readFileSync(at('lib/api/openapi.json'), 'utf8')).components.schemas;
  expect(keysOf('refusals').toSorted()).toEqual(RefusalCode.enum.filter((code: string | null) => code).toSorted());
});

// What a screen says and does not have is found by the type check; the server finds its own only when it says it.
test('what the server paints first has its messages', () => {
  const said = [...server.matchAll(/\bT\((?:\w+ \? )?"(\w+)"(?: : "(\w+)")?\)/g)].flatMap((each) => each.slice(1)).filter((key) => key);
  const known = [...keysOf('common'), ...keysOf('watch')];
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter((key) => !known.includes(key))).toEqual([]);
});
