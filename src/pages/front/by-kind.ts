/** The fates of claims of late: the changes by day and by week, and a row a kind with its bars and its sum, which is the legend too. */
import type { Kind } from '../../core/changes/change.ts'
import { BY_WEIGHT } from '../../core/changes/weight.ts'
import type { RecentInterval, recentCharts } from '../../http/answers/statistics-answer.ts'
import { thousands } from '../../http/words/counts.ts'
import { FAMILIES, type Family, KIND_WORDS, kindsOfFamily } from '../../http/words/kinds-in-words.ts'
import { dayOf } from '../../http/words/times.ts'
import { address } from '../addresses.ts'
import { barChart } from '../figures/bar-chart.ts'
import { percent } from '../figures/grid.ts'
import { mark } from '../figures/marks.ts'
import { html, type Markup, NONE, raw } from '../markup.ts'
import { CHART, type ChartUnit, periodText } from '../words/chart-words.ts'
import { LANES } from '../words/figure-words.ts'
import { FRONT } from '../words/front-words.ts'

interface Series {
  readonly kind: Kind
  readonly counts: readonly { readonly changes: number; readonly disclosed: number }[]
  readonly sum: number
}

const NOTHING = { changes: 0, disclosed: 0 }
const FAMILY_NAMES = Object.keys(FAMILIES) as Family[]

/** `beside`: the list beside it is of some stories only, and this is of all. */
export function byKind({ days, weeks }: ReturnType<typeof recentCharts>, beside = false): Markup {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return NONE
  const series = new Map(BY_WEIGHT.map((kind) => [kind, seriesOf(kind, days)]))
  const all = [...series.values()]
  const most = Math.max(
    1,
    ...all.filter(({ kind }) => kind !== 'introduced').flatMap(({ counts }) => counts.map((one) => one.changes)),
  )
  const missing = all.filter(({ sum }) => sum === 0).map(({ kind }) => kind)
  const families = FAMILY_NAMES.map((family) => {
    const list = kindsOfFamily(family)
      .flatMap((kind) => series.get(kind) ?? [])
      .filter(({ sum }) => sum > 0)
    return list.length > 0 ? html`<h3>${FAMILIES[family]}</h3><ul>${list.map((one) => row(one, most, first.from))}</ul>` : NONE
  })
  return html`<section class="by-kind" aria-labelledby="by-kind-title">
<h2 id="by-kind-title">${FRONT.byKind}</h2>
${beside ? html`<p class="meta">${FRONT.wholeArchive}</p>\n` : NONE}${chart('day', days)}${chart('week', weeks)}${families}
<p class="meta">${CHART.span(first.from, last.to, 'day')} ${FRONT.tallest(most)} ${missing.length > 0 ? FRONT.noneOf(missing) : NONE}</p>
${asTable(days)}
</section>`
}

/** The changes of an interval by family, without new claims: a first version brings many at once. */
function familiesOf({ byWeightiest }: RecentInterval) {
  return FAMILY_NAMES.map((family) => {
    const counts = kindsOfFamily(family).flatMap((kind) => (kind === 'introduced' ? [] : (byWeightiest.get(kind) ?? [])))
    const sum = (name: 'changes' | 'disclosed') => counts.reduce((total, one) => total + one[name], 0)
    return { family, count: sum('changes') }
  })
}

