/** `superseded`: the new sentence reports a new state of the same matter, so that both cannot be current. */

import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { shares } from '../../text/set-similarity.ts'
import { stem } from '../../text/stems.ts'
import type { Token } from '../compare/compare-tokens.ts'
import { type Comparison, changedWords, isLine, type Wording } from '../compare/comparison.ts'
import { happened, perfect } from '../compare/events.ts'
import { mayMention, mentionsAny, phrasesIn } from '../compare/phrases.ts'
import { isSpeech } from '../compare/speech.ts'
import { AHEAD, CAUSES, OPEN, RELATIONS, SETTLED, SILENT, UNKNOWN } from '../compare/stage-phrases.ts'
import { alignedWords } from '../predicates/align-words.ts'
import { grammarOf } from '../predicates/grammar.ts'
import { cameAbout } from './came-about.ts'
import { contentStems } from './matter.ts'
import { hasOtherMainVerb } from './one-state.ts'

/** A reworded forecast or a reworded settled matter must differ by more than this. */
const MUCH_CHANGED = 0.65
/** The same for a matter that is now settled. */
const LESS_CHANGED = 0.7

/** Processes without an end, and auxiliaries: their progressive form is no open matter. */
const LASTING =
  /^(shrink|grow|ris|fall|declin|increas|decreas|becom|gett|spread|melt|warm|cool|liv|hav|mean|mak|us|do|includ|accord|follow|dur|look|feel|rest|runn|sitt|stand|lack|tir|worry|go|noth|someth|anyth|everyth|even|morn|spr|str)ing$/

/**
 * Returns the rule by which the matter advanced, or null. A phrase open in the earlier sentence must be absent from the later.
 */
export function supersessionRule(comparison: Comparison): string | null {
  const { kept, before, after } = comparison
  const [goneWords, newWords] = [changedWords(comparison, 'before'), changedWords(comparison, 'after')]
  if (mentionsAny(before.words, SILENT) && !mentionsAny(after.words, SILENT) && speaks(newWords, after.text))
    return 'silent, then said'
  const causes = mentionsAny(after.words, CAUSES) || newWords.some((w) => isSpeech(w.key))
  const known = mentionsAny(before.words, UNKNOWN) && !mentionsAny(after.words, UNKNOWN)
  if (known && kept < MUCH_CHANGED && (causes || sharesContent(comparison))) return 'unknown, then told'
  const [openA, openB] = [openIn(before.words), openIn(after.words)]
  const mentionedAfter = (word: string) => after.words.some((w) => stem(w.key) === stem(word))
  const stays = (phrase: string) => openB.includes(phrase) || (!phrase.includes(' ') && mentionedAfter(phrase))
  const open = openA.filter((phrase) => phrase.split(' ').some((word) => goneWords.some((w) => w.key === word)))
  const closed = open.length > 0 && !open.some(stays)
  const stillOpen = openB.some((phrase) => !openA.includes(phrase))
  const settled =
    mayMention(newWords, SETTLED) &&
    phrasesIn(
      newWords.filter(
        (w) =>
          !/\b(?:to|must|should|may|might|could|can) (?:be )?$/.test(after.text.slice(Math.max(0, w.start - 10), w.start)) &&
          !isPluralNoun(w, after),
      ),
      SETTLED,
    ).length > 0 &&
    !mentionsAny(before.words, SETTLED)
  // "could not be reached" is answered by a statement only.
  if (mentionsAny(before.words, SILENT) && !mentionsAny(after.words, SILENT)) return null
  if (cameAbout(comparison)) return 'ahead, then happened'
  if (closed && settled && (!stillOpen || perfect(newWords, after.text))) return 'open, then settled'
  if (closed && !stillOpen && sharesContent(comparison) && tellsAnother(comparison)) return 'open, then told otherwise'
  if (closed && perfect(newWords, after.text) && sharesContent(comparison)) return 'open, then come about'
  if (settled && kept > LESS_CHANGED && settledMainly(after)) return 'settled'
  if (kept > (settled && settledMainly(after) ? LESS_CHANGED : MUCH_CHANGED) || stillOpen) return null
  const eventful = settled || happened(newWords, before.words, after.text)
  const ahead = phrasesIn(mainClause(goneWords), AHEAD).length > 0 && !mentionsAny(after.words, AHEAD)
  if (ahead && (eventful || happened(newWords, [], after.text)) && sharesContent(comparison)) return 'ahead, then happened'
  const done = eventful || happened(newWords, [], after.text) || happened(after.words, [], after.text)
  if (undone(before.words) && !undone(after.words) && done && sharesContent(comparison)) return 'not done, then done'
  if (kept < 0.5 && stands(before.words) && !stands(after.words) && eventful && sharesContent(comparison))
    return 'state, then event'
  return settled && kept > 0.2 && !happened(goneWords, after.words, before.text, false) ? 'settled' : null
}

