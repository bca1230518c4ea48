// i18n: every word and number that people read, in English, Russian and Kazakh.
//   words<'control'>()               say('onAir'), say('progress', { confirmed: 3, planned: 12 }): reactive. ICU messages lie
//                                    in messages/<lang>/<screen>.json; common.json is there on every screen, refusals.json
//                                    on control and site. A key that is missing in a language fails the tests.
//   language.now, choose(lang)       the reader's language; choose keeps it and changes the screen at once
//   text(t, language.now)            a source's text and the language it is in; <SourceText of={t}/> in look does both
//   shownFigure(f, lang)             Shown { before, number, after, text, exact? } of a Figure; undefined is "not stated"
//   shownTotal(sum, lang)            the same of a running Sum; notStatedFor(sum.notStated, lang) goes beside it
//   operatorName(name, say)         who the server says an operator is: "Operator 2" is told in the reader's language
//   kinds[segment.kind]             the key of the word for a kind of segment
//   clock(at, zone?, seconds?)  day(date, lang)  duration(s)  overUnder(s)  age(s, lang)
export { choose, language, languages, speak, words, type Lang, type Loaders, type Messages, type Say } from './language.svelte.ts';
export { notStated, notStatedFor, shownFigure, shownTotal } from './figures.ts';
export { kinds } from './kinds.ts';
export { operatorName } from './people.ts';
export { text } from './text.ts';
export { age, clock, day, duration, overUnder } from './times.ts';