/** The bars of days or of weeks, with a table of the same; nothing where there is no change but new claims. */
function chart(unit: ChartUnit, intervals: readonly RecentInterval[]): Markup {
  const bars = intervals.map((interval) => {
    const { from, to } = interval
    const parts = familiesOf(interval)
    const sum = parts.reduce((total, { count }) => total + count, 0)
    const { changes: told, disclosed } = interval.told
    const label = CHART.bar(periodText(from, to), { changes: sum, told, disclosed })
    return { href: address.changes({ from, to }), label, period: periodText(from, to), parts, sum, told, disclosed }
  })
  const [first, last] = [intervals[0], intervals.at(-1)]
  if (!first || !last || bars.every(({ sum }) => sum === 0)) return NONE
  const rows = bars
    .filter(({ sum }) => sum > 0)
    .map(
      ({ href, period, parts, sum, told, disclosed }) =>
        html`<tr><th scope="row"><a href="${href}">${period}</a></th>${parts.map(({ count }) => html`<td>${thousands(count)}</td>`)}<td>${thousands(sum)}</td><td>${thousands(told)}</td><td>${thousands(disclosed)}</td></tr>\n`,
    )
  const heads = [CHART.heads[unit], ...FAMILY_NAMES.map((family) => FAMILIES[family]), CHART.all, CHART.told, CHART.disclosed]
  return html`<figure class="bars"><figcaption>${CHART.titles[unit]}</figcaption>
${barChart({ id: `chart-${unit}`, title: CHART.titles[unit], about: CHART.about(unit), bars })}
<p class="meta">${CHART.span(first.from, last.to, unit)}${bars.some(({ disclosed }) => disclosed > 0) ? ` ${CHART.key}` : NONE}</p>
<details class="as-table"><summary>${LANES.asTable}</summary><div class="scroller" tabindex="0" role="region" aria-label="${CHART.titles[unit]}"><table class="data"><caption>${CHART.titles[unit]}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows}</tbody></table></div></details>
</figure>
`
}

function seriesOf(kind: Kind, days: readonly RecentInterval[]): Series {
  const counts = days.map(({ byKind }) => byKind.get(kind) ?? NOTHING)
  return { kind, counts, sum: counts.reduce((sum, { changes }) => sum + changes, 0) }
}

/** The name leads to the changes that the row counts. */
function row({ kind, counts, sum }: Series, most: number, from: string): Markup {
  const { label } = KIND_WORDS[kind]
  const chart =
    kind === 'introduced' ? html` <span class="meta">${FRONT.firstToo}</span>` : bars(counts, most, KIND_WORDS[kind].family)
  return html`<li>${mark(kind)}<a href="${address.changes({ kind, from, first_versions: kind === 'introduced' || undefined })}">${label}</a>${chart}<b>${sum}</b></li>`
}

/** New claims have no bars: a first version brings many at once, and would make all others invisible. */
function bars(counts: Series['counts'], most: number, family: Family): Markup {
  const step = 1 / counts.length
  const rects = counts.map(({ changes, disclosed }, i) => {
    if (changes === 0) return ''
    const place = `x="${percent(i * step + step * 0.1)}" width="${percent(step * 0.8)}"`
    const rule = disclosed > 0 ? `<svg y="100%" class="on"><rect class="rule" ${place} y="2" height="2"/></svg>` : ''
    return `<rect class="f-${family}" ${place} y="${percent(1 - changes / most)}" height="${percent(changes / most)}"/>${rule}`
  })
  return raw(`<svg class="spark" aria-hidden="true" focusable="false">${rects.join('')}</svg>`)
}

/** The same as a table: a row a day and kind. */
function asTable(days: readonly RecentInterval[]): Markup {
  const rows = days.toReversed().flatMap(({ from, byKind }) =>
    BY_WEIGHT.flatMap((kind) => {
      const { changes, disclosed } = byKind.get(kind) ?? NOTHING
      if (changes === 0) return []
      return html`<tr><th scope="row">${dayOf(from, { short: true })}</th><td>${KIND_WORDS[kind].label}</td><td>${thousands(changes)}</td><td>${thousands(disclosed)}</td></tr>\n`
    }),
  )
  return html`<details class="as-table"><summary>${LANES.asTable}</summary><div class="scroller" tabindex="0" role="region" aria-label="${FRONT.chart}"><table class="data"><caption>${FRONT.chart}</caption><thead><tr><th scope="col">${FRONT.day}</th><th scope="col">${FRONT.kind}</th><th scope="col">${FRONT.changes}</th><th scope="col">${CHART.disclosed}</th></tr></thead><tbody>
${rows}</tbody></table></div></details>`
}
