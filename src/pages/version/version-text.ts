/** The text of a version paragraph by paragraph, with its margin; furniture is set apart. */
import type { VersionJson } from '../../http/answers/version-in-story.ts'
import { html, type Markup, NONE, raw } from '../markup.ts'
import { VERSION } from '../words/version-words.ts'
import { type ClaimInText, claimedText, type Underlining } from './claimed-text.ts'
import { margin, type Reading, tintOf } from './margin.ts'

const PARAGRAPH = '\n\n'
/** From how many characters on a headline takes the smaller size. */
const LONG_TITLE = 110

interface Paragraph {
  readonly text: string
  readonly from: number
  readonly claims: ClaimInText[]
  /** Where its sentences begin. */
  readonly starts: ReadonlySet<number>
  /** Whether each of its sentences is furniture. */
  furniture: boolean
}

/** The paragraphs of the body, each with its claims. */
function paragraphsOf({ body, sentences }: VersionJson, claims: readonly ClaimInText[]): Paragraph[] {
  const found: Paragraph[] = []
  const bySentence = Map.groupBy(claims, ({ sentence }) => sentence)
  const indices = [...sentences.keys()].filter((i) => sentences[i]?.zone !== 'headline')
  let from = 0
  let next = 0
  for (const text of body.split(PARAGRAPH)) {
    const until = from + text.length
    const own: number[] = []
    for (let i = indices[next]; i !== undefined && (sentences[i]?.start ?? 0) < until + PARAGRAPH.length; i = indices[next]) {
      own.push(i)
      next++
    }
    const furniture = own.length > 0 && own.every((i) => sentences[i]?.zone === 'furniture')
    const starts = new Set(own.map((i) => sentences[i]?.start ?? from))
    found.push({ text, from, claims: own.flatMap((i) => bySentence.get(i) ?? []), starts, furniture })
    from = until + PARAGRAPH.length
  }
  return found
}

export function versionText(version: VersionJson, reading: Reading): Markup {
  const { title, byline, language } = version
  const claims = (version.claims ?? []).filter(({ verdict }) => verdict !== 'rejected')
  const how: Omit<Underlining, 'starts'> = {
    slug: reading.slug,
    read: reading.read,
    tint: ({ number }) => tintOf(reading.lanes.get(number), reading),
  }
  const headline = claims.filter(({ zone }) => zone === 'headline')
  const paragraphs = paragraphsOf(
    version,
    claims.filter(({ zone }) => zone !== 'headline'),
  )
  const drawn = paragraphs.map(({ text, from, claims: own, starts, furniture }, i) => {
    if (!furniture)
      return html`<div class="para"><p dir="auto">${claimedText(text, from, own, { ...how, starts })}</p>${margin(own, reading, VERSION.claimsOf(i + 1))}</div>
`
    const first = !paragraphs[i - 1]?.furniture
    return html`<div class="para of-page"><p dir="auto">${text}</p><div class="notes">${first ? html`<p class="meta">${VERSION.furniture}</p>` : NONE}</div></div>
`
  })
  return html`<article class="text"${language === null ? NONE : html` lang="${language}"`}>
<div class="para"><h1${title.length > LONG_TITLE ? raw(' class="long"') : NONE} dir="auto">${title ? claimedText(title, 0, headline, { ...how, starts: new Set() }) : VERSION.noTitle}</h1>${margin(headline, reading, VERSION.headlineClaims)}</div>
${byline ? html`<div class="para"><p class="byline" dir="auto">${byline}</p><div class="notes"></div></div>\n` : NONE}${drawn}</article>`
}
