/** Words of two classes, decided by their context: an ordered list of rules over a clause that is read forwards. */
import { COMMON_NOUNS, NOUN_ENDING } from '../../lexicon/common-nouns.ts'
import { NOUNS_IN_ED } from '../../lexicon/ending-exceptions.ts'
import type { Tag } from '../../lexicon/function-words.ts'
import { TWOFOLD_FORMS as FORMS } from '../../lexicon/twofold-forms.ts'
import { type ClassRule, type Clause, isPlural, reports } from './class-context.ts'
import { capitalizedNoun, listedNoun, modifiedNoun, nounInEd, objectNoun, openedNoun } from './noun-rules.ts'
import { wordInPhrase } from './phrase-words.ts'
import type { Token } from './token.ts'
import {
  baseAfterPlural,
  floating,
  invariantPast,
  onlyVerb,
  pastAfterNominal,
  relativeVerb,
  reportInRelative,
  thirdAfterSingular,
} from './verb-rules.ts'

const FORM_RULES: readonly ClassRule[] = [
  nounInEd, // "the accused said"
  capitalizedNoun, // "Temperatures fell"
]

const RULES: readonly ClassRule[] = [
  ...FORM_RULES,
  relativeVerb, // "who support Lee"
  reportInRelative, // "who neighbors believe fled"
  onlyVerb, // "the files include names"
  modifiedNoun, // "News host Lee said"
  openedNoun, // "the cut", "that tests and drills"
  objectNoun, // "faces claims"
  listedNoun, // "names, home addresses and"
  invariantPast, // "The company cut its outlook"
  pastAfterNominal, // "A study found"
  baseAfterPlural, // "Prices rise"
  thirdAfterSingular, // "The report claims that"
]

/** A clause ends before these. */
const STRONG: ReadonlySet<Tag> = new Set<Tag>(['relative', 'that', 'subordinator', 'quote', 'conjunction'])
const BREAKS: ReadonlySet<string> = new Set([';', ':', '—', '–'])
const FINITE_TAGS: ReadonlySet<Tag> = new Set<Tag>(['verb', 'be', 'have', 'modal', 'do'])
const FLOATING: ReadonlySet<string> = new Set(['both', 'each', 'all'])
const FLOATING_RULES: readonly ClassRule[] = [floating]

/** "Lee underplays the risk", "Drivers honk at the gate": where a sentence has no known verb, an unknown word may be one. */
function verbOfUnknown(tokens: Token[], from: number): void {
  const at = tokens.findIndex(({ tag, lower, capital }, index) => {
    if (index < from) return false
    const [before, next] = [tokens[index - 1], tokens[index + 1]]
    if (tag !== 'noun' || capital || !/^(?:noun|name|subject)$/.test(before?.tag ?? '')) return false
    if (/[^su]s$/.test(lower)) return !isPlural(before) && /^(?:determiner|possessive|object|that)$/.test(next?.tag ?? '')
    const known = COMMON_NOUNS.has(lower) || NOUN_ENDING.test(lower)
    return isPlural(before) && !known && /^(?:preposition|determiner|possessive|object|that|mark|)$/.test(next?.tag ?? '')
  })
  const token = tokens[at]
  if (token) tokens[at] = { ...token, tag: 'verb' }
}

/** Gives words of two classes the tag that they have in their place. Changes `tokens`. Linear. */
export function decideWordClasses(tokens: Token[]): void {
  let known = false
  let verb = false
  let verbInPart = false
  for (let at = 0; at < tokens.length; at++) {
    const phrasal = wordInPhrase(tokens, at)
    if (phrasal) tokens[at] = { ...(tokens[at] as Token), tag: phrasal }
    const token = tokens[at] as Token
    if (STRONG.has(token.tag) || (token.tag === 'mark' && BREAKS.has(token.text))) {
      // "cut its outlook and expects a loss": the subject goes on.
      verb &&= token.tag === 'conjunction'
      // "under the Gate and Row labels"
      verbInPart &&= token.tag === 'conjunction' && tokens[at - 1]?.tag === 'name' && tokens[at + 1]?.tag === 'name'
      continue
    }
    if (token.text === ',') verbInPart = false
    const rules = rulesFor(token)
    const tag =
      (phrasal && wordInPhrase(tokens, at)) ??
      (rules.length === 0 ? token.tag : tagInPlace(rules, { tokens, at, verb, verbInPart }))
    if (tag !== token.tag) tokens[at] = { ...token, tag }
    if (fillsClause(tokens, at, tag)) {
      verb = true
      // "said the team found no trace": a clause of its own may follow.
      known = true
      verbInPart = !reports(token) || /^(?:saw|sees?|seen|feels?|felt)$/.test(token.lower)
    }
    known ||= tag === 'ed'
  }
  const part = known ? partWithoutVerb(tokens) : 0
  if (part !== null) verbOfUnknown(tokens, part)
}

/** "If it fails, | the law allows the sale": the main clause has no known verb. */
function partWithoutVerb(tokens: readonly Token[]): number | null {
  if (tokens[0]?.tag !== 'subordinator') return null
  const comma = tokens.findIndex(({ text }) => text === ',')
  const verb = tokens.some(
    ({ tag }, at) => at > comma && (FINITE_TAGS.has(tag) || /^(?:ed|quote|mark)$/.test(tag)) && at < tokens.length - 1,
  )
  return comma > 0 && !verb ? comma + 1 : null
}

const NONE: readonly ClassRule[] = []

function rulesFor({ tag, lower, capital }: Token): readonly ClassRule[] {
  if (tag === 'noun' || tag === 'verb') return FORMS.has(lower) ? RULES : NONE
  if (tag === 'ed') return NOUNS_IN_ED.has(lower) ? FORM_RULES : NONE
  if (tag === 'name') return capital ? FORM_RULES : NONE
  return tag === 'determiner' && FLOATING.has(lower) ? FLOATING_RULES : NONE
}

function tagInPlace(rules: readonly ClassRule[], clause: Clause): Tag {
  for (const rule of rules) {
    const tag = rule(clause)
    if (tag !== null) return tag
  }
  return (clause.tokens[clause.at] as Token).tag
}

/** A finite verb, or a past form after its subject that has an object. */
function fillsClause(tokens: readonly Token[], at: number, tag: Tag): boolean {
  if (FINITE_TAGS.has(tag)) return tokens[at - 1]?.tag !== 'to'
  if (tag !== 'ed' || !/^(?:noun|name|subject|adverb|number)$/.test(tokens[at - 1]?.tag ?? '')) return false
  return (
    !/^(?:preposition|time)$/.test(tokens[at + 1]?.tag ?? '') &&
    !/^(?:last|this|earlier|later)$/.test(tokens[at + 1]?.lower ?? '')
  )
}
