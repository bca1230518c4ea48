// What a site's page keeps on its device, so that it loads again while the line is dead: itself, its built files, and
// the last view. Browsers that cannot, or may not, do without.
import { deviceStorage } from '../../lib/connection/index.ts';
import type { SiteView } from '../../lib/api/index.ts';

export interface CachedView {
  view: SiteView;
  /** When it was heard, epoch milliseconds by the device's clock. */
  at: number;
}

/** Keeps this page and the files it is made of, and starts the worker that gives them back. */
export async function cachePage(): Promise<void> {
  if (!navigator.serviceWorker || !globalThis.caches) return;
  await navigator.serviceWorker.register('/site-worker.js', { scope: '/site/' });
  const page = new URL(location.pathname, location.origin).href;
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`));
  const wanted = new Set([page, ...files]);
  const cache = await caches.open(`site ${location.pathname}`);
  await cache.addAll(wanted);
  // Files of an earlier build have other names.
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

const keyOf = (id: string, siteId: string) => `view/${encodeURIComponent(id)}/${encodeURIComponent(siteId)}`;

/** An older page may have kept a view of another shape: without all its parts it is none. */
const parts = ['seq', 'seal', 'head', 'totals', 'segments', 'site', 'launches', 'siteNames'] as const satisfies (keyof SiteView)[];

export function cachedView(id: string, siteId: string, storage = deviceStorage()): CachedView | undefined {
  try {
    const cached = JSON.parse(storage?.getItem(keyOf(id, siteId)) ?? 'null') as CachedView | null;
    return cached && Number.isFinite(cached.at) && parts.every((part) => part in cached.view) ? cached : undefined;
  } catch {
    return undefined;
  }
}

/** @param view null forgets it: the server does not show it to us any more */
export function cacheView(id: string, siteId: string, view: SiteView | null, at = Date.now(), storage = deviceStorage()): void {
  try {
    if (view) storage?.setItem(keyOf(id, siteId), JSON.stringify({ view, at } satisfies CachedView));
    else storage?.removeItem(keyOf(id, siteId));
  } catch {
    // No room: the page shows the view all the same while it is open.
  }
}
