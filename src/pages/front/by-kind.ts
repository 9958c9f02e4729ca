/** The changes of claims on the last days: a row a kind with its bars over time and its sum; each row filters. It is the legend too. */
import type { Kind } from '../../core/changes/change.ts'
import { BY_WEIGHT } from '../../core/changes/weight.ts'
import type { DayPoint } from '../../http/answers/statistics-answer.ts'
import { address } from '../addresses.ts'
import { percent } from '../figures/grid.ts'
import { mark } from '../figures/marks.ts'
import { html, type Markup, NONE, raw } from '../markup.ts'
import { thousands } from '../words/counts.ts'
import { LANES } from '../words/figure-words.ts'
import { FRONT } from '../words/front-words.ts'
import { FAMILIES, type Family, KIND_WORDS, kindsOfFamily } from '../words/kinds-in-words.ts'
import { dayOf, isoDay } from '../words/times.ts'

interface Series {
  readonly kind: Kind
  readonly counts: readonly number[]
  readonly sum: number
}

export function byKind(points: readonly DayPoint[]): Markup {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return NONE
  const series = new Map(BY_WEIGHT.map((kind) => [kind, seriesOf(kind, points)]))
  const all = [...series.values()]
  const most = Math.max(1, ...all.filter(({ kind }) => kind !== 'introduced').flatMap(({ counts }) => counts))
  const missing = all.filter(({ sum }) => sum === 0).map(({ kind }) => kind)
  const families = (Object.keys(FAMILIES) as Family[]).map((family) => {
    const list = kindsOfFamily(family)
      .flatMap((kind) => series.get(kind) ?? [])
      .filter(({ sum }) => sum > 0)
    return list.length > 0
      ? html`<h3>${FAMILIES[family]}</h3><ul>${list.map((one) => row(one, most, isoDay(first.time)))}</ul>`
      : NONE
  })
  return html`<section class="by-kind" aria-labelledby="by-kind-title">
<h2 id="by-kind-title">${FRONT.byKind}</h2>
${families}
<p class="meta">${FRONT.spanOfDays(first.time, last.time)} ${FRONT.tallest(most)} ${missing.length > 0 ? FRONT.noneOf(missing) : NONE}</p>
${asTable(points)}
</section>`
}

function seriesOf(kind: Kind, points: readonly DayPoint[]): Series {
  const counts = points.filter(({ name }) => name === kind).map(({ count }) => count)
  return { kind, counts, sum: counts.reduce((sum, count) => sum + count, 0) }
}

/** The name leads to the changes that the row counts. */
function row({ kind, counts, sum }: Series, most: number, from: string): Markup {
  const { label } = KIND_WORDS[kind]
  const chart = kind === 'introduced' ? raw('<span class="spark"></span>') : bars(counts, most, KIND_WORDS[kind].family)
  return html`<li>${mark(kind)}<a href="${address.changes({ kind, from, first_versions: kind === 'introduced' || undefined })}">${label}</a>${chart}<b>${sum}</b></li>`
}

/** New claims have no bars: a first version brings many at once, and would make all others invisible. */
function bars(counts: readonly number[], most: number, family: Family): Markup {
  const step = 1 / counts.length
  const rects = counts.map((count, i) =>
    count === 0
      ? ''
      : `<rect class="f-${family}" x="${percent(i * step + step * 0.1)}" width="${percent(step * 0.8)}" y="${percent(1 - count / most)}" height="${percent(count / most)}"/>`,
  )
  return raw(`<svg class="spark" aria-hidden="true" focusable="false">${rects.join('')}</svg>`)
}

/** The same as a table: a row a day and kind. */
function asTable(points: readonly DayPoint[]): Markup {
  const rows = BY_WEIGHT.flatMap((kind) =>
    points.filter(({ name, count }) => name === kind && count > 0).map((point) => ({ kind, ...point })),
  )
    .sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0))
    .map(
      ({ kind, time, count }) =>
        html`<tr><th scope="row">${dayOf(time, { short: true })}</th><td>${KIND_WORDS[kind].label}</td><td>${thousands(count)}</td></tr>
`,
    )
  return html`<details class="as-table"><summary>${LANES.asTable}</summary><table class="data"><caption>${FRONT.chart}</caption><thead><tr><th scope="col">${FRONT.day}</th><th scope="col">${FRONT.kind}</th><th scope="col">${FRONT.changes}</th></tr></thead><tbody>
${rows}</tbody></table></details>`
}
