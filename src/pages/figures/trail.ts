/** The trail of a claim, step by step: each change in plain sentences, the bar beside it as thick as the claim is sure from then on. */
import type { CertaintyLevel } from '../../core/article.ts'
import { byWeight } from '../../core/changes/weight.ts'
import { type ChangeJson, disclosure, isDisclosed } from '../../http/words/change-in-words.ts'
import { LEVELS, type SourceWords, sourceText } from '../../http/words/claim-in-words.ts'
import { shortened } from '../../http/words/counts.ts'
import { address } from '../addresses.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { type ClaimLink, changeSentences } from '../words/change-in-words.ts'
import { versionName } from '../words/figure-words.ts'
import { TRAIL } from '../words/story-words.ts'
import { mark } from './marks.ts'
import { noteQuote } from './note-quote.ts'
import { excerpt } from './wording.ts'

/** How a claim is told in a version. */
export interface Telling {
  readonly level: CertaintyLevel
  readonly source: SourceWords
}

export interface TrailOf {
  readonly slug: string
  readonly number: number
  readonly changes: readonly ChangeJson[]
  /** How it is told in a version; null: the version does not have it. */
  readonly tellingIn: (version: number) => Telling | null
}

/** The link to another claim of the same story. */
export const claimLink =
  (slug: string): ClaimLink =>
  (number, label) =>
    html`<a href="${address.claim(slug, number)}" dir="auto">${shortened(label, 80)}</a>`

export function trail({ slug, number, changes, tellingIn }: TrailOf, compact = false): Markup {
  const link = claimLink(slug)
  const steps = changes.map((change, i) => {
    const telling = tellingIn(change.to.number)
    const says = disclosure(change)
    return html`<li class="step l-${telling?.level ?? 'none'}${i === changes.length - 1 ? ' last' : ''}" id="change-${change.id ?? `n${i + 1}`}">
<span class="step-marks">${marksOf(change)}</span>
<p class="step-head">${joined(changeSentences(change, number, link), ' ')}${says === null ? NONE : html` <span class="${change.acknowledged ? 'noted' : 'silent'}">${says}</span>`}</p>
<p class="wording" dir="auto">${change.from === null ? change.after.map(({ exact }) => exact).join(' ') : excerpt(change, 400)}</p>
${compact ? NONE : html`${noteQuote(change)}<p class="meta">${telling ? `${sourceText(telling.source)} · ${LEVELS[telling.level]} · ` : ''}${whereTo(slug, change)}</p>`}
</li>`
  })
  return html`<ol class="trail${compact ? ' compact' : ''}">${steps}</ol>`
}

/** A difference of the reading has no mark: it is no edit. */
export const marksOf = (change: ChangeJson): Markup[] =>
  change.technical ? [] : byWeight(change.kinds).map((kind) => mark(kind, isDisclosed(change)))

function whereTo(slug: string, { id, from, to }: ChangeJson): Markup {
  if (from === null) return html`<a href="${address.version(slug, to.number)}">${versionName(to.number)}</a>`
  return html`<a href="${address.compare(slug, from.number, to.number)}${id === null ? NONE : `#change-${id}`}">${TRAIL.sideBySide(from.number, to.number)}</a>`
}
