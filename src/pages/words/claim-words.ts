/** The words of the page of a claim. */

import { byWeight } from '../../core/changes/weight.ts'
import type { OneClaimJson } from '../../http/answers/claim-answer.ts'
import { amountText } from '../../http/words/amounts.ts'
import { labelsOf } from '../../http/words/change-in-words.ts'
import { DIFFERS } from '../../http/words/claim-in-words.ts'
import { listed, thousands, times } from '../../http/words/counts.ts'
import { labelOf } from '../../http/words/kinds-in-words.ts'
import { lasted } from '../../http/words/times.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import type { ClaimLink } from './change-in-words.ts'
import { timeMarkup } from './times.ts'

export const CLAIM = {
  title: (label: string) => `${label} – what became of this claim`,
  number: (number: number) => `claim ${number}`,
  byHand: 'Named by a person.',
  machine: 'The machine had called it',
  lane: 'How surely the claim was told in each version',
  trail: 'Its trail',
  changes: 'All changes of this story, the latest first',
  about: 'About the claim',
  whoSaysIt: 'Who says it',
  how: 'How',
  howSurely: 'How surely, at last',
  stoodIn: 'Stood in',
  decided: { confirmed: 'A person confirmed this claim.', rejected: 'A person rejected this claim: it does not count.' },
  rejectedChange: 'A person rejected this change: it does not count.',
  elsewhere: 'In other stories',
  nowhere: 'No other story in the archive was found to say this.',
  more: 'There are more of them than these.',
  put: 'Put it on a page',
  card: 'The card',
  cardKeepsUp: 'shows the trail and keeps up with it.',
  cardTitle: 'Trail of a claim',
} as const

/** The versions that have it: "versions 1 to 3, version 6 to now". */
export const presenceText = (presence: OneClaimJson['presence'], before: (version: number) => number): string =>
  listed(
    presence.map(({ from, to }) => {
      if (to === null) return `version ${from} to now`
      const last = before(to)
      return last === from ? `version ${from}` : `versions ${from} to ${last}`
    }),
  )

const ENDS = ['withdrawn', 'superseded', 'merged', 'split'] as const
const END_WORDS = { withdrawn: 'Dropped', superseded: 'Overtaken', merged: 'Merged', split: 'Split' } as const

/** “Dropped on 13 March 2025, 17:30, after 29 hours.” */
export function claimState(claim: OneClaimJson, link: ClaimLink): Markup {
  const history = claim.history.filter(({ verdict }) => verdict !== 'rejected')
  const { status } = claim
  const ended = ENDS.find((kind) => kind === status)
  const end = ended && history.findLast(({ kinds }) => kinds.includes(ended))
  if (status === 'withdrawn' && end?.technical)
    return html`<b>Not read</b> since version ${end.to.number}: the page is read otherwise, and nobody took it out.`
  if (ended && end) {
    const first = history[0]?.to.captured_at ?? end.to.captured_at
    const newer = ended === 'superseded' ? claimsIn(end, claim.relations.superseded_by) : []
    const by =
      newer.length > 0 ? html`, by ${joined(newer.map(([number, label]) => html`<q>${link(number, label)}</q>`))}` : NONE
    return html`<b>${END_WORDS[ended]}</b> on ${timeMarkup(end.to.captured_at, { year: true })}, after ${lasted(first, end.to.captured_at)}${by}.`
  }
  const later = history.filter((change, i) => !change.technical && !(i === 0 && began(change, claim.number))).length
  if (later > 0) return html`<b>Stands</b> in the latest version. It changed ${times(later)} since it was first told.`
  const since = history[0]?.from === null ? 'as in the first' : `as first told in version ${claim.first_version}`
  return html`<b>Stands</b> in the latest version, ${since}.`
}

/** Whether the claim began with the change: it did not stand before. */
const began = ({ before, kinds }: OneClaimJson['history'][number], number: number): boolean =>
  !kinds.includes('restored') && !before.some(({ claims }) => claims.includes(number))

/** Claims by number, with their labels where the change has them. */
function claimsIn({ after, before }: OneClaimJson['history'][number], numbers: readonly number[]): [number, string][] {
  const labels = labelsOf([{ after, before }])
  return numbers.map((number) => [number, labels.get(number) ?? `claim ${number}`])
}

/** The differences of a claim of another story. */
export function differences({ kinds, detail }: OneClaimJson['relations']['also_in'][number]): string {
  if (kinds.length === 0) return 'the same, word for word'
  return byWeight(kinds)
    .map((kind) => {
      if (kind !== 'number_changed') return DIFFERS[kind] ?? labelOf(kind, detail).toLowerCase()
      const pairs = detail.number_changed ?? []
      return pairs
        .map(
          ({ from, to, unit }) =>
            `${amountText(to, unit)} there, ${from === null ? amountText(from, unit) : thousands(from)} here`,
        )
        .join('; ')
    })
    .join(', ')
}
