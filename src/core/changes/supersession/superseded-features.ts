/**
 * The features by which a sentence whose words have mostly changed reports a new state, or the same state in other words.
 *
 * The weights are log odds of a logistic regression, rounded to a tenth. Neither the data nor the script of the fit is in this
 * repository, so that they cannot be reproduced from it. They are constants set by hand for every later change of the rules.
 */
import type { Token } from '../compare/compare-tokens.ts'
import { type Comparison, changedWords, containedShare, type Wording } from '../compare/comparison.ts'
import { isTold, toldAsEvent } from '../compare/events.ts'
import { mayTell, phrasesIn, tells } from '../compare/phrases.ts'
import { AHEAD, SETTLED, SILENT, UNKNOWN } from '../compare/stages.ts'
import { type Feature, feature } from './feature.ts'
import { type Matter, matterOf } from './matter.ts'
import { progressive } from './supersession.ts'

/** The two wordings with what is read from them once for all witnesses. */
export interface SupersededInput {
  readonly comparison: Comparison
  readonly matter: Matter
  /** The rule by which a stage of the matter gave way to another, or null. */
  readonly stage: string | null
  readonly come: readonly Token[]
}

export const supersededInput = (comparison: Comparison, stage: string | null): SupersededInput => ({
  comparison,
  matter: matterOf(comparison),
  stage,
  come: changedWords(comparison, 'after'),
})

const WEAK = 'open, then told otherwise'
const isAhead = (words: readonly Token[]) => tells(words, AHEAD)
const settles = (words: readonly Token[], { text }: Wording) =>
  mayTell(words, SETTLED) &&
  phrasesIn(
    words.filter(({ start }) => isTold(text, start)),
    SETTLED,
  ).length > 0
const endsAsSentence = (text: string) => /[.!?…]["”’')]*\s*$/.test(text)

const OVER = /^(after|ending|ended|finally|now|later|since|again|resumed?|lifted|eased|until)$/
const LONGER = ['no longer']
const isNow = (words: readonly Token[]) => words.some(({ key }) => /^(is|are|has|have)$/.test(key))

/** For a new state; against it, for the same told anew. */
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
  feature('outcome', 2, ({ come, comparison: { before, after } }) => settles(come, after) && !tells(before.words, SETTLED)),
  feature('new event', 1.4, ({ come, comparison: { before, after } }) => toldAsEvent(come, before.words, after.text)),
  // "has not been named" → "was named"
  feature('untold before', 1.6, ({ comparison: { before } }) => tells(before.words, UNKNOWN) || tells(before.words, SILENT)),
  // "is closed" → "has reopened since"
  feature('over now', 1.3, ({ come }) => come.some(({ key }) => OVER.test(key)) || tells(come, LONGER)),
  feature('both in the present', -0.9, ({ comparison: { before, after } }) => isNow(before.words) && isNow(after.words)),
  // Another day, another person, another figure
  feature('another date', 1.2, ({ matter }) => matter.dates.changed),
  feature('date added', 1.8, ({ matter }) => matter.dates.added),
  feature('new name', 1, ({ matter }) => matter.names.come > 0),
  feature('name gone', 0.6, ({ matter }) => matter.names.gone > 0),
  feature('same names', 1.5, ({ matter: { names } }) => names.both > 0 && names.gone + names.come === 0),
  feature('new figure', 0.9, ({ matter }) => matter.figures.come > 0),
  feature('figure gone', 0.8, ({ matter }) => matter.figures.gone > 0),
  feature('shared figure', -0.9, ({ matter }) => matter.figures.both > 0),
  feature('same figures', -0.9, ({ matter: { figures } }) => figures.both > 0 && figures.gone + figures.come === 0),
  feature('same words', -3.2, ({ matter }) => matter.likeness),
  feature('contained', -1, ({ comparison }) => containedShare(comparison)),
  feature('one run of words', 0.8, ({ comparison }) => comparison.hunks.length <= 2),
  // A headline is told in quite other words when there is news.
  feature('headline', 1.9, ({ comparison: { before, after } }) => !endsAsSentence(before.text) && !endsAsSentence(after.text)),
]
