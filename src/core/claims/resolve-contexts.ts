/**
 * Resolves the context of the statements of a version: full names, antecedents of pronouns, quotations and turns that continue.
 */
import type { ResolvedContext, Sentence, SourceKind, Span, Statement } from '../article.ts'
import { calendarDates } from './dates/calendar-dates.ts'
import { bare, capitalRuns, type People, type Person, peopleOf, recased } from './sources/people.ts'

/** The state of the discourse up to a sentence. */
interface Discourse {
  readonly people: People
  /** The most recent people mentioned as source or subject, the latest last. */
  readonly salient: Person[]
  /** "the spokesman" → the person introduced with that noun. */
  readonly roles: Map<string, Person>
  /** The last source named in the text, for a quotation that continues. */
  speaker: Speaker | null
  /** The speaker who opened this paragraph, in a transcript: "MR. LEE: We will go. The bridge is safe." */
  turn: Speaker | null
  /** The last source that is a group. */
  group: { name: string | null; kind: SourceKind } | null
}

interface Speaker {
  readonly sentence: number
  readonly spans: readonly Span[]
  readonly name: string | null
  readonly kind: SourceKind
}

/** The most salient people that are remembered. */
const MEMORY = 8
/** A text with at least this many speakers' lines is a transcript. */
const TURNS = 2

/** Returns the resolved context of every statement, in the same order. Linear in the length of the text. */
export function resolveContexts(
  sentences: readonly Sentence[],
  statements: readonly (readonly Statement[])[],
  publishedAt: string | null,
): ResolvedContext[][] {
  const transcript = statements.filter((list) => list.some(opensTurn)).length >= TURNS
  const discourse: Discourse = {
    people: peopleOf(sentences),
    salient: [],
    roles: new Map(),
    speaker: null,
    turn: null,
    group: null,
  }
  return sentences.map((sentence, index) => {
    if (!transcript || !sameParagraph(sentences[index - 1], sentence)) discourse.turn = null
    const list = (statements[index] ?? []).map((statement) => ({
      ...reading(discourse, sentence, index, statement),
      dates: datesOf(sentence.text, statement, publishedAt),
    }))
    if (sentence.zone === 'headline') {
      discourse.speaker = null
      discourse.turn = null
      discourse.salient.length = 0
    } else mentionSubject(discourse, sentence.text)
    return list
  })
}

const opensTurn = ({ rules }: Statement): boolean => rules.includes('attribution/speaker-colon')

/** True if only a space stands between the two. */
const sameParagraph = (before: Sentence | undefined, { start }: Sentence): boolean =>
  before !== undefined && start - before.end === 1

function datesOf(text: string, { dates }: Statement, publishedAt: string | null): (string | null)[] {
  const found = calendarDates(text, dates, publishedAt)
  return found.some((date) => date !== null) ? found : []
}

function reading(
  discourse: Discourse,
  sentence: Sentence,
  index: number,
  statement: Statement,
): Omit<ResolvedContext, 'dates'> {
  const { source, rules } = statement
  if (source.kind === 'author') {
    const { turn } = discourse
    if (!turn) return { name: null, kind: 'author', source: null }
    return { name: turn.name, kind: turn.kind, source: { sentence: turn.sentence, spans: turn.spans } }
  }
  const [span] = source.spans
  if (!span) {
    const { speaker } = discourse
    if (!speaker || !rules.some((rule) => rule.endsWith('lone-quotation')))
      return { name: null, kind: source.kind, source: null }
    return { name: speaker.name, kind: speaker.kind, source: { sentence: speaker.sentence, spans: speaker.spans } }
  }
  const words = recased(sentence.text.slice(...span), discourse.people)
  const { name, kind } = resolve(discourse, sentence.text, span, words, source.kind)
  if (sentence.zone !== 'headline') discourse.speaker = { sentence: index, spans: source.spans, name, kind }
  if (opensTurn(statement)) discourse.turn = discourse.speaker
  if (/^(?:the |some |many |two |three |several )?[\p{L}-]+s\b/u.test(words.toLowerCase()) || kind === 'unnamed')
    discourse.group = { name, kind }
  return { name, kind, source: null }
}

