/** The data types of an article: its text, and the claims found in it. */

/** [start, end) in UTF-16 code units. The place of use states from where it counts. */
export type Span = readonly [start: number, end: number]

/** The text of one version, normalized (see text/normalize.ts). A missing title or byline is ''. */
export interface ArticleText {
  readonly title: string
  readonly body: string
  /** ISO 8601, the reference for relative dates; null if unknown. */
  readonly publishedAt: string | null
}

/** `furniture` is what belongs to the page and not to the story: credit lines, share buttons, cross-heads. It has no claims. */
export type Zone = 'headline' | 'lead' | 'body' | 'furniture'

/** A sentence with its offsets in the title (zone headline) or the body (all other zones). */
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

/**
 * The reported source, as far as the sentence itself names it. Spans are empty for the article's own voice, and if the source
 * stands in another sentence (then the claim's reading has it).
 */
export interface Source {
  readonly kind: SourceKind
  readonly spans: readonly Span[]
}

/** The reporting word or phrase: "said", "according to". `lemma` is its dictionary form. */
export interface Cue {
  readonly lemma: string
  readonly spans: readonly Span[]
}

/**
 * The class of a hedging word: "may", "probably", "possible", "appears to", "the possibility of", "reportedly", "if",
 * "whether".
 */
export type HedgeClass = 'modal' | 'adverb' | 'adjective' | 'verb' | 'noun' | 'evidential' | 'conditional' | 'question'

export interface Hedge {
  readonly start: number
  readonly end: number
  readonly class: HedgeClass
}

/** The certainty of a claim relative to its source (FactBank: Saurí and Pustejovsky 2009). */
export interface Certainty {
  readonly level: CertaintyLevel
  readonly polarity: Polarity
  readonly hedges: readonly Hedge[]
}

export interface Quantity {
  readonly start: number
  readonly end: number
  readonly value: number | null
  /** The thing counted or measured ("soldiers", "percent", "USD", "km"); null if none was found. */
  readonly unit: string | null
  readonly comparator: Comparator
}

export interface DateMention {
  readonly start: number
  readonly end: number
  /** The tense of the clause that names a weekday or a month; left out where it is open. */
  readonly tense?: 'past' | 'future'
}

/**
 * A claim's wording and analysis within one sentence. It is a pure function of the sentence's text and of its being a headline,
 * so a sentence that stands verbatim in two versions has the same statements in both. Every span counts from the start of the
 * sentence.
 */
export interface Statement {
  /** A line in headline style: three to ten words, up to sixteen where the sense needs them. */
  readonly label: string
  /** The claim without source and cue: spans in order that do not overlap, at least one. */
  readonly content: readonly Span[]
  readonly source: Source
  readonly cue: Cue | null
  readonly quotation: Quotation
  readonly certainty: Certainty
  readonly quantities: readonly Quantity[]
  readonly dates: readonly DateMention[]
  /** 0..1 */
  readonly checkWorthiness: number
  /**
   * The rules that produced each part: "attribution/complement-clause" (or "author" and "clause/purpose"), then
   * "extent/comma-clause", "source/name", "certainty/hedge-modal", "label/with-actor".
   */
  readonly rules: readonly string[]
}

/** The information that the surrounding text adds to a statement. It belongs to a version, never to the sentence. */
export interface ResolvedContext {
  /** The source's full name if the article has it ("Mr. Peskov", "he" → "Dmitri S. Peskov"), else null. */
  readonly name: string | null
  /** The source's kind once resolved: "he" → named; the author → the speaker whose turn in a transcript continues. */
  readonly kind: SourceKind
  /**
   * The source's place if it stands in another sentence of the same zone (a quotation or a speaker's turn that continues): the
   * index of the sentence and spans that count from that sentence's start; else null.
   */
  readonly source: { readonly sentence: number; readonly spans: readonly Span[] } | null
  /**
   * For each date of the statement the day, week, month or year that it means, in ISO 8601 at that precision ("2025-03-13",
   * "2025-W11", "2025-03", "2025"). Relative dates count from the day of publication. An entry is null if its meaning is
   * uncertain; the list is empty if all are.
   */
  readonly dates: readonly (string | null)[]
  /** The statement's label with a name in place of a pronoun ("He denied it" → "Lee denied it"); null: the label stands as it is. */
  readonly label: string | null
}

/** A claim as it occurs in one version. */
export interface FoundClaim {
  /** Index into the version's sentences. */
  readonly sentence: number
  /** Position among the statements of the sentence, from 0. */
  readonly index: number
  readonly statement: Statement
  readonly reading: ResolvedContext
}

/** The result of extraction for one version. Claims are in text order; every sentence but furniture has at least one. */
export interface Analysis {
  readonly sentences: readonly Sentence[]
  readonly claims: readonly FoundClaim[]
  /** BCP 47 code of the text's language, null if it cannot be determined. */
  readonly language: string | null
  /** True if the rules do not support the text's language. Then each sentence is one claim in the article's own voice. */
  readonly unsupported: boolean
}
