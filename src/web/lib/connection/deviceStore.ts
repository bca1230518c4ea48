/**
 * What a device keeps under one prefix, each thing under a key of its own, so that two tabs that write at once cannot
 * overwrite each other. Where the device keeps nothing (private mode, no room left) the store goes on in memory.
 */
export class DeviceStore {
  #memory = new Map<string, string>();

  /** @param storage undefined where the browser has none to give */
  constructor(
    private readonly prefix: string,
    private readonly storage: Storage | undefined,
  ) {}

  /** False once anything lies in memory only: it will not survive a reload. */
  get durable(): boolean {
    return this.#memory.size === 0;
  }

  owns(key: string | null): boolean {
    return key === null || key.startsWith(this.prefix);
  }

  /** All that is kept, in the order of its keys. */
  entries(): [key: string, value: string][] {
    const stored = this.#try((storage) =>
      Array.from({ length: storage.length }, (_, i) => storage.key(i)!)
        .filter((key) => key.startsWith(this.prefix))
        .map((key): [string, string] => [key.slice(this.prefix.length), storage.getItem(key) ?? '']),
    );
    return [...new Map([...(stored ?? []), ...this.#memory])].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  put(key: string, value: string): void {
    const kept = this.#try((storage) => (storage.setItem(this.prefix + key, value), true));
    if (kept) this.#memory.delete(key);
    else this.#memory.set(key, value);
  }

  remove(key: string): void {
    this.#memory.delete(key);
    this.#try((storage) => storage.removeItem(this.prefix + key));
  }

  #try<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return this.storage && use(this.storage);
    } catch {
      return undefined;
    }
  }
}

/** The device's storage, where it lets the page have it. */
export function deviceStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
