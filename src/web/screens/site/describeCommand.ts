import { language, text, type Translate } from '../../lib/i18n/index.ts';
import type { PendingCommand } from '../../lib/connection/index.ts';
import type { SiteView } from '../../lib/api/index.ts';

/** What a pending command says, in the reader's language. */
export function describeCommand({ command }: PendingCommand, view: SiteView | null, t: Translate<'site'>): string {
  if (command.type === 'confirm_launch') {
    const launch = view?.launches.find((each) => each.id === command.launchId);
    return t('outboxConfirm', { launch: text(launch?.name, language.current).text || command.launchId });
  }
  if (command.type === 'report_readiness') {
    return t('outboxReady', { item: t(`item_${command.item}`), word: t(command.ready ? 'ready' : 'notReady') });
  }
  return command.type;
}
