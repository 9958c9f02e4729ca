/**
 * Resolves the context of the statements of a version: full names, antecedents of pronouns, quotations and turns that continue.
 */
import type { ResolvedContext, Sentence, SourceKind, Span, Statement } from '../article.ts'
import { calendarDates } from './dates/calendar-dates.ts'
import { LIMIT } from './labels/label-fit.ts'
import { asideAfter, describedIn, introduce, NAMED } from './sources/described-subject.ts'
import { type Gender, genderOfWords } from './sources/gender.ts'
import { introducedSpeaker } from './sources/introduced-speaker.ts'
import { actorMeant, leadingPronoun, withActor, withBody, withSpeaker } from './sources/named-actor.ts'
import { type Mention, People, type Person, recased } from './sources/people.ts'
import { antecedentOf, type Focus } from './sources/pronouns.ts'
import { nameBefore, sourceName } from './sources/source-name.ts'
import { speakersOf, type Voices } from './sources/speakers.ts'

/** The state of the discourse up to a sentence. */
interface Discourse {
  readonly people: People
  /** The sentences before, the nearest first. */
  readonly focuses: Focus[]
  /** "the spokesman" → who was introduced with that noun; null if several were. */
  readonly roles: Map<string, Person | null>
  /** The last source that is a group. */
  group: Resolved | null
  /** The last source that is a body, and the number of sentences since. */
  body: Resolved | null
  since: number
}

interface Resolved {
  readonly name: string | null
  readonly kind: SourceKind
  readonly person?: Person | null
}

/** A sentence as it is read. */
interface Reading {
  readonly sentence: Sentence
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  /** The person found to speak in it, or the gender of a speaker without a name. */
  speaker: Person | null
  stranger: Gender | null
}

/** The number of sentences in which a pronoun finds its antecedent. */
const MEMORY = 4
/** The characters before a pronoun in which its sentence may describe somebody else. */
const FIRST_WORDS = 12
/** The number in which "it" finds a body. */
const NEAR = 2

/** Returns the resolved context of every statement, in the same order. Linear in the length of the text. */
export function resolveContexts(
  sentences: readonly Sentence[],
  statements: readonly (readonly Statement[])[],
  publishedAt: string | null,
): ResolvedContext[][] {
  const discourse: Discourse = {
    people: new People(sentences),
    focuses: [],
    roles: new Map(),
    group: null,
    body: null,
    since: 0,
  }
  const resolved: Resolved[][] = []
  const labels: (string | null)[][] = []
  const voices = sentences.map((sentence, index): Voices => {
    const list = statements[index] ?? []
    const reading: Reading = {
      sentence,
      mentions: discourse.people.read(index),
      statements: list,
      speaker: null,
      stranger: null,
    }
    const subject = subjectOf(reading)
    if (subject) introduce(discourse.roles, subject.person, asideAfter(sentence.text, subject.at))
    const names = list.map((statement) => resolve(discourse, reading, statement.source.spans[0], statement.source.kind))
    resolved[index] = names
    labels[index] = list.map((statement, at) => labelWithName(discourse, reading, statement, names[at] ?? UNNAMED))
    const heard = list.flatMap((statement, at) => {
      const { name, kind } = names[at] ?? UNNAMED
      return statement.source.spans.length > 0
        ? [{ speaker: { sentence: index, spans: statement.source.spans, name, kind }, statement }]
        : []
    })
    if (heard.length === 0) {
      const introduced = introducedSpeaker(sentence.text)
      const [statement] = list
      if (introduced && statement) {
        const { name, kind } = resolve(discourse, reading, introduced.span, introduced.kind)
        heard.push({ speaker: { sentence: index, spans: [introduced.span], name, kind }, statement })
      }
    }
    remember(discourse, reading, subject?.person ?? null)
    return { heard, about: subject?.person.name ?? null }
  })
  const speakerOf = speakersOf(sentences, voices)
  return sentences.map(({ text }, index) =>
    (statements[index] ?? []).map((statement, at) => {
      const speaker = speakerOf(index, statement)
      const { name, kind } = speaker ?? resolved[index]?.[at] ?? UNNAMED
      const source = speaker ? { sentence: speaker.sentence, spans: speaker.spans } : null
      const label = speaker ? withSpeaker(statement, () => discourse.people.calledBy(name)) : (labels[index]?.[at] ?? null)
      return { name, kind, source, dates: datesOf(text, statement, publishedAt), label }
    }),
  )
}

