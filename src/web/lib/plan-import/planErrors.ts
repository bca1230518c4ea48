import type { Messages } from '../i18n/index.ts';
import type { PlanError } from '../api/index.ts';

/** A part of a sentence. @param name as it stands in the file, never in another language */
export interface MessagePart {
  text: string;
  name: boolean;
}

export interface Explanation {
  message: MessagePart[];
  remedy: MessagePart[];
  /** The language it is explained in, where that is not the reader's. */
  lang?: 'en';
}

/**
 * What is wrong and what to do, in the words of messages/<lang>/plan-errors.json. Of what this screen has no words
 * for, because the server is newer, the server's own English ones.
 */
export function explain({ code, args, what, do: remedy }: PlanError, messages: Messages): Explanation {
  const [messageOf, remedyOf] = [messages[`${code}_message`], messages[`${code}_remedy`]];
  if (!messageOf || !remedyOf) return { message: [{ text: what, name: false }], remedy: [{ text: remedy, name: false }], lang: 'en' };
  const near = args.nearest ? [...parts(messages.did_you_mean!, args), { text: ' ', name: false }] : [];
  return { message: parts(messageOf, args), remedy: [...near, ...parts(remedyOf, args)] };
}

/** In a message `names` stand between backticks; those that come from the file are hidden until it is taken apart. */
function parts(message: Messages[string], args: Record<string, string>): MessagePart[] {
  const hidden = '\uFFFF';
  const safe = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, value.replaceAll('`', hidden)]));
  return message(safe)
    .split('`')
    .map((text, i) => ({ text: text.replaceAll(hidden, '`'), name: i % 2 === 1 }))
    .filter((part) => part.text);
}
