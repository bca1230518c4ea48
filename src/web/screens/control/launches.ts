import { formatFigure, text, type Lang } from '../../lib/i18n/index.ts';
import type { LaunchRow, LogRow } from '../../lib/api/index.ts';
import type { ControlTranslate } from './logSentences.ts';

/** Of how many launches the source does not state a figure. */
export interface NotStated {
  tenge: number;
  jobs: number;
  all: number;
}

export const notStatedOf = (launches: readonly LaunchRow[]): NotStated => ({
  tenge: launches.filter((launch) => !launch.tenge).length,
  jobs: launches.filter((launch) => !launch.jobs).length,
  all: launches.length,
});

/** Everything about a launch in one sentence, for where its row has no room. @param site its name; empty where the row's place says it */
export function launchDetails(launch: LaunchRow, site: string, t: ControlTranslate, lang: Lang): string {
  const figures = [launch.tenge, launch.jobs].filter((figure) => figure !== undefined).map((figure) => formatFigure(figure, lang).text);
  const status = launch.sourceStatus && t(`status_${launch.sourceStatus}`);
  const why = launch.confirmedForSite ? `${t('forSite')}: ${launch.reason ?? ''}` : launch.reason;
  return [site, text(launch.name, lang).text, text(launch.company, lang).text, ...figures, why, status].filter(Boolean).join(' · ');
}

/** When a launch was called and confirmed as it stands now, ISO 8601; undefined: not, or so long ago that the log here has left it out. */
export interface LaunchTimes {
  called?: string;
  confirmed?: string;
}

export function launchTimes(launch: LaunchRow, log: readonly LogRow[]): LaunchTimes {
  if (launch.state !== 'called' && launch.state !== 'confirmed') return {};
  const called = log.findLast((row) => row.type === 'launch_called' && row.launchId === launch.id)?.at;
  return launch.state === 'confirmed' ? { called, confirmed: launch.changedAt } : { called: called ?? launch.changedAt };
}
