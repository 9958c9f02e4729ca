/** The heads of columns, and above them the line of time: the true time of each version over columns of equal width. */
import type { CoverageJson } from '../../http/json/captures/coverage-json.ts'
import type { LaneVersionJson } from '../../http/json/stories/lanes-json.ts'
import { counted } from '../../http/words/counts.ts'
import { clock, dayOf, isoDay, lasted, timeText } from '../../http/words/times.ts'
import { address } from '../addresses.ts'
import { html, type Markup, NONE, raw } from '../markup.ts'
import { gapReasons } from '../words/capture-words.ts'
import { LANES, versionName } from '../words/figure-words.ts'
import { type Grid, MANY_VERSIONS, percent } from './grid.ts'

const DAY = 86_400_000
/** More days than these have no names on the line of time, and no ticks. */
const MOST_DAYS = 9
const MOST_TICKS = 90
/** The part of the line of time at its end in which the name of a day stands left of its tick. */
const EDGE = 0.08

/** Whether each version is the first of its day. */
export const dayStarts = (versions: readonly LaneVersionJson[]): boolean[] =>
  versions.map(({ captured_at }, i) => i === 0 || isoDay(versions[i - 1]?.captured_at ?? '') !== isoDay(captured_at))

/** `gaps`: where nobody could read the page, as open boxes. */
export function timeAxis({ versions }: Grid, gaps: CoverageJson['gaps'] = []): Markup {
  const times = versions.map(({ captured_at }) => Date.parse(captured_at))
  const [first = 0, last = 0] = [times[0], times.at(-1)]
  const at = (time: number) => percent(0.005 + 0.99 * ((time - first) / Math.max(1, last - first)))
  const midnights: number[] = []
  if ((last - first) / DAY <= MOST_TICKS)
    for (let day = (Math.floor(first / DAY) + 1) * DAY; day <= last; day += DAY) midnights.push(day)
  const ticks = midnights.map((day) => `<line class="day-tick" x1="${at(day)}" x2="${at(day)}" y1="13" y2="18"/>`)
  const names = (midnights.length > MOST_DAYS ? [] : midnights).map(
    (day) =>
      `<svg x="${at(day)}" class="on"><text ${last - day < (last - first) * EDGE ? 'x="-3" text-anchor="end"' : 'x="3"'} y="11">${dayOf(new Date(day).toISOString(), { short: true })}</text></svg>`,
  )
  const part = (time: number) => Math.min(1, Math.max(0, (time - first) / Math.max(1, last - first)))
  const boxes = gaps.map(({ from, to, outcomes }) => {
    const [start, end] = [part(Date.parse(from)), to === null ? 1 : part(Date.parse(to))]
    const width = Math.max(0.004, 0.99 * (end - start))
    return html`<rect class="gap" x="${percent(Math.min(0.995 - width, 0.005 + 0.99 * start))}" width="${percent(width)}" y="13" height="10"><title>${gapReasons(outcomes)}</title></rect>`
  })
  const dots = times.map(
    (time, i) =>
      `<line class="fan" x1="${at(time)}" x2="${percent(i / times.length)}" y1="18" y2="52"/><svg x="${at(time)}" y="18" class="on"><circle class="dot" r="3"/></svg>`,
  )
  return html`<svg class="time" aria-hidden="true" focusable="false"><line class="base" x1="0" x2="100%" y1="18" y2="18"/>${raw([...ticks, ...names].join(''))}${boxes}${raw(dots.join(''))}</svg>`
}

/** How long the version stood. */
const stood = ({ captured_at, until }: LaneVersionJson): Markup =>
  until === null
    ? html`${LANES.stands}`
    : until === captured_at
      ? html`${LANES.readAgain}`
      : html`<span>${LANES.stood}</span> ${lasted(captured_at, until)}`

const headTitle = ({ number, captured_at, until }: LaneVersionJson): string =>
  `${versionName(number)}, ${timeText(captured_at)} UTC, ${until === null ? LANES.stands : until === captured_at ? LANES.readAgain : `${LANES.stood} ${lasted(captured_at, until)}`}`

/** How many claims began in the version, as new ones or in the place of others. */
function freshIn({ withheld, number }: LaneVersionJson, i: number, begun: Grid['begun']): string {
  if (withheld !== null) return LANES.withheld
  if (begun === null) return ''
  const fresh = begun.get(number) ?? 0
  if (i === 0) return counted(fresh, 'claim')
  return fresh > 0 ? LANES.fresh(fresh) : ''
}

/** The heads of columns: numbers that lead to the versions, with their times and how long they stood; of many versions every fifth number and the days. */
export function columnHeads({ versions, begun }: Grid, slug: string): Markup {
  const many = versions.length > MANY_VERSIONS
  const starts = dayStarts(versions)
  const heads = versions.map((version, i) => {
    const { number, captured_at } = version
    const shown = !many || i === versions.length - 1 || (i % 5 === 0 && i < versions.length - 4)
    const name = shown
      ? html`<a href="${address.version(slug, number)}" title="${headTitle(version)}">${number}</a>`
      : raw('<span class="tick"></span>')
    const day = dayOf(captured_at, { short: true })
    if (many)
      return html`<li value="${number}"${starts[i] ? raw(' class="day-start"') : NONE}>${name}${starts[i] ? html`<span class="date">${day}</span>` : NONE}</li>`
    return html`<li value="${number}">${name}<time datetime="${captured_at}"><span>${day}</span> ${clock(captured_at)}</time><span class="lasted">${stood(version)}</span><span class="fresh${version.withheld === null ? '' : ' kept'}">${freshIn(version, i, begun)}</span></li>`
  })
  return html`<ol class="columns${many ? ' many' : ''}">${heads}</ol>`
}
