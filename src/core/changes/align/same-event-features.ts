/**
 * The features by which two sentences report the same event, though they hardly share a word.
 *
 * The weights are log odds of a logistic regression, rounded to a tenth. Neither the data nor the script of the fit is in this
 * repository, so that they cannot be reproduced from it. They are constants set by hand for every later change of the rules.
 */
import { mentionsAny, phrasesIn } from '../compare/phrases.ts'
import { mentionsSpecific } from '../compare/proper-names.ts'
import { isSpeech } from '../compare/speech.ts'
import { AHEAD, OPEN, SILENT, UNKNOWN } from '../compare/stage-phrases.ts'
import { type Feature, feature } from '../supersession/feature.ts'
import { progressive } from '../supersession/supersession.ts'
import type { Reading, SideBySide } from './side-by-side.ts'

/** Not yet reported: "is not known", "declined to say", "has not been found", "nobody was". */
const isUnreported = ({ wording: { words, text } }: Reading) =>
  mentionsAny(words, UNKNOWN) || mentionsAny(words, SILENT) || UNDONE.test(text)
const UNDONE =
  /\b(has|have|had|was|were|is|are)(n['’]t| not)( yet)?( been)? \p{L}+(ed|en|n|nd|d|t|de)\b|\b(no one|nobody|no \p{L}+|none) (has|have|had|was|were|is|are)\b/iu

/** In progress or awaited, outside of quotations. A weather forecast does not count, because no later sentence settles it. */
const open = (reading: Reading): boolean => {
  const unquoted = reading.wording.words.filter(({ quoted }) => !quoted)
  return (
    phrasesIn(unquoted, OPEN).some((phrase) => phrase !== 'forecast') ||
    progressive(unquoted).length > 0 ||
    isUnreported(reading)
  )
}

const speaks = ({ wording: { words } }: Reading) => words.some(({ key }) => isSpeech(key))
const QUOTES = /["“]/
const ASKS =
  /\b(ask|asks|asked|request|requested|calls?|called|demand|demanded|urged|appeal|appealed|seek|sought|offered?|ordered|promised|plans?|planned|hopes?|hoped|want|wants|wanted|intend\w*|last seen|under|still|so far|yet|stay|remain)\b/i
const PRONOUN = /^\W*(it|its|he|she|they|his|her|their|this|that)\b/i

/** Positive weights support one event, negative weights two. */
export const SAME_EVENT_FEATURES: readonly Feature<SideBySide>[] = [
  // Place
  feature('lone', 1, ({ place }) => place.lone),
  feature('lone and plain', 1.3, ({ place, plain }) => place.lone && plain),
  feature('lead', 2.3, ({ place }) => place.lead),
  // Shared content
  feature('same words', 0.6, ({ likeness }) => likeness),
  feature('rare word', 1.7, ({ rarestWord }) => rarestWord),
  feature('same fields', 0.4, ({ sharedFields }) => sharedFields),
  feature('rare field', 1, ({ rarestField }) => rarestField),
  feature(
    'other fields',
    -0.4,
    ({ before, after, sharedFields }) => sharedFields === 0 && before.fields.size > 0 && after.fields.size > 0,
  ),
  feature('one of them speaks', -0.4, ({ before, after }) => speaks(before) !== speaks(after)),
  feature('shared name', 0.4, ({ names }) => names.both > 0),
  feature('shared figure', 0.6, ({ figures }) => figures.both > 0),
  feature('dates', 1.2, ({ before, after }) => before.wording.dates.length > 0 && after.wording.dates.length > 0),
  feature('plain', 0.7, ({ plain }) => plain),
  // Open questions of the earlier sentence
  feature('untold', 0.6, ({ before }) => isUnreported(before)),
  feature('open', 0.8, ({ before }) => open(before)),
  feature('ahead', 0.5, ({ before }) => mentionsAny(before.wording.words, AHEAD)),
  feature('asks', 0.3, ({ before }) => ASKS.test(before.wording.text)),
  // Subject of the earlier sentence
  feature('pronoun', 0.6, ({ before }) => PRONOUN.test(before.wording.text)),
  feature(
    'own thing gone',
    -1.1,
    ({ before, names, figures }) => names.both + figures.both === 0 && mentionsSpecific(before.wording.text),
  ),
  feature('quotation gone', -0.5, ({ before }) => QUOTES.test(before.wording.text)),
]
