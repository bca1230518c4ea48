import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { files, messagesOf } from '../../build/messages.ts';

const list = readFileSync(new URL('../../../../ops/kazakh-to-check.md', import.meta.url), 'utf8').split('\n## Screens')[1]!;
const sections = new Map(list.split('\n### ').map((section) => [section.split('\n')[0]!, section]));

test.each([...new Set(Object.values(files).flat())])('the list for a native reader has the messages of %s as they are', (file) => {
  const section = sections.get(file)!;
  const kazakh = messagesOf('kk', file);
  const listed = [...section.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)].map(([, key, text]) => [key!, text!] as const);
  const sure = [...(/^From the glossary, and sure: (.*)$/m.exec(section)?.[1] ?? '').matchAll(/`(\w+)`/g)].map(([, key]) => key!);
  for (const [key, text] of listed) expect(text, `ops/kazakh-to-check.md, ${file}, ${key}`).toBe(kazakh[key]);
  expect([...listed.map(([key]) => key), ...sure].toSorted(), `ops/kazakh-to-check.md, ${file}`).toEqual(Object.keys(kazakh).toSorted());
});
