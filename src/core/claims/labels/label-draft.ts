/** The parts of a label as words, each with its rank: which are needed, and which may be cut. */
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import type { Part } from './bonds.ts'
import { keepsPast, verbWords } from './headline-verb.ts'
import { headlineWords } from './headline-words.ts'
import type { LabelClause } from './label-clause.ts'
import type { Draft, Piece } from './label-fit.ts'
import { partsOf } from './label-parts.ts'
import { cutsOf, OF, pieceOf, wordsOf } from './label-pieces.ts'
import { contractionOf, isPluralSubject, nameOf } from './label-subject.ts'
import { piecesAfter } from './label-tail.ts'

/** Returns the draft of a label; `full` keeps all auxiliaries and the tense, `future` reads "would" as the future of a report. */
export function draftOf(
  parsed: ParsedSentence,
  clause: LabelClause,
  source: readonly Token[],
  { full, future }: { readonly full: boolean; readonly future: () => boolean },
): Draft {
  const { tokens } = parsed
  const { group, tail, opening, victims } = clause
  const subject = calledByName(tokens, clause.subject)
  const [head, ...more] = partsOf(parsed, subject)
  const [from = group?.from ?? 0] = subject
  const first = tokens[from]
  const pronoun = first !== undefined && subject.length === 1 && /^(?:subject|determiner|object)$/.test(first.tag)
  const name = pronoun && parsed.quoted[from] === -1 ? nameOf(first, source) : null
  // "the three months to May" goes, "a painting stolen in 1974" keeps its year
  const mods = more.filter(({ kind, at }) => (kind !== 'time' && kind !== 'day') || at.length <= 2)
  const verb = headlineWords(tokens, clause.adverbs)
  if (group) {
    const plural = () => isPluralSubject((head?.at ?? []).flatMap((at) => tokens[at] ?? []))
    // "Our advice is simple"
    const ours = /^(?:my|our|your)$/.test(first?.lower ?? '')
    const said = pronoun && parsed.quoted[group.verb] !== -1
    // In a headline a past form is a participle: "14 killed as containers explode".
    const past = () => said || parsed.headline || keepsPast(tokens, group, opening[0] ?? from, (tail.at(-1) ?? group.to) + 2)
    // "It would be wrong", "The plan would cost jobs": no report of the future
    const unreal = () =>
      // "would be closed until it was safe": one tense for both
      tail.some((at) => /^(?:until|once|before|if|unless|when)$/.test(lower(tokens, at)) && isPastClause(parsed, at)) ||
      parsed.quoted[group.verb] !== -1 ||
      (/^(?:it|there|that|this)$/.test(first?.lower ?? '') && tag(tokens, group.verb) === 'be') ||
      subject.some((at) => PROPOSED.test(lower(tokens, at)))
    // "The claim that the dam leaked is false"
    const pointed = [head, ...mods].some((part) => part?.ends === 'clause')
    verb.push(
      ...verbWords({
        tokens,
        group,
        pronoun: (pronoun && name === null) || ours,
        plural,
        past,
        full: full || pointed,
        future: () => !unreal() && future(),
      }),
    )
  }
  const words = name === null || !first ? wordsOf(parsed, head) : [name, ...contractionOf(first, tokens[from + 1])]
  return {
    head: { words, rank: 'needed', cuts: none, least: () => (head ? cutsOf(parsed, head, OF) : []) },
    mods: mods.map((part, order) => pieceOf(parsed, part, restricts(tokens, part, order, words.length) ? 'needed' : 'more')),
    modsLast: /^an?$/.test(first?.lower ?? ''),
    verb,
    tail: piecesAfter(parsed, clause, verb.includes('not')),
    added: [...victimPieces(parsed, victims), ...openingPieces(parsed, opening)],
  }
}

/** "until | it was satisfied" */
function isPastClause({ tokens, groups, clauses }: ParsedSentence, opener: number): boolean {
  const clause = [...clauses.values()].find(({ kind, from }) => kind === 'subordinate' && from === opener + 1)
  const verb = tokens[groups[clause?.group ?? -1]?.from ?? -1]
  return verb !== undefined && /^(?:was|were|had|could|did)$|ed$/.test(verb.lower)
}

/** "Joe Tanner" of "His assistant, Joe Tanner,": the name tells more than whose assistant. */
function calledByName(tokens: readonly Token[], subject: readonly number[]): readonly number[] {
  const [first = -1] = subject
  if (!/^(?:his|her|its|their)$/.test(lower(tokens, first))) return subject
  const from = subject.findIndex((at) => lower(tokens, at) === ',') + 1
  let to = from
  while (tag(tokens, subject[to] ?? -1) === 'name') to++
  const closed = to === subject.length || lower(tokens, subject[to] ?? -1) === ','
  return from > 0 && from < 6 && to > from + 1 && closed ? subject.slice(from, to) : subject
}

const PROPOSED = /^(?:propos|plan|scheme|bill|deal|merger|settlement|agreement|idea|option|ban$|reform|amendment)/

const none = (): number[] => []

/** ", killing two clerks and injuring 31 others" */
function victimPieces({ tokens }: ParsedSentence, victims: readonly number[]): Piece[] {
  const words = headlineWords(tokens, victims)
  const and = words.indexOf('and')
  return words.length > 0
    ? [{ words: [',', ...words], rank: 'needed', cuts: () => (and > 0 ? [and + 1] : []), least: none }]
    : []
}

/** The words of a condition or a year before the main clause; a day in it may go. */
function openingPieces(parsed: ParsedSentence, opening: readonly number[]): Piece[] {
  return partsOf(parsed, opening).map((part, order) => {
    const piece = pieceOf(parsed, part, /^(?:day|relative|adverb)$/.test(part.kind) && order > 0 ? 'more' : 'needed')
    const [first = -1] = part.at
    const words = piece.words.map((word, at) => (at === 0 && tag(parsed.tokens, first) !== 'name' ? word.toLowerCase() : word))
    return { ...piece, words }
  })
}

/** "patients who took the drug", "work to mend the dam", "talks between Lee and Roe": the head alone is another subject. */
const restricts = (tokens: readonly Token[], { kind, at }: Part, order: number, head: number): boolean =>
  /^(?:clause|adverb)$/.test(kind) ||
  (order === 0 &&
    ((/^(?:relative|infinitive)$/.test(kind) && head <= 2 && at.length <= 5) ||
      /^(?:between|under|over|aged)$/.test(lower(tokens, at[0] ?? -1))))

/** Puts a draft after the verb of another: "Lee believes | the dam is safe". */
export function toldIn(report: Draft, { head, mods, verb, tail, added }: Draft): Draft {
  const needed = mods.filter(({ rank }) => rank === 'needed').flatMap(({ words }) => words)
  const clause: Piece = { ...head, words: [...head.words, ...needed, ...verb] }
  return { ...report, tail: [clause, ...tail], added }
}
