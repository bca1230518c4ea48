import type { CommandAnswer, LogRow } from '../../lib/api/index.ts';
import { language, text } from '../../lib/i18n/index.ts';
import { logSentence, type ControlTranslate } from './logSentences.ts';
import type { ViewIndex } from './viewIndex.ts';

/**
 * Why something was refused, in words: what the code says, which launches stood in the way, and who changed what was seen.
 * @param answer the refusal  @param log the view's newest rows
 */
export function refusalSentence(answer: CommandAnswer, log: readonly LogRow[], index: ViewIndex, t: ControlTranslate): string {
  const lang = language.current;
  const launches = (answer.launches ?? []).map((id) => text(index.launches.get(id)?.name, lang).text || id);
  const row = answer.changedBy === undefined ? undefined : log.find(({ id }) => id === answer.changedBy);
  const said = t(answer.refusal!);
  return [
    launches.length > 0 ? t('refusedBecause', { said, what: launches.join(', ') }) : said,
    row ? t('refusedChange', { what: logSentence(row, index, t, lang) }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
