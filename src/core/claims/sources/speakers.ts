/** The speaker of a statement whose sentence names none: quotations that run on, turns of a transcript, items of a list. */
import type { Sentence, SourceKind, Span, Statement } from '../../article.ts'
import { runningQuotations } from '../../text/running-quotations.ts'

export interface Speaker {
  readonly sentence: number
  readonly spans: readonly Span[]
  readonly name: string | null
  readonly kind: SourceKind
}

/** The speakers that a sentence shows by itself. */
export interface Voices {
  /** Its sources, in order, with the statements that they make. */
  readonly heard: readonly { readonly speaker: Speaker; readonly statement: Statement }[]
  /** The name of the person whom it is about. */
  readonly about: string | null
}

/** A text with at least this many speakers' lines is a transcript. */
const TURNS = 2
const ITEM = /^(?:[-•*–—·]|\d{1,2}[.)])\s/

/** Returns the speaker of a statement without a source of its own, from another sentence, or null. */
export type SpeakerOf = (sentence: number, statement: Statement) => Speaker | null

/** Finds the speakers of all statements. Linear in the number of sentences. */
export function speakersOf(sentences: readonly Sentence[], voices: readonly Voices[]): SpeakerOf {
  const running = runningQuotations(sentences)
  const transcript = voices.filter(({ heard }) => heard.some(({ statement }) => opensTurn(statement))).length >= TURNS
  const before: (Speaker | null)[] = []
  const turns: (Speaker | null)[] = []
  const items: (Speaker | null)[] = []
  const ofRun = new Map<number, Speaker>()
  let last: Speaker | null = null
  let turn: Speaker | null = null
  let list: Speaker | null = null
  sentences.forEach((sentence, at) => {
    const { heard, about } = voices[at] ?? NOBODY
    if (!transcript || !sameParagraph(sentences[at - 1], sentence)) turn = null
    if (sentence.zone === 'headline' || (about !== null && about !== last?.name && heard.length === 0)) last = null
    before[at] = last
    if (!ITEM.test(sentence.text)) list = null
    items[at] = list
    for (const { speaker, statement } of heard) {
      if (sentence.zone !== 'headline') last = speaker
      if (opensTurn(statement)) turn = speaker
      const run = running[at]
      if (run && isQuoted(statement) && !ofRun.has(run.from)) ofRun.set(run.from, speaker)
    }
    if (/:\s*$/.test(sentence.text) && heard.length > 0) list = last
    turns[at] = turn
  })
  const quoted = (at: number): Speaker | null => {
    const from = running[at]?.from ?? at
    return ofRun.get(from) ?? nextIn(sentences, voices, at) ?? before[from] ?? null
  }
  return (at, statement) => {
    if (statement.source.spans.length > 0) return null
    if (statement.source.kind === 'author') return turns[at] ?? (running[at]?.whole ? quoted(at) : null) ?? items[at] ?? null
    return statement.rules.some((rule) => rule.endsWith('lone-quotation')) ? quoted(at) : null
  }
}

const NOBODY: Voices = { heard: [], about: null }

const opensTurn = ({ rules }: Statement): boolean => rules.includes('attribution/speaker-colon')

const isQuoted = ({ quotation }: Statement): boolean => quotation === 'direct' || quotation === 'mixed'

/** Nothing but a space stands between them. */
const sameParagraph = (before: Sentence | undefined, after: Sentence | undefined): boolean =>
  before !== undefined && after !== undefined && after.start - before.end === 1

/** `“It is old.” “It will last,” said Lee.`: the speaker named after the next quotation also says the one that opens the paragraph. */
function nextIn(sentences: readonly Sentence[], voices: readonly Voices[], at: number): Speaker | null {
  if (sameParagraph(sentences[at - 1], sentences[at]) || !sameParagraph(sentences[at], sentences[at + 1])) return null
  const [first] = voices[at + 1]?.heard ?? []
  return first && isQuoted(first.statement) && first.statement.content[0]?.[0] === 0 ? first.speaker : null
}
