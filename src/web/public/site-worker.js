// Lets a site's page load again while its line is dead: from the network if there is one, else what the page has kept of
// itself (screens/site/offlineCache.ts). It never touches the API or the hub, and keeps nothing on its own.

/** Milliseconds after which a line that does not answer counts as dead, if the page is kept. */
const patience = 4_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(part(request));
  else if (request.mode === 'navigate') event.respondWith(page(request));
});

// The server varies the page by language and cookie; without a line, the last one will do.
const kept = (request) => caches.match(request, { ignoreVary: true, ignoreSearch: true });

/** Built files never change under one name. */
const part = async (request) => (await kept(request)) ?? fetch(request);

async function page(request) {
  const spare = await kept(request);
  if (!spare) return fetch(request);
  const tooLate = new Promise((_, fail) => setTimeout(fail, patience));
  try {
    const answer = await Promise.race([fetch(request), tooLate]);
    return answer.status >= 500 ? spare : answer;
  } catch {
    return spare;
  }
}