const UNNAMED: Resolved = { name: null, kind: 'unnamed' }

function datesOf(text: string, { dates }: Statement, publishedAt: string | null): (string | null)[] {
  const found = calendarDates(text, dates, publishedAt)
  return found.some((date) => date !== null) ? found : []
}

/** The label of a statement with the name of whom its first pronoun means; null where it has none or that is not certain. */
function labelWithName(
  { people, focuses, roles }: Discourse,
  reading: Reading,
  statement: Statement,
  said: Resolved,
): string | null {
  const { text } = reading.sentence
  const pronoun = leadingPronoun(text, statement)
  const words = statement.source.spans.map((span) => text.slice(...span)).join(' ')
  const short = (label: string | null) => (label !== null && label.split(/\s+/).length <= LIMIT ? label : null)
  const spoken = withSpeaker(statement, () => (said.person ? people.shortName(said.person) : said.name))
  if (spoken !== null) return short(spoken)
  if (!pronoun) return said.person ? null : short(withBody(statement, words, said.name))
  const teller = { kind: statement.source.kind, words, person: said.person ?? null }
  const named = outsideContents(reading, pronoun.at)
  const { stranger } = pronoun.at > FIRST_WORDS ? describedIn(text, roles) : NAMED
  const person = actorMeant(pronoun.gender, teller, { people: named, acting: named, speaker: null, stranger }, focuses)
  return person && short(withActor(statement.label, people.shortName(person), pronoun))
}

/** The name of a source's words, and its kind once that is known. */
function resolve(discourse: Discourse, reading: Reading, span: Span | undefined, kind: SourceKind): Resolved {
  if (!span) return { name: null, kind }
  const { text } = reading.sentence
  const words = recased(text.slice(...span), discourse.people)
  const found = resolveWords(discourse, reading, span, words, kind)
  // "Valdora NV" has the form of a person's name
  const body = !found.person || /\b(?!I{2,3}$|IV$)\p{Lu}{2,}$/u.test(found.person.name)
  if (found.person) {
    reading.speaker = found.person
    introduce(discourse.roles, found.person, words)
  }
  if (/^(?:named|document)$/.test(found.kind) && body) {
    discourse.body = { name: found.name, kind: found.kind }
    discourse.since = 0
  }
  if (found.kind === 'unnamed' && !found.name)
    reading.stranger ??= genderOfWords(words.split(/,| (?:for|of|who|at|from|in) /, 1)[0] ?? '')
  if (/^(?:the |some |many |two |three |several )?[\p{L}-]+s\b/u.test(words.toLowerCase()) || found.kind === 'unnamed')
    discourse.group = { name: found.name, kind: found.kind }
  return found
}

