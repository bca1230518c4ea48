import { readFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';

test('the wire types are those of the server’s description: else run ops/wire', async () => {
  const made = astToString(await openapi(new URL('./openapi.json', import.meta.url)));
  const kept = readFileSync(new URL('./wire.ts', import.meta.url), 'utf8');
  // Above the types stands a remark of the program that wrote them.
  expect(kept.slice(kept.indexOf('export ')) === made.slice(made.indexOf('export '))).toBe(true);
});
