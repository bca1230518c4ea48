import { language, text, type Say } from '../../lib/i18n/index.ts';
import type { Kept } from '../../lib/connection/index.ts';
import type { SiteView } from '../../lib/api/index.ts';

/** What a kept command says, in the reader's language. */
export function saying({ command }: Kept, view: SiteView | null, say: Say<'site'>): string {
  if (command.type === 'confirm_launch') {
    const launch = view?.launches.find((each) => each.id === command.launchId);
    return say('outboxConfirm', { launch: text(launch?.name, language.now).text || command.launchId });
  }
  if (command.type === 'report_readiness') {
    return say('outboxReady', { item: say(command.item), word: say(command.ready ? 'ready' : 'notReady') });
  }
  return command.type;
}
