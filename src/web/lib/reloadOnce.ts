// A page that was opened before an upgrade, and cannot go on with the server that there is now, loads itself anew: once.

/** The session remembers by the build: a page that was loaded anew and is of the same build gains nothing by another time. */
const key = `reloaded/${__BUILD__}`;

/** Loads the page anew, once a build; never where the session keeps nothing, because it could not end. */
export function reloadOnce(storage = sessionStorageOrNone(), reload = () => location.reload()): void {
  try {
    if (!storage || storage.getItem(key) !== null) return;
    storage.setItem(key, 'yes');
    reload();
  } catch {
    // It keeps nothing.
  }
}

/**
 * A part of this page could not be loaded. With the line down that says nothing: only where the server answers is it a part
 * that is gone.
 */
export async function partMissing(reload = reloadOnce): Promise<void> {
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    if (answer.ok) reload();
  } catch {
    // No line.
  }
}

function sessionStorageOrNone(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
