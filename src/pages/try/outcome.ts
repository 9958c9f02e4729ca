/** The findings between two texts: the changes in plain sentences, and the claims of the second text. */
import type { z } from 'zod'
import type { Kind } from '../../core/changes/change.ts'
import { byWeight, isTold } from '../../core/changes/weight.ts'
import type { changesAnalysisSchema } from '../../http/json/analysis-json.ts'
import { disclosure, isDisclosed } from '../../http/words/change-in-words.ts'
import { LEVELS, sourceText } from '../../http/words/claim-in-words.ts'
import { counted } from '../../http/words/counts.ts'
import { undated } from '../../http/words/undated-change.ts'
import { mark } from '../figures/marks.ts'
import { excerpt, toldCounts } from '../figures/wording.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { changeSentences } from '../words/change-in-words.ts'
import { TRY } from '../words/examples/try-words.ts'

export type Result = z.infer<typeof changesAnalysisSchema>
type Found = NonNullable<Result['versions'][number]['claims']>[number]

export function outcome({ changes, versions }: Result): Markup {
  const [before = [], after = []] = versions.map(({ claims }) => claims ?? [])
  return html`<section class="outcome" aria-labelledby="outcome-title"><h2 id="outcome-title">${changes.length === 0 ? TRY.unchanged : summary(changes)}</h2>
<ol class="found">${changes.map((change, i) => oneChange(change, i, before, after))}</ol>
<details><summary>${TRY.claims}: ${after.length}</summary>${claimTable(after)}</details></section>`
}

function summary(changes: Result['changes']): Markup {
  const counts: Partial<Record<Kind, number>> = {}
  for (const kind of changes.flatMap(({ kinds }) => kinds)) counts[kind] = (counts[kind] ?? 0) + 1
  const told = changes.filter(isTold)
  const counted = { changes: counts, told: told.length, disclosed: told.filter(({ acknowledged }) => acknowledged).length }
  return toldCounts(counted)
}

const MOST_QUOTED = 200

function oneChange(found: Result['changes'][number], i: number, before: readonly Found[], after: readonly Found[]): Markup {
  const change = undated(found)
  const says = disclosure(change)
  const sentences = changeSentences(change, null, (_, label) => html`<span dir="auto">${label}</span>`, false)
  const [older] = (found.claims?.before ?? []).flatMap((index) => before[index] ?? [])
  const [newer] = (found.claims?.after ?? []).flatMap((index) => after[index] ?? [])
  return html`<li id="change-${i + 1}"><span class="found-marks">${byWeight(change.kinds).map((kind) => mark(kind, isDisclosed(change)))}</span><div><p>${joined(sentences, ' ')}${says === null ? NONE : html` <span class="${change.acknowledged ? 'noted' : 'silent'}">${says}</span>`}</p><p class="wording" dir="auto">${excerpt(change, MOST_QUOTED)}</p>${telling(older, newer)}</div></li>
`
}

/** The source and the certainty, before and after where that differs. */
function telling(older: Found | undefined, newer: Found | undefined): Markup {
  const both = [older, newer].filter((claim) => claim !== undefined)
  if (both.length === 0) return NONE
  const texts = [...new Set(both.map((claim) => whoAndHow(claim)))]
  return html`<p class="meta" dir="auto">${texts.join(' → ')}</p>`
}

const whoAndHow = ({ source, certainty }: Found) =>
  `${sourceText({ kind: source.kind, name: source.name ?? source.text })} · ${LEVELS[certainty.level]}`

function claimTable(claims: readonly Found[]): Markup {
  const rows = claims.map(
    ({ content, source, certainty }) =>
      html`<tr><td class="wording" dir="auto">${content.text}</td><td dir="auto">${sourceText({ kind: source.kind, name: source.name ?? source.text })}</td><td>${LEVELS[certainty.level]}</td></tr>
`,
  )
  return html`<div class="scroller" tabindex="0" role="region" aria-label="${TRY.claims}"><table class="data"><caption>${counted(claims.length, 'claim')}</caption><thead><tr><th scope="col">${TRY.claim}</th><th scope="col">${TRY.whoSaysIt}</th><th scope="col">${TRY.howSurely}</th></tr></thead><tbody>
${rows}</tbody></table></div>`
}
