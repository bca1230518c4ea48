// i18n: every word and number that people read, in English, Russian and Kazakh.
//   const t = useMessages<'control'>()   t('onAir'), t('progress', { confirmed: 3, planned: 12 }): reactive. ICU messages lie
//                                        in messages/<lang>/<screen>.json; common.json is there on every screen, refusals.json
//                                        on control and site. A key that is missing in a language fails the tests.
//   language.current, chooseLanguage(l)  the reader's language; choosing keeps it and changes the screen at once
//   text(t, language.current)            a source's text and the language it is in; <SourceText of={t}/> in ui does both
//   formatFigure(f, lang)                FormattedFigure { before, number, after, text, exact? }; undefined is "not stated"
//   formatTotal(sum, lang)               the same of a running Sum; notStatedFor(sum.notStated, lang) goes beside it
//   operatorName(name, t)                who the server says an operator is: "Operator 2" is told in the reader's language
//   segmentKinds[segment.kind]           the key of the word for a kind of segment
//   clock(at, head.studio, seconds?): in the time of a studio or site, by the server's offset; without one the viewer's own
//   day(date, lang)  duration(s)  overUnder(s)  age(s, lang)  span(s, lang)
export {
  chooseLanguage,
  language,
  languages,
  loadMessages,
  useMessages,
  type Lang,
  type Loaders,
  type Messages,
  type Translate,
} from './i18n.svelte.ts';
export { notStated, notStatedFor, formatFigure, formatTotal } from './figures.ts';
export { segmentKinds } from './segmentKinds.ts';
export { operatorName } from './people.ts';
export { text } from './text.ts';
export { age, clock, day, duration, overUnder, span, type Zone } from './times.ts';
