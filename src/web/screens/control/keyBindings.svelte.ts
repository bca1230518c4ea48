import { DeviceStore, deviceStorage } from '../../lib/connection/deviceStore.ts';
import type { ActionKind } from './actions.ts';
import { actForPress, asksForKeys, assignKey, defaultKeys, keyActOf, keyActs, keysWith, printedOn } from './keys.ts';
import type { Assigned, KeyAct, KeyMap, Press } from './keys.ts';

const prefix = 'keys/';
const lock = 'locked';

/** The keys as this device has them: remapped, or locked off as whole, for who speaks to the machine or brushes its keys. */
export class KeyBindings {
  #keys = $state.raw<KeyMap>(defaultKeys);
  #locked = $state(false);
  /** Whether the key sheet is open. */
  sheet = $state(false);

  constructor(private readonly store: DeviceStore) {
    this.#read();
  }

  /** True: no single key does anything, `?` neither. */
  get locked(): boolean {
    return this.#locked;
  }

  set locked(locked: boolean) {
    if (locked) this.store.put(lock, 'yes');
    else this.store.remove(lock);
    this.#read();
  }

  get changed(): boolean {
    return keyActs.some((act) => this.#keys[act].join() !== defaultKeys[act].join());
  }

  /** What is printed on the keys that ask for an act. */
  labels(act: KeyAct): string[] {
    return this.#keys[act].map((code) => printedOn(code)!);
  }

  /** What a button of an action shows; undefined where no key asks for it. */
  label(kind: ActionKind): string | undefined {
    const act = keyActOf(kind);
    return act && !this.#locked ? this.labels(act)[0] : undefined;
  }

  actForPress(press: Press): KeyAct | undefined {
    return this.#locked ? undefined : actForPress(press, this.#keys);
  }

  asksForSheet(press: Press): boolean {
    return !this.#locked && asksForKeys(press);
  }

  /** Gives an act another key, and keeps it; nothing changes where it is refused. */
  assign(act: KeyAct, press: Press): Assigned {
    const assigned = assignKey(act, press, this.#keys);
    if ('keys' in assigned) {
      this.store.put(act, press.code);
      this.#read();
    }
    return assigned;
  }

  reset(): void {
    for (const [key] of this.store.entries()) if (key !== lock) this.store.remove(key);
    this.#read();
  }

  /** Another window of this device has written. @param key of the browser's storage; null: all of it went */
  storedElsewhere(key: string | null): void {
    if (this.store.owns(key)) this.#read();
  }

  #read(): void {
    const kept = this.store.entries();
    this.#locked = kept.some(([key]) => key === lock);
    this.#keys = keysWith(kept);
  }
}

/** This device's. */
export const keyBindings = new KeyBindings(new DeviceStore(prefix, deviceStorage()));
