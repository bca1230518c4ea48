import type { Messages } from '../i18n/index.ts';
import type { PlanError } from '../api/index.ts';

/** A piece of a sentence. @param name as it stands in the file, never in another language */
export interface Piece {
  text: string;
  name: boolean;
}

export interface Told {
  what: Piece[];
  do: Piece[];
  /** The language it is told in, where that is not the reader's. */
  lang?: 'en';
}

/**
 * What is wrong and what to do, in the words of messages/<lang>/script-errors.json. Of what this screen has no words
 * for, because the server is newer, the server's own English ones.
 */
export function tell({ code, args, what, do: todo }: PlanError, said: Messages): Told {
  const [whatOf, doOf] = [said[`${code}_what`], said[`${code}_do`]];
  if (!whatOf || !doOf) return { what: [{ text: what, name: false }], do: [{ text: todo, name: false }], lang: 'en' };
  const near = args.nearest ? [...pieces(said.did_you_mean!, args), { text: ' ', name: false }] : [];
  return { what: pieces(whatOf, args), do: [...near, ...pieces(doOf, args)] };
}

/** In a message `names` stand between backticks; those that come from the file are hidden until it is taken apart. */
function pieces(message: Messages[string], args: Record<string, string>): Piece[] {
  const hidden = '\uFFFF';
  const safe = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, value.replaceAll('`', hidden)]));
  return message(safe)
    .split('`')
    .map((text, i) => ({ text: text.replaceAll(hidden, '`'), name: i % 2 === 1 }))
    .filter((piece) => piece.text);
}
