/** Rules that know more than the page: where it was asked for, and what it said last. */

import type { Finding, PageOutcome } from './judging-rule.ts'
import { countWords } from './page-signs.ts'

export interface CaptureContext {
  /** The address that was asked for; that of the page is where redirects ended. */
  readonly asked?: string
  /** The text of the last version. */
  readonly previous?: string
}

/** Outcomes that only the context tells. */
export type ContextOutcome = 'redirected_away' | 'truncated'

export interface ContextRule {
  readonly name: string
  readonly outcome: ContextOutcome
  /** The outcomes by the page alone that this rule overrules. */
  readonly over: readonly PageOutcome[]
  find(page: { readonly url: string; readonly body: string | null }, context: CaptureContext): Finding | null
}

const ELSEWHERE = /\/(?:404|not-?found|error|search|home|login|sign-?in|suche|recherche|buscar)(?:[/.?]|$)/i

/** The address led to the front page, to the section, or to a page of errors. */
const redirectedAway: ContextRule = {
  name: 'redirected-away',
  outcome: 'redirected_away',
  over: ['good', 'soft_404', 'not_an_article', 'live_blog', 'empty_shell'],
  find({ url }, { asked }) {
    if (asked === undefined || !URL.canParse(asked) || !URL.canParse(url)) return null
    const [from, to] = [new URL(asked), new URL(url)]
    const [before, after] = [segments(from), segments(to)]
    if (before.length === 0 || sameArticle(from, to)) return null
    const above = after.length < before.length && after.every((part, index) => part === before[index])
    return above || ELSEWHERE.test(to.pathname) ? { text: url } : null
  },
}

const segments = ({ pathname }: URL): string[] =>
  pathname
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '' && !/^index\.\w+$/.test(part))

/** Whether two addresses have the same path but for its case, a number of an article in common, or the words of a slug. */
function sameArticle(from: URL, to: URL): boolean {
  const [before, after] = [segments(from), segments(to)]
  if (before.join('/') === after.join('/')) return from.search === to.search || after.length > 0
  const numbers = (url: URL): string[] => `${url.pathname}${url.search}`.match(/\d{5,}/g) ?? []
  const common = numbers(to).filter((number) => numbers(from).includes(number))
  if (common.length > 0) return true
  const words = (parts: readonly string[]) =>
    new Set((parts.at(-1) ?? '').split(/[^\p{L}]+/u).filter((word) => word.length > 2))
  const [left, right] = [words(before), words(after)]
  const shared = [...right].filter((word) => left.has(word)).length
  return shared >= 2 && 2 * shared >= Math.min(left.size, right.size)
}

const lines = (text: string) =>
  text
    .normalize('NFC')
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/**
 * Below this share of common words (a Dice coefficient of the two bags of words) two texts are no versions of one article. Short words do not
 * count: any two texts of a language share them. Different articles of the news have a larger share in 1 to 2 of 100 pairs.
 */
const SAME_STORY = 0.15
const LEAST_LETTERS = 5

/** Whether two texts can be versions of one article. */
export const isSameStory = (one: string, other: string): boolean => commonWords(one, other) >= SAME_STORY

/** The address led to another article: its text has nearly nothing of the last version's. */
const anotherStory: ContextRule = {
  name: 'another-story',
  outcome: 'redirected_away',
  over: ['good'],
  find({ url, body }, { asked, previous }) {
    if (asked === undefined || previous === undefined || body === null || !URL.canParse(asked) || !URL.canParse(url))
      return null
    if (sameArticle(new URL(asked), new URL(url))) return null
    return isSameStory(previous, body) ? null : { text: url }
  },
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= LEAST_LETTERS)

/** The share of the longer words of both texts that they have in common. */
function commonWords(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const more = left.get(word) ?? 0
    if (more > 0) shared++
    left.set(word, more - 1)
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length)
}

/** The least words of a text that can be cut short, the share below which it is, and the share of its lines that stood before. */
const LONG = 100
const CUT = 0.5
const KNOWN = 0.8

/** Less than half of the last version's text, and nearly nothing else. */
const rest: ContextRule['find'] = ({ body }, { previous }) => {
  if (body === null || previous === undefined) return null
  const [before, now] = [countWords(previous), countWords(body)]
  if (before < LONG || now >= CUT * before) return null
  const known = new Set(lines(previous))
  const kept = lines(body)
  const still = kept.filter((line) => known.has(line) || previous.includes(line.replace(/\s*(?:…|\.\.\.)$/, '')))
  return still.length >= KNOWN * kept.length ? { text: `${now} of ${before} words` } : null
}

/** The rest of an article, among pages that are judged as no whole one anyway. */
const truncated: ContextRule = { name: 'truncated', outcome: 'truncated', over: ['paywall', 'not_an_article'], find: rest }

/** How a text ends that breaks off: without the end of a sentence. */
const BREAKS_OFF = /(?:…|\.\.\.|\[[^\]]{0,20}(?:…|\.\.\.)\]|[\p{L}\p{N},;:–-])$/u

/** The rest of an article that breaks off. An editor may cut a text by more than half, but then it ends with a sentence. */
const brokenOff: ContextRule = {
  name: 'broken-off',
  outcome: 'truncated',
  over: ['good'],
  find: (page, context) => (page.body !== null && BREAKS_OFF.test(page.body.trimEnd()) ? rest(page, context) : null),
}

/** The least words that are missing where a text stops in the middle of a line. */
const LEAST_MISSING = 3

/** The last version up to a place inside a line: the answer was cut on its way, since an editor ends a sentence. */
const cutInLine: ContextRule = {
  name: 'cut-in-line',
  outcome: 'truncated',
  over: ['good'],
  find({ body }, { previous }) {
    if (body === null || previous === undefined) return null
    const [before, now] = [lines(previous), lines(body)]
    const last = now.at(-1)?.replace(/\s*(?:…|\.\.\.)$/, '') ?? ''
    const whole = before[now.length - 1] ?? ''
    const isCut = whole.startsWith(last) && countWords(whole) - countWords(last) >= LEAST_MISSING
    if (!isCut || !BREAKS_OFF.test(body.trimEnd()) || now.slice(0, -1).some((line, i) => line !== before[i])) return null
    return { text: last.slice(-80) }
  },
}

/** In the order in which they are asked. */
export const CONTEXT_RULES: readonly ContextRule[] = [redirectedAway, anotherStory, brokenOff, cutInLine, truncated]
