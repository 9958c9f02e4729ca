/** A text with its claims underlined: the style says whose words, the thickness how sure, the colour what changed in this version. */
import type { VersionJson } from '../../http/answers/version-in-story.ts'
import type { Family } from '../../http/words/kinds-in-words.ts'
import { address } from '../addresses.ts'
import { html, type Markup, NONE, type Value } from '../markup.ts'
import { VERSION } from '../words/version-words.ts'

export type ClaimInText = NonNullable<VersionJson['claims']>[number]

export interface Underlining {
  readonly slug: string
  /** The family of what changed in a claim in this version; null: nothing. */
  readonly tint: (claim: ClaimInText) => Family | null
  /** Where sentences begin: links lead there. */
  readonly starts: ReadonlySet<number>
  /** Whether the rules read its language: else nothing is known of how sure a claim is, and whose. */
  readonly read: boolean
}

interface Reach {
  readonly start: number
  readonly end: number
  readonly claim: ClaimInText
  /** The claim ends here. */
  readonly last: boolean
}

const reachesOf = (claims: readonly ClaimInText[]): Reach[] =>
  claims.flatMap((claim) =>
    claim.content.spans.map(([start, end], i) => ({ start, end, claim, last: i === claim.content.spans.length - 1 })),
  )

/** The text of a paragraph that begins at `from`. The shorter of two claims that overlap gives the line. */
export function claimedText(text: string, from: number, claims: readonly ClaimInText[], how: Underlining): Value[] {
  const until = from + text.length
  const reaches = reachesOf(claims).filter(({ start, end }) => start < end && start < until && end > from)
  const starts = from === until ? [] : [...how.starts].filter((start) => start >= from && start < until)
  const borders = reaches.flatMap(({ start, end }) => [Math.max(from, start), Math.min(until, end)])
  const cuts = [...new Set([from, until, ...starts, ...borders])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? until
    const [over] = reaches
      .filter((reach) => reach.start <= start && reach.end >= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))
    const words = text.slice(start - from, end - from)
    const ending = reaches.filter((reach) => reach.end === end && reach.last)
    const place = how.starts.has(start) ? html`<span id="at-${start}"></span>` : NONE
    return html`${place}${over && how.read ? underlined(words, over.claim, how) : words}${ending.map(({ claim }) => reference(claim, how.slug))}`
  })
}

function underlined(words: string, claim: ClaimInText, { tint }: Underlining): Markup {
  const family = tint(claim)
  return html`<span class="u q-${claim.quotation} u-${claim.certainty.level}${family === null ? '' : ` f-${family}`}">${words}</span>`
}

const reference = ({ number }: ClaimInText, slug: string): Markup =>
  html`<a class="ref" href="${address.claim(slug, number)}" aria-label="${VERSION.claim(number)}">${number}</a>`
