import { expect, test } from 'vitest';
import cases from './reasons.cases.json';
import { maxReasonLength, reasonProblem, tidyReason } from './reasons.ts';

interface Case {
  name: string;
  text: string;
  times?: number;
  then?: string;
  refused: string | null;
  kept?: string;
}

test.each(cases as Case[])('a reason of $name is judged as the server does', ({ text, times = 1, then = '', refused, kept }) => {
  const written = text.repeat(times) + then;
  expect(reasonProblem(written)?.code ?? null).toBe(refused);
  if (!refused) expect(tidyReason(written)).toBe(kept ?? written);
});

test('half a character cannot be read, whichever half it is', () => {
  for (const half of ['\ud83d', '\ude00']) {
    expect(reasonProblem(`not ${half}ready`)).toEqual({ code: 'reason_unreadable', from: 4, to: 5 });
  }
});

test('it is said where the trouble is, in the text as it was written', () => {
  expect(reasonProblem('  not\u202eready')).toMatchObject({ from: 5, to: 6 });
  expect(reasonProblem('not\u{e0041}ready')).toMatchObject({ from: 3, to: 5 });
  expect(reasonProblem(` ${'x'.repeat(maxReasonLength)}yz `)).toMatchObject({ from: 501, to: 503 });
  expect(reasonProblem(' ?! ')).toMatchObject({ from: 0, to: 4 });
});
