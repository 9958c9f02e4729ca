/** The shape of a rule of cleaning. */

/** An element with what rules ask about it. */
export interface Candidate {
  readonly element: Element
  readonly tag: string
  /** See classWords. */
  readonly names: string
  /** The share of the page's running text that stands in it. */
  readonly share: number
  /** The letters of running text in it. */
  readonly prose: number
  /** Its text on one line; read only where names do not decide. */
  text(): string
}

/** Says whether an element is no part of the article. */
export interface CleaningRule {
  readonly name: string
  /** The most of the page's running text that an element may hold and still be left out. Default: `MOST`. */
  readonly most?: number
  drops(candidate: Candidate): boolean
}
