import type { Me } from '../../lib/api/index.ts';

/** Whether this browser holds the site's own sign-in: the control room may read the screen, and not speak for the site. */
export async function canSpeakForSite(id: string, siteId: string): Promise<boolean> {
  try {
    const me = (await (await fetch('/api/me')).json()) as Me;
    return me.sites.some((own) => own.teleconference === id && own.siteId === siteId);
  } catch {
    return true;
  }
}
