import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const top = new URL('.', import.meta.url);
const sourcesOf = (room: string) =>
  readdirSync(new URL(room, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file))
    .map((file) => `${room}/${file}`);

/** Every file of ours that another imports, as [importer, imported], both from the top of this folder. */
const importsOf = (room: string) =>
  sourcesOf(room).flatMap((file) => {
    const at = new URL(file, top);
    const named = readFileSync(at, 'utf8').matchAll(/\b(?:from|import)\b[\s(]*'(\.[^']*)'/g);
    return [...named].map(([, path]) => [file, new URL(path!, at).href.slice(top.href.length)] as const);
  });

test('a screen imports from itself and from lib, never from another screen', () => {
  const screens = readdirSync(new URL('screens', top));
  expect(screens).toEqual(['control', 'home', 'sign-in', 'site', 'watch']);
  for (const screen of screens) {
    const imports = importsOf(`screens/${screen}`);
    expect(imports.length, screen).toBeGreaterThan(0);
    // Tests also read the messages as the build does.
    const others = imports.filter(
      ([file, path]) =>
        !path.startsWith(`screens/${screen}/`) && !path.startsWith('lib/') && !(path.startsWith('build/') && file.endsWith('.test.ts')),
    );
    expect(others).toEqual([]);
  }
});

test('lib knows no screen', () => {
  const imports = importsOf('lib');
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter(([, path]) => path.startsWith('screens/'))).toEqual([]);
});
