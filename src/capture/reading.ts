/** The nouns of capture: a page as it came, and what is read out of it. */

/** A page as it came. */
export interface SentPage {
  readonly html: string
  /** Its address, absolute: where redirects ended. */
  readonly url: string
}

/** The article of a page. null: the page does not tell. */
export interface PageReading {
  /** The headline as it is printed. */
  readonly title: string | null
  /** Names, separated by commas. */
  readonly byline: string | null
  /** The text of the article: paragraphs separated by one blank line. */
  readonly body: string | null
  /** ISO 8601: a time with its zone, a time without one where the page names none, or a day. */
  readonly published_at: string | null
  /** As `published_at`. */
  readonly modified_at: string | null
  /** The absolute address that the page names for itself. */
  readonly canonical_url: string | null
  readonly publication: string | null
  /** A BCP 47 tag. */
  readonly language: string | null
}

/** CSS selectors for the pages of a site whose layout the rules misread. */
export interface SiteSettings {
  /** Elements that are the body, in the order of the page; nothing else is. */
  readonly keep?: readonly string[]
  /** Elements that are no part of the body. */
  readonly drop?: readonly string[]
}

/** The version of the rules: raised with each change of what they read out of pages. */
export const READER = 3
