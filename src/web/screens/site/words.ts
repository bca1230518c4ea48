import { language, text, type Say } from '../../lib/i18n/index.ts';
import type { PendingCommand } from '../../lib/connection/index.ts';
import type { SiteView } from '../../lib/api/index.ts';

/** What a pending command says, in the reader's language. */
export function saying({ command }: PendingCommand, view: SiteView | null, say: Say<'site'>): string {
  if (command.type === 'confirm_launch') {
    const launch = view?.launches.find((each) => each.id === command.launchId);
    return say('outboxConfirm', { launch: text(launch?.name, language.now).text || command.launchId });
  }
  if (command.type === 'report_readiness') {
    return say('outboxReady', { item: say(command.item), word: say(command.ready ? 'ready' : 'notReady') });
  }
  return command.type;
}
