/** Changes as lines for a terminal: the kinds, then each side's sentences. */
import { KINDS } from '../../core/changes/change.ts'
import { type Paint, printable } from './style.ts'

/** A change as the archive answers it. */
export interface ChangeAnswer {
  readonly kinds: readonly string[]
  readonly detail: Readonly<Record<string, unknown>>
  readonly acknowledged: boolean
  readonly before: readonly { readonly exact: string }[]
  readonly after: readonly { readonly exact: string }[]
  readonly article: string
  /** The change that this one takes back, after a version that came late. */
  readonly retracts?: number | null
  /** null: the first version. */
  readonly from: { readonly number: number } | null
  readonly to: { readonly number: number }
}

/** `softened, number_changed (60 → 90 minutes), acknowledged`, then `- before` and `+ after` lines. */
export function changeLines(change: ChangeAnswer, paint: Paint): string[] {
  const kinds = change.kinds.map((kind) => paint('bold', kind) + inBrackets(change.detail[kind]))
  if (change.retracts) kinds.unshift(paint('yellow', `takes back change ${change.retracts}`))
  if (change.acknowledged) kinds.push(paint('cyan', 'acknowledged'))
  return [
    kinds.join(', '),
    ...distinct(change.before).map((text) => `  ${paint('red', `- ${text}`)}`),
    ...distinct(change.after).map((text) => `  ${paint('green', `+ ${text}`)}`),
  ]
}

/** "2 softened, 14 introduced", in the vocabulary's order; "no changes" if there is none. */
export function countKinds(changes: readonly ChangeAnswer[]): string {
  const counts = KINDS.map((kind) => [kind, changes.filter((change) => change.kinds.includes(kind)).length] as const)
  const said = counts.filter(([, n]) => n > 0).map(([kind, n]) => `${n} ${kind}`)
  return said.length === 0 ? 'no changes' : said.join(', ')
}

function distinct(side: readonly { readonly exact: string }[]): string[] {
  return [...new Set(side.map(({ exact }) => printable(exact)))]
}

interface Amount {
  readonly from?: unknown
  readonly to?: unknown
  readonly unit?: unknown
  readonly from_unit?: unknown
  readonly to_unit?: unknown
}

function inBrackets(detail: unknown): string {
  if (typeof detail === 'string') return ` (${detail})`
  if (Array.isArray(detail)) return ` (${detail.map(amount).join('; ')})`
  if (typeof detail === 'object' && detail !== null && 'since' in detail) return ` (last in version ${detail.since})`
  return ''
}

/** "60 → 90 minutes", "3 USD → 3 EUR" */
function amount({ from, to, unit, from_unit, to_unit = unit }: Amount): string {
  const of = (value: unknown, told: unknown) => `${value ?? '?'}${told ? ` ${told}` : ''}`
  return printable(`${of(from, from_unit)} → ${of(to, to_unit)}`)
}
