import type { RefusalCode } from './index.ts';

/** Longest reason that the server takes, in UTF-16 units, without the space around it. */
export const maxReasonLength = 500;

/** What is wrong with a reason, and where: from and to are places in the text as it was written. */
export interface ReasonProblem {
  code: Extract<RefusalCode, 'reason_required' | 'reason_too_long' | 'reason_unreadable'>;
  from: number;
  to: number;
}

/**
 * A character that no words may hold. The server's rule is in Domain/Plans/Words.cs and Reasons.cs; both are held to the same
 * cases, reasons.cases.json. Joiners and variation selectors are invisible too, and stay: scripts and emoji need them.
 */
const disallowed = /(?![\n\u200c\u200d\ufe00-\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Space as the server's language takes it, which is not quite JavaScript's. */
const spaceBefore = /^[\p{Z}\t-\r\u0085]*/u;
const spaceAfter = /[\p{Z}\t-\r\u0085]*$/u;

/** As it is kept: without space around it, its lines parted by line feeds. */
export const tidyReason = (written: string) => written.replaceAll('\r\n', '\n').replace(spaceBefore, '').replace(spaceAfter, '');

/** The first character that others could not read in one line, and where it is; null: none. */
export function unreadable(written: string): { from: number; to: number } | null {
  const bad = disallowed.exec(written) ?? /\n/.exec(written);
  return bad && { from: bad.index, to: bad.index + bad[0].length };
}

/**
 * What is wrong with it; null: nothing. What cannot be seen is told first, since nobody would find it.
 * @param written as a text area gives it, its lines parted by line feeds
 */
export function reasonProblem(written: string): ReasonProblem | null {
  const tidy = tidyReason(written);
  const start = spaceBefore.exec(written)![0].length;
  const unreadable = disallowed.exec(tidy);
  if (unreadable) {
    const from = start + unreadable.index;
    return { code: 'reason_unreadable', from, to: from + unreadable[0].length };
  }
  if (!/[\p{L}\p{Nd}]/u.test(tidy)) return { code: 'reason_required', from: 0, to: written.length };
  if (tidy.length > maxReasonLength) return { code: 'reason_too_long', from: start + maxReasonLength, to: start + tidy.length };
  return null;
}
