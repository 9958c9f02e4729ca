/** Changes as lines for a terminal: the kinds, then each side's sentences. */
import { KINDS } from '../../core/changes/change.ts'
import type { Change } from '../answers.ts'
import { markedSides } from './marked-words.ts'
import { type Paint, printable } from './style.ts'

type ShownChange = Pick<Change, 'id' | 'kinds' | 'detail' | 'acknowledged' | 'before' | 'after' | 'retracts'>
type EditedChange = ShownChange & Pick<Change, 'article' | 'edit'>

/** The changes of each edit, in order of their first. */
export const editsOf = <T extends Pick<Change, 'article' | 'edit'>>(changes: readonly T[]): T[][] => [
  ...Map.groupBy(changes, ({ article, edit }) => `${article}/${edit}`).values(),
]

/** The lines of changes, those of an edit once: as `changeLines` prints them. */
export const linesOfEdits = (changes: readonly EditedChange[], paint: Paint): string[] =>
  editsOf(changes).flatMap((edit) => edit.slice(0, 1).flatMap((change) => changeLines(change, paint, edit)))

/**
 * `softened, number_changed (60 → 90 minutes), acknowledged`, then a line for each claim, `claim 3, change 17  its label`, then `- before` and
 * `+ after` lines, with the words marked that differ.
 */
export function changeLines(change: ShownChange, paint: Paint, edit: readonly ShownChange[] = [change]): string[] {
  const detail: Readonly<Record<string, unknown>> = change.detail
  const kinds = change.kinds.map((kind) => paint('bold', kind) + inBrackets(detail[kind]))
  if (change.retracts) kinds.unshift(paint('yellow', `takes back change ${change.retracts}`))
  if (change.acknowledged) kinds.push(paint('cyan', 'acknowledged'))
  const [before, after] = markedSides(distinct(change.before), distinct(change.after), paint)
  return [
    kinds.join(', '),
    ...claimLines(edit).map((line) => `  ${paint('dim', line)}`),
    ...before.map((text) => `  ${paint('red', `- ${text}`)}`),
    ...after.map((text) => `  ${paint('green', `+ ${text}`)}`),
  ]
}

/** "2 softened, 14 introduced", in the vocabulary's order; "no changes" if there is none. */
export function countKinds(changes: readonly Pick<Change, 'kinds'>[]): string {
  const counts = KINDS.map((kind) => [kind, changes.filter((change) => change.kinds.includes(kind)).length] as const)
  const parts = counts.filter(([, n]) => n > 0).map(([kind, n]) => `${n} ${kind}`)
  return parts.length === 0 ? 'no changes' : parts.join(', ')
}

/**
 * The claims of an edit, as they are called after it, or before if they are gone. Where the sentence has several, each with its own words in it.
 */
function claimLines(edit: readonly ShownChange[]): string[] {
  const rows = edit.flatMap(({ id, before, after }) => {
    const wordings = [...before, ...after].flatMap((side) => side.wordings)
    return [...new Map(wordings.map((wording) => [wording.claim, { id, ...wording }])).values()]
  })
  return rows.map(({ id, claim, label, human_label, text }) => {
    const name = printable(human_label ?? label)
    const words = rows.length > 1 && text !== name ? `: “${printable(text)}”` : ''
    return `claim ${claim}${id === null ? '' : `, change ${id}`}  ${name}${words}`
  })
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
  const withUnit = (value: unknown, name: unknown) => `${value ?? '?'}${name ? ` ${name}` : ''}`
  return printable(`${withUnit(from, from_unit)} → ${withUnit(to, to_unit)}`)
}
