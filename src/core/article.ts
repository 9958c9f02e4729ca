/** The nouns of the archive as plain values: what an article's text is, and what was found in it. */

/** [start, end) in UTF-16 code units. What it counts from is said where it is used. */
export type Span = readonly [start: number, end: number]

/** The text of one version, normalized (see text/normalize.ts). A missing title or byline is ''. */
export interface ArticleText {
  readonly title: string
  readonly body: string
  /** ISO 8601, for relative dates; null if not known. */
  readonly publishedAt: string | null
}

export type Zone = 'headline' | 'lead' | 'body'

/** A sentence where it stands: offsets into the title (zone headline) or the body (zones lead and body). */
export interface Sentence {
  readonly zone: Zone
  readonly start: number
  readonly end: number
  /** The slice [start, end). */
  readonly text: string
}

export type SourceKind = 'named' | 'unnamed' | 'document' | 'author'
export type Quotation = 'direct' | 'mixed' | 'indirect' | 'none'
export type CertaintyLevel = 'certain' | 'probable' | 'possible' | 'unknown'
export type Polarity = 'positive' | 'negative'
export type Comparator = '=' | '<' | '<=' | '>' | '>=' | '~'

/** Who is reported to say it, as far as the sentence itself tells. Spans are empty for the article's own voice, and
 * where the source stands in another sentence (then the claim's reading has it). */
export interface Source {
  readonly kind: SourceKind
  readonly spans: readonly Span[]
}

/** The word or phrase that attributes: "said", "according to". `lemma` is its dictionary form. */
export interface Cue {
  readonly lemma: string
  readonly spans: readonly Span[]
}

/** What kind of word hedges: "may", "probably", "possible", "appears to", "the possibility of", "reportedly", "if", "whether". */
export type HedgeClass = 'modal' | 'adverb' | 'adjective' | 'verb' | 'noun' | 'evidential' | 'conditional' | 'question'

export interface Hedge {
  readonly start: number
  readonly end: number
  readonly class: HedgeClass
}

/** How surely, relative to the source (FactBank: Saurí and Pustejovsky 2009). */
export interface Certainty {
  readonly level: CertaintyLevel
  readonly polarity: Polarity
  readonly hedges: readonly Hedge[]
}

export interface Quantity {
  readonly start: number
  readonly end: number
  readonly value: number | null
  /** What is counted or measured ("soldiers", "percent", "USD", "km"); null if none was found. */
  readonly unit: string | null
  readonly comparator: Comparator
}

export interface DateMention {
  readonly start: number
  readonly end: number
}

/**
 * A claim's wording and analysis at one sentence: a pure function of the sentence's text and of whether it is a headline, so
 * that a sentence that stands verbatim in two versions has the same statements in both. Every span counts from the sentence's
 * start.
 */
export interface Statement {
  /** Headline-style line, three to eight words. */
  readonly label: string
  /** The claim without source and cue, in order, not overlapping, at least one span. */
  readonly content: readonly Span[]
  readonly source: Source
  readonly cue: Cue | null
  readonly quotation: Quotation
  readonly certainty: Certainty
  readonly quantities: readonly Quantity[]
  readonly dates: readonly DateMention[]
  /** 0..1 */
  readonly checkWorthiness: number
  /** The rules that found it, by what they told: "attribution/complement-clause" (or "author" and "clause/purpose"), then
   * "extent/comma-clause", "source/name", "certainty/hedge-modal", "label/as-told". */
  readonly rules: readonly string[]
}

/**
 * What the surrounding text adds to a statement: it belongs to a version, never to the sentence.
 */
export interface ResolvedContext {
  /** The source's full name where the article has it ("Mr. Peskov", "he" → "Dmitri S. Peskov"), else null. */
  readonly name: string | null
  /** The source's kind once resolved: "he" → named; the author's → the speaker's whose turn in a transcript goes on. */
  readonly kind: SourceKind
  /** Where the source stands, if in another sentence of the same zone part (a quotation, or a speaker's turn, that goes on): its index in the
   * version's sentences and spans that count from that sentence's start; else null. */
  readonly source: { readonly sentence: number; readonly spans: readonly Span[] } | null
  /** For each of the statement's dates the day, week, month or year that it means, in ISO 8601 at that precision ("2025-03-13",
   * "2025-W11", "2025-03", "2025"), relative dates by the day of publication; null where that is not certain, empty where none is. */
  readonly dates: readonly (string | null)[]
}

/** A claim as one version has it. */
export interface FoundClaim {
  /** Index into the version's sentences. */
  readonly sentence: number
  /** Place among the sentence's statements, from 0. */
  readonly index: number
  readonly statement: Statement
  readonly reading: ResolvedContext
}

/** All that extraction finds in one version. Claims are in text order; every sentence has at least one. */
export interface Analysis {
  readonly sentences: readonly Sentence[]
  readonly claims: readonly FoundClaim[]
  /** BCP 47 code of the text's language, null if it cannot be told. */
  readonly language: string | null
  /** The text is in a language that the rules do not read: its claims are its sentences, in the article's own voice. */
  readonly unsupported: boolean
}
