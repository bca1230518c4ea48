import type { ActionKind } from './actions.ts';

interface KeyRow {
  /** Where the keys lie that ask for it (KeyboardEvent.code), so that they are the same under a Russian or Kazakh layout. */
  codes: readonly string[];
  /** The actions it asks for, whichever is offered; at most one of them ever is. */
  kinds: readonly ActionKind[];
}

/** Each act with a key, in the order in which the key sheet lists them; `key_<act>` says what it does. */
export const keyTable = {
  start: { codes: ['KeyS'], kinds: ['start'] },
  next: { codes: ['KeyN'], kinds: ['next'] },
  back: { codes: ['KeyB'], kinds: ['back'] },
  call: { codes: ['KeyC'], kinds: ['call'] },
  confirm: { codes: ['KeyF'], kinds: ['confirm'] },
  end: { codes: ['KeyE'], kinds: ['end'] },
  take_back: { codes: ['KeyX'], kinds: ['take_back'] },
  hold: { codes: ['KeyH'], kinds: ['hold', 'resume'] },
  longer: { codes: ['Equal', 'NumpadAdd'], kinds: ['longer'] },
  shorter: { codes: ['Minus', 'NumpadSubtract'], kinds: ['shorter'] },
  undo: { codes: ['KeyZ'], kinds: ['undo'] },
  redo: { codes: ['KeyY'], kinds: ['redo'] },
} as const satisfies Record<string, KeyRow>;

export type KeyAct = keyof typeof keyTable;

/** Which keys ask for an act; none where somebody gave its key to another. */
export type KeyMap = Readonly<Record<KeyAct, readonly string[]>>;

export const keyActs = Object.keys(keyTable) as KeyAct[];
const rows: [KeyAct, KeyRow][] = keyActs.map((act) => [act, keyTable[act]]);

export const defaultKeys = Object.fromEntries(rows.map(([act, { codes }]) => [act, codes])) as KeyMap;

const actsByKind = new Map(rows.flatMap(([act, { kinds }]) => kinds.map((kind) => [kind, act] as const)));

/** The act whose keys ask for an action; undefined: it has none. */
export const keyActOf = (kind: ActionKind): KeyAct | undefined => actsByKind.get(kind);

const marks: Record<string, string> = {
  Minus: '−',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: '’',
  Comma: ',',
  Period: '.',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num −',
};

/**
 * What is printed on a key, by where it lies; undefined: no act can have it. Letters and the marks beside them can be had;
 * all others belong to the page (Enter, Space, Tab, Escape, arrows, `?`), to the browser, or to a number that is written.
 */
export const printedOn = (code: string): string | undefined => /^Key([A-Z])$/.exec(code)?.[1] ?? marks[code];

export type Press = Pick<KeyboardEvent, 'code' | 'key' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** With one of these a key belongs to the browser. */
const modified = ({ ctrlKey, altKey, metaKey }: Press) => ctrlKey || altKey || metaKey;

/** The act that a press asks for. A key held down asks once. */
export function actForPress(press: Press, keys: KeyMap): KeyAct | undefined {
  if (press.repeat || press.shiftKey || modified(press)) return undefined;
  return keyActs.find((act) => keys[act].includes(press.code));
}

/** Whether a press asks for the key sheet: by where `?` lies on a Latin keyboard, or wherever the layout has it. */
export const asksForKeys = (press: Press): boolean =>
  !press.repeat && !modified(press) && (press.key === '?' || (press.code === 'Slash' && press.shiftKey));

export type Assigned = { keys: KeyMap } | { refused: 'reserved' } | { refused: 'taken'; by: KeyAct };

/** The map with a new key for an act in place of those it had. */
export function assignKey(act: KeyAct, press: Press, keys: KeyMap): Assigned {
  if (press.shiftKey || modified(press) || printedOn(press.code) === undefined) return { refused: 'reserved' };
  const by = keyActs.find((other) => other !== act && keys[other].includes(press.code));
  return by ? { refused: 'taken', by } : { keys: { ...keys, [act]: [press.code] } };
}

/**
 * The map that a device's own keys make of the table. What is not an act, not a key, or a key of two falls back to the
 * table's; where somebody has given a key of the table to another act, that act keeps it.
 * @param own what was kept: of any age, and perhaps not ours
 */
export function keysWith(own: readonly (readonly [act: string, code: string])[]): KeyMap {
  const kept = new Map<string, KeyAct>();
  for (const [act, code] of own)
    if (keyActs.includes(act as KeyAct) && printedOn(code) !== undefined && !kept.has(code)) kept.set(code, act as KeyAct);
  const codesOf = (act: KeyAct) => {
    const codes = [...kept].filter(([, owner]) => owner === act).map(([code]) => code);
    return codes.length > 0 ? codes : defaultKeys[act].filter((code) => !kept.has(code));
  };
  return Object.fromEntries(keyActs.map((act) => [act, codesOf(act)])) as unknown as KeyMap;
}