const PRONOUN = /^(?:he|she|they|it|i|we|you|who|which|that|him|her|them)(?:['’](?:s|d|ll|re|ve|m))?$/i

function resolveWords(discourse: Discourse, reading: Reading, span: Span, words: string, kind: SourceKind): Resolved {
  const pronoun = PRONOUN.exec(words)?.[0]
    .toLowerCase()
    .replace(/['’].*/, '')
  if (pronoun) return resolvePronoun(discourse, reading, span, pronoun) ?? { name: null, kind }
  if (kind === 'document') return { name: null, kind }
  const { name, person } = sourceName(words, discourse.people)
  if (person) return personOf(person)
  const role = /^[Tt]he (?:[\p{L}-]+ )?([\p{Ll}-]+)$/u.exec(words.trim())?.[1]
  const holder = role === undefined ? null : discourse.roles.get(role)
  if (holder) return personOf(holder)
  return { name: kind === 'named' ? name : null, kind }
}

/** Whom a pronoun means; null for "I", "we" and "you". */
function resolvePronoun(discourse: Discourse, reading: Reading, span: Span, pronoun: string): Resolved | null {
  if (pronoun === 'he' || pronoun === 'him' || pronoun === 'she' || pronoun === 'her') {
    const gender = pronoun.startsWith('s') || pronoun === 'her' ? 'she' : 'he'
    const people = outsideContents(reading, span[0])
    // "Roe gave them a week, and she suggested": the only one who has been named in the sentence
    const speaker = reading.speaker ?? (new Set(people).size === 1 ? (people[0] ?? null) : null)
    const found = antecedentOf(gender, [{ people, acting: people, speaker }, ...discourse.focuses])
    if (found) found.gender = gender
    return personOf(found)
  }
  if (pronoun === 'they' || pronoun === 'them') return discourse.group ?? UNNAMED
  if (pronoun === 'it') return (discourse.since <= NEAR && discourse.body) || UNNAMED
  if (pronoun === 'who' || pronoun === 'which' || pronoun === 'that') {
    const before = reading.sentence.text.slice(Math.max(0, span[0] - 120), span[0]).replace(/ \([^()]*\)(?=, $)/, '')
    const { name, person } = nameBefore(before, discourse.people)
    return person ? personOf(person) : { name, kind: name ? 'named' : 'unnamed' }
  }
  return null
}

const personOf = (person: Person | null): Resolved => (person ? { name: person.name, kind: 'named', person } : UNNAMED)

/** People named before `until`, not in what is told. */
const outsideContents = ({ mentions, statements }: Reading, until: number): Person[] =>
  mentions
    .filter(
      ({ at, place, possessor }) =>
        at < until &&
        !place &&
        !possessor &&
        !statements.some(
          ({ source, content }) => source.kind !== 'author' && content.some(([from, to]) => from <= at && at < to),
        ),
    )
    .map(({ person }) => person)

/** Those of them who stand in no source: nobody but the speaker is meant by "Lee, who met Roe, said". */
const acting = (reading: Reading): Person[] => {
  const { mentions, statements } = reading
  const inSource = ({ at }: Mention): boolean =>
    statements.some(({ source }) => source.spans.some(([from, to]) => from <= at && at < to))
  const beside = new Set(mentions.filter(inSource).map(({ person }) => person))
  return outsideContents(reading, Number.POSITIVE_INFINITY).filter((person) => !beside.has(person))
}

/** The first name in a sentence is its subject more often than not; a name in a quotation or of a place is not. */
const subjectOf = ({ sentence, mentions, statements }: Reading): Mention | null => {
  const [first] = outsideContents({ sentence, mentions, statements, speaker: null, stranger: null }, SUBJECT)
  return mentions.find(({ person }) => person === first) ?? null
}
const SUBJECT = 160

function remember(discourse: Discourse, reading: Reading, subject: Person | null): void {
  const { focuses } = discourse
  const named = discourse.body?.name && reading.sentence.text.includes(discourse.body.name)
  discourse.since = named ? 1 : discourse.since + 1
  const { sentence, mentions, speaker } = reading
  if (sentence.zone === 'headline') return
  const people = mentions.filter(({ place }) => !place).map(({ person }) => person)
  const { holder, stranger } = speaker ? NAMED : describedIn(sentence.text, discourse.roles)
  focuses.unshift({
    people,
    acting: acting(reading),
    speaker: speaker ?? holder ?? (stranger ? null : subject),
    stranger: reading.stranger ?? stranger,
  })
  if (focuses.length > MEMORY) focuses.pop()
}
