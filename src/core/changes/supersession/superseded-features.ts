/**
 * The features by which a sentence whose words have mostly changed reports a new state, or the same state in other words.
 *
 * The weights are log odds of a logistic regression, rounded to a tenth. Neither the data nor the script of the fit is in this
 * repository, so that they cannot be reproduced from it. They are constants set by hand for every later change of the rules.
 */
import type { Token } from '../compare/compare-tokens.ts'
import { containedShare, isLine, type Wording } from '../compare/comparison.ts'
import { assertsEvent, isAsserted } from '../compare/events.ts'
import { mayMention, mentionsAny, phrasesIn } from '../compare/phrases.ts'
import { isSpeech } from '../compare/speech.ts'
import { AHEAD, SETTLED, SILENT, UNKNOWN } from '../compare/stage-phrases.ts'
import { type Feature, feature } from './feature.ts'
import type { SupersededInput } from './superseded-input.ts'
import { isPluralNoun, progressive } from './supersession.ts'

const WEAK = 'open, then told otherwise'
const isAhead = (words: readonly Token[]) => mentionsAny(words, AHEAD)
const settles = (words: readonly Token[], wording: Wording) =>
  mayMention(words, SETTLED) &&
  phrasesIn(
    words.filter((word) => isAsserted(wording.text, word.start) && !isPluralNoun(word, wording)),
    SETTLED,
  ).length > 0

const OVER = /^(after|ending|ended|finally|now|later|since|again|resumed?|lifted|eased|until)$/
const LONGER = ['no longer']
const isNow = (words: readonly Token[]) => words.some(({ key }) => /^(is|are|has|have)$/.test(key))

/** Positive weights support a new state, negative weights a paraphrase. */
export const SUPERSEDED_FEATURES: readonly Feature<SupersededInput>[] = [
  // "is studying the offer" → "accepted it"
  feature('stage', 1.9, ({ stage }) => stage !== null && stage !== WEAK),
  feature('no longer open', 2.2, ({ stage }) => stage === WEAK),
  feature(
    'no longer under way',
    1.5,
    ({ comparison: { before, after } }) => progressive(before.words).length > 0 && progressive(after.words).length === 0,
  ),
  feature('no longer ahead', 0.8, ({ comparison: { before, after } }) => isAhead(before.words) && !isAhead(after.words)),
  feature('now ahead', 0.8, ({ comparison: { before, after } }) => isAhead(after.words) && !isAhead(before.words)),
  feature(
    'outcome',
    2,
    ({ added, comparison: { before, after } }) => settles(added, after) && !mentionsAny(before.words, SETTLED),
  ),
  feature('new event', 1.4, ({ added, comparison: { before, after } }) => assertsEvent(added, before.words, after.text)),
  // "has not been named" → "was named"
  feature(
    'untold before',
    1.6,
    ({ comparison: { before, after } }) =>
      mentionsAny(before.words, UNKNOWN) ||
      (mentionsAny(before.words, SILENT) && after.words.some(({ key, quoted }) => quoted || isSpeech(key))),
  ),
  // "is closed" → "has reopened since"
  feature('over now', 1.3, ({ added }) => added.some(({ key }) => OVER.test(key)) || mentionsAny(added, LONGER)),
  feature('both in the present', -0.9, ({ comparison: { before, after } }) => isNow(before.words) && isNow(after.words)),
  // Another day, another person, another figure
  feature('another date', 1.2, ({ matter }) => matter.dates.changed),
  feature('date added', 1.8, ({ matter }) => matter.dates.added),
  feature('new name', 1, ({ matter }) => matter.names.added > 0),
  feature('name gone', 0.6, ({ matter }) => matter.names.removed > 0),
  feature('same names', 1.5, ({ matter: { names } }) => names.both > 0 && names.removed + names.added === 0),
  feature('new figure', 0.9, ({ matter }) => matter.figures.added > 0),
  feature('figure gone', 0.8, ({ matter }) => matter.figures.removed > 0),
  feature('shared figure', -0.9, ({ matter }) => matter.figures.both > 0),
  feature('same figures', -0.9, ({ matter: { figures } }) => figures.both > 0 && figures.removed + figures.added === 0),
  feature('same words', -3.2, ({ matter }) => matter.likeness),
  feature('contained', -1, ({ comparison }) => containedShare(comparison)),
  feature('one run of words', 0.8, ({ comparison }) => comparison.hunks.length <= 2),
  // A headline is rewritten completely when there is news.
  feature('headline', 1.9, ({ comparison: { before, after } }) => isLine(before) && isLine(after)),
]
