/** What speaks for a new state of a matter and what for the same told anew, in a sentence whose words have mostly changed. */

import type { Token } from '../compare/compare-tokens.ts'
import { type Comparison, changedWords, containedShare, type Wording } from '../compare/comparison.ts'
import { isTold, toldAsEvent } from '../compare/events.ts'
import { mayTell, phrasesIn, tells } from '../compare/phrases.ts'
import { AHEAD, SETTLED, SILENT, UNKNOWN } from '../compare/stages.ts'
import { type Witness, witness } from './feature.ts'
import { type Matter, matterOf } from './matter.ts'
import { progressive } from './supersession.ts'

/** The two wordings with what is read from them once for all witnesses. */
export interface Case {
  readonly comparison: Comparison
  readonly matter: Matter
  /** The rule by which a stage of the matter gave way to another, or null. */
  readonly stage: string | null
  readonly come: readonly Token[]
}

export const caseOf = (comparison: Comparison, stage: string | null): Case => ({
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
export const WITNESSES: readonly Witness<Case>[] = [
  // "is studying the offer" → "accepted it"
  witness('stage', 1.9, ({ stage }) => stage !== null && stage !== WEAK),
  witness('no longer open', 2.2, ({ stage }) => stage === WEAK),
  witness(
    'no longer under way',
    1.5,
    ({ comparison: { before, after } }) => progressive(before.words).length > 0 && progressive(after.words).length === 0,
  ),
  witness('no longer ahead', 0.8, ({ comparison: { before, after } }) => isAhead(before.words) && !isAhead(after.words)),
  witness('now ahead', 0.8, ({ comparison: { before, after } }) => isAhead(after.words) && !isAhead(before.words)),
  witness('outcome', 2, ({ come, comparison: { before, after } }) => settles(come, after) && !tells(before.words, SETTLED)),
  witness('new event', 1.4, ({ come, comparison: { before, after } }) => toldAsEvent(come, before.words, after.text)),
  // "has not been named" → "was named"
  witness('untold before', 1.6, ({ comparison: { before } }) => tells(before.words, UNKNOWN) || tells(before.words, SILENT)),
  // "is closed" → "has reopened since"
  witness('over now', 1.3, ({ come }) => come.some(({ key }) => OVER.test(key)) || tells(come, LONGER)),
  witness('both in the present', -0.9, ({ comparison: { before, after } }) => isNow(before.words) && isNow(after.words)),
  // Another day, another person, another figure
  witness('another date', 1.2, ({ matter }) => matter.dates.changed),
  witness('date added', 1.8, ({ matter }) => matter.dates.added),
  witness('new name', 1, ({ matter }) => matter.names.come > 0),
  witness('name gone', 0.6, ({ matter }) => matter.names.gone > 0),
  witness('same names', 1.5, ({ matter: { names } }) => names.both > 0 && names.gone + names.come === 0),
  witness('new figure', 0.9, ({ matter }) => matter.figures.come > 0),
  witness('figure gone', 0.8, ({ matter }) => matter.figures.gone > 0),
  witness('shared figure', -0.9, ({ matter }) => matter.figures.both > 0),
  witness('same figures', -0.9, ({ matter: { figures } }) => figures.both > 0 && figures.gone + figures.come === 0),
  witness('same words', -3.2, ({ matter }) => matter.likeness),
  witness('contained', -1, ({ comparison }) => containedShare(comparison)),
  witness('one run of words', 0.8, ({ comparison }) => comparison.hunks.length <= 2),
  // A headline is told in quite other words when there is news.
  witness('headline', 1.9, ({ comparison: { before, after } }) => !endsAsSentence(before.text) && !endsAsSentence(after.text)),
]