function resolve(
  discourse: Discourse,
  text: string,
  span: Span,
  words: string,
  kind: SourceKind,
): { name: string | null; kind: SourceKind } {
  const pronoun = /^(?:he|she|they|it|i|we|who|which|that|him|her|them)(?:['’](?:s|d|ll|re|ve|m))?$/i
    .exec(words)?.[0]
    .toLowerCase()
    .replace(/['’].*/, '')
  if (pronoun === 'he' || pronoun === 'him') return person(lastPerson(discourse, 'he'))
  if (pronoun === 'she' || pronoun === 'her') return person(lastPerson(discourse, 'she'))
  if (pronoun === 'they' || pronoun === 'them') return discourse.group ?? { name: null, kind: 'unnamed' }
  if (pronoun === 'who' || pronoun === 'which' || pronoun === 'that')
    return antecedent(discourse, text.slice(Math.max(0, span[0] - 120), span[0]))
  if (pronoun) return { name: null, kind }
  if (kind === 'document') return { name: null, kind }
  const head = apposedName(words) ?? words.split(/,|\s(?:who|of|at|from|for|in|with|on)\s|\(/)[0] ?? words
  const runs = capitalRuns(head)
  const last = runs.at(-1)
  const known = last ? discourse.people.find(last) : null
  if (
    known &&
    head
      .trimEnd()
      .replace(/['’]s?$/, '')
      .endsWith(last?.replace(/['’]s$/, '') ?? '')
  ) {
    introduce(discourse, known, words)
    return person(known)
  }
  const role = /^[Tt]he (?:[\p{L}-]+ )?([\p{Ll}-]+)$/u.exec(head.trim())?.[1]
  const holder = role === undefined ? undefined : discourse.roles.get(role)
  if (holder) return person(holder)
  return {
    name:
      kind === 'named' ? bare(last && kind === 'named' ? head.trim().replace(/^(?:the|a|an)\s+/i, '') : head) || null : null,
    kind,
  }
}

/** "Ann Lee" of "the mayor, Ann Lee,". */
function apposedName(words: string): string | null {
  const [, role = '', name = ''] = /^([^,]*), ([^,]+),?$/.exec(words.trim()) ?? []
  const [run] = capitalRuns(name)
  return run === name && name.includes(' ') && /\p{Ll}$/u.test(role) && !/\p{Lu}[\p{L}.]*$/u.test(role) ? name : null
}

const person = (found: Person | null): { name: string | null; kind: SourceKind } =>
  found ? { name: found.name, kind: 'named' } : { name: null, kind: 'unnamed' }

/** Returns the last salient person whom the pronoun fits; a person of unknown gender takes the pronoun's. */
function lastPerson({ salient }: Discourse, pronoun: 'he' | 'she'): Person | null {
  const found = salient.findLast(({ gender }) => gender === pronoun) ?? salient.findLast(({ gender }) => gender === null)
  const nearest = salient.findLast(({ gender }) => gender === null || gender === pronoun)
  const chosen = nearest ?? found ?? null
  if (chosen && chosen.gender === null) chosen.gender = pronoun
  return chosen
}

/** Returns the antecedent of "who": the last name before it, unless a common noun follows that name. */
function antecedent({ people }: Discourse, before: string): { name: string | null; kind: SourceKind } {
  const last = capitalRuns(before).at(-1)
  if (!last || !before.trimEnd().replace(/,$/, '').endsWith(last)) return { name: null, kind: 'unnamed' }
  const known = people.find(last)
  return known ? person(known) : { name: bare(last) || null, kind: 'named' }
}

/** Records a person as salient, with the roles that the phrase names. */
function introduce({ salient, roles }: Discourse, who: Person, words: string): void {
  const at = salient.indexOf(who)
  if (at >= 0) salient.splice(at, 1)
  salient.push(who)
  if (salient.length > MEMORY) salient.shift()
  for (const [word] of words.slice(0, 160).matchAll(/\b\p{Ll}[\p{Ll}-]{4,}\b/gu)) roles.set(word, who)
}

/** Makes the first name in a sentence salient, because it is usually the subject. */
function mentionSubject(discourse: Discourse, text: string): void {
  const opening = text.slice(0, 160)
  for (const run of capitalRuns(opening)) {
    const found = discourse.people.find(run)
    if (!found) continue
    const follows = opening.slice(opening.indexOf(run) + run.length, opening.indexOf(run) + run.length + 100)
    introduce(discourse, found, /^, ((?:the|a|an|his|her|its|their|Mr|Mrs|Ms)\b[^,]*),/.exec(follows)?.[1] ?? '')
    return
  }
}