/** The later main verb was no more than planned before; a headline has one that cannot be found so surely. */
const tellsAnother = (comparison: Comparison): boolean =>
  hasOtherMainVerb(comparison.after, alignedWords(comparison).before, comparison.before) ||
  (isLine(comparison.before) && isLine(comparison.after) && tells(comparison.after))

/** "Mayor, Open to Sale, Sets Terms": in title case a verb reads as a name. "Weak beam (report 4711)" has none. */
function tells({ read }: Wording): boolean {
  const { groups, tokens } = grammarOf(read)
  return groups.length > 0 || tokens.filter(({ tag }) => tag === 'name').length > tokens.length / 2
}

/** "strikes", "wins" after an adjective: no verb. */
export function isPluralNoun({ key, start }: Token, { read }: Wording): boolean {
  if (!key.endsWith('s')) return false
  const { tokens, groupAt } = grammarOf(read)
  const at = tokens.findIndex((token) => token.start === start)
  return groupAt[at] === -1 && tokens[at - 1]?.capital === false
}

/** "The bill was passed": the main verb states the outcome. */
export function settledMainly(wording: Wording): boolean {
  const { clauses, groups, tokens } = grammarOf(wording.read)
  return [...clauses.values()].some(
    ({ kind, group }) => kind === 'main' && SETTLED.includes(tokens[groups[group]?.verb ?? -1]?.lower ?? ''),
  )
}

/** Returns the words up to the beginning of another clause. */
function mainClause(words: readonly Token[]): readonly Token[] {
  const end = words.findIndex(({ key }) => /^(who|which|while|because|although|where|when|if|about)$/.test(key))
  return end < 0 ? words : words.slice(0, end)
}

/** Returns true if the two concern one matter, by a content word or by an opening and a settling phrase. */
export function sharesContent({ before, after }: Comparison): boolean {
  const settles = RELATIONS.some((r) => mentionsAny(before.words, r.open) && mentionsAny(after.words, r.settled))
  if (settles) return true
  return shares(contentStems(before.read), contentStems(after.read))
}

/** Returns true if someone is reported to speak, or is quoted. */
const speaks = (words: readonly Token[], text: string) =>
  words.some((w) => isSpeech(w.key)) || /["“]/.test(text) || words.some((w) => /^call(s|ed)$/.test(w.key))

/** "is closed", "are far apart", "has": a state in the present, and no event. */
const stands = (words: readonly Token[]) =>
  words.some(({ key }, i) => /^(is|are)$/.test(key) && !/ing$|^(expected|said)$/.test(words[i + 1]?.key ?? ''))

/** "have not been found", "has no", "nobody was": an event that has not happened. */
const undone = (words: readonly Token[]) =>
  / (has|have|had) not (been )?\p{L}+(ed|en|n|nd|d|t)\b| (no one|nobody|no \p{L}+|none of \p{L}+( \p{L}+)?) (has|have|had|was|were) /u.test(
    ` ${words.map((w) => w.key).join(' ')} `,
  )

/**
 * Returns the open phrases outside of quotations, and verbs in the progressive ("is studying", "were still being brought"); not
 * a source's wish to stay anonymous.
 */
const openIn = memoizeByIdentity((words: readonly Token[]): readonly string[] => {
  // "will not seek"
  const unquoted = words.filter((word, n) => !word.quoted && words[n - 1]?.key !== 'not')
  const anonymous = unquoted.some(
    ({ key }, n) => /^(named|identified)$/.test(key) && unquoted[n - 1]?.key === 'be' && unquoted[n - 2]?.key === 'to',
  )
  const phrases = phrasesIn(unquoted, OPEN)
  return [...(anonymous ? phrases.filter((phrase) => !/^want(s|ed)? to$/.test(phrase)) : phrases), ...progressive(unquoted)]
})

/** Returns the verbs in the progressive: "is studying", "were still being brought". */
export const progressive = (words: readonly Token[]): string[] =>
  words.flatMap(({ key }, i) => {
    if (!key.endsWith('ing') || !/^(being|\p{L}{3,}ing)$/u.test(key) || LASTING.test(key)) return []
    const [near, far] = [words[i - 1]?.key ?? '', words[i - 2]?.key ?? '']
    return isBe(near) || (isBe(far) && isAdverb(near)) ? [key] : []
  })

const isBe = (key: string) => /^(is|are|was|were|been|be)$/.test(key)
const isAdverb = (key: string) => /ly$|^(still|also|now|already|not|just)$/.test(key)
