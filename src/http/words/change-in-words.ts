/** A change told in plain sentences: what happened, when, which words, and whether the article said so. Pages and messages render them. */
import type { z } from 'zod'
import type { Kind } from '../../core/changes/change.ts'
import { byWeight, isTold } from '../../core/changes/weight.ts'
import { replacedWords } from '../../core/diff/replacements.ts'
import type { changeSchema } from '../json/change-json.ts'
import type { LaneChangeJson } from '../json/stories/lanes-json.ts'
import { amountPairs, amountText } from './amounts.ts'
import { shortened } from './counts.ts'
import { labelOf } from './kinds-in-words.ts'
import { timeText } from './times.ts'

export type ChangeJson = z.infer<typeof changeSchema>

/** A part of a sentence: words; words of the article, which are quoted; a claim by its number and label, quoted too; or a time. */
export type Part =
  | string
  | { readonly quote: string }
  | { readonly claim: number; readonly label: string }
  | { readonly time: string }

/** A sentence in parts, which a page writes as markup and a message as text. */
export type Telling = readonly Part[]

/** The most characters that a sentence quotes of each side. */
const MOST_QUOTED = 90

const quoted = (text: string): Part => ({ quote: shortened(text, MOST_QUOTED) })

/** Lists of parts with words between them. */
const listed = (tellings: readonly Telling[], between: string): Telling =>
  tellings.flatMap((telling, i) => (i === 0 ? telling : [between, ...telling]))

/** “will” became “may”; “probably” was added; “no” was taken out. */
function became(change: ChangeJson, kind: Kind): Telling | null {
  const evidence = change.evidence.find((found) => found.kind === kind) ?? null
  const words = replacedWords(change.before[0]?.exact ?? '', change.after[0]?.exact ?? '', evidence)
  if (!words) return null
  const { before, after } = words
  if (before !== null && after !== null) return [quoted(before), ' became ', quoted(after)]
  return after === null ? [quoted(before ?? ''), ' was taken out'] : [quoted(after), ' was added']
}

const numbers: Body = (change) => {
  const pairs = amountPairs(change)
  if (pairs.length > 0) return [pairs.map(({ before, after }) => `${before} became ${after}`).join('; ')]
  return change.evidence.some(({ kind }) => kind === 'number_changed') ? became(change, 'number_changed') : null
}

/** The dates alone: the words around them may have changed too. */
const dates: Body = (change) => {
  const { date_changed: pairs = [] } = change.detail
  if (pairs.length === 0) return became(change, 'date_changed')
  return listed(
    pairs.map(({ from, to }) => [quoted(from), ' became ', quoted(to)]),
    '; ',
  )
}

const sources: Body = ({ evidence }) => {
  const { before = null, after = null } = evidence.find(({ kind }) => kind === 'source_changed') ?? {}
  if (before === null && after === null) return null
  const named = (words: string | null) => (words === null ? 'the article itself' : quoted(words))
  return [named(before), ' became ', named(after)]
}

type Body = (change: ChangeJson) => Telling | null

/** The words behind the label of a kind, after a colon. */
const BODIES: Readonly<Partial<Record<Kind, Body>>> = {
  number_changed: numbers,
  source_changed: sources,
  negated: (change) => became(change, 'negated'),
  softened: (change) => became(change, 'softened'),
  strengthened: (change) => became(change, 'strengthened'),
  date_changed: dates,
  cue_changed: (change) => became(change, 'cue_changed'),
  quote_changed: (change) => became(change, 'quote_changed'),
  reworded: (change) => became(change, 'reworded'),
  withdrawn: () => ['the sentence is no longer in the text'],
  restored: ({ detail }) => (detail.restored ? [`it had last stood in version\u00a0${detail.restored.since}`] : null),
  moved: () => ['the words stayed the same'],
  split: () => ['one sentence became two'],
  merged: () => ['two sentences became one'],
  cosmetic: () => ['only signs, capitals or spaces differ'],
}

/** The labels of the claims that changes name, as they are called last: by a person, else by the machine. */
export const labelsOf = (changes: readonly Pick<ChangeJson, 'before' | 'after'>[]): Map<number, string> =>
  new Map(
    changes.flatMap(({ before, after }) =>
      [...before, ...after].flatMap(({ wordings }) =>
        wordings.map(({ claim, label, human_label }): [number, string] => [claim, human_label ?? label]),
      ),
    ),
  )

/** The claims of one side that the other side has not, with their labels, once each. */
function claimsOnlyIn(side: ChangeJson['before'], other: ChangeJson['before']): [number: number, label: string][] {
  const known = new Set(other.flatMap(({ claims }) => claims))
  const labels = labelsOf([{ before: side, after: [] }])
  const numbers = new Set(side.flatMap(({ claims }) => claims.filter((number) => !known.has(number))))
  return [...numbers].map((number) => [number, labels.get(number) ?? `claim ${number}`])
}

function overtaken(change: ChangeJson, claim: number | null, at: Telling): Telling {
  const named = (list: [number, string][]): Telling =>
    listed(
      list.map(([number, label]) => [{ claim: number, label }]),
      ', ',
    )
  const { before, after } = change
  if (claim !== null && !before.some(({ claims }) => claims.includes(claim)))
    return ['First told', ...at, ', in place of ', ...named(claimsOnlyIn(before, after)), '.']
  const newer = claimsOnlyIn(after, before)
  return ['Overtaken', ...at, ' by a newer claim', ...(newer.length > 0 ? [': ', ...named(newer)] : []), '.']
}

/**
 * A sentence for each kind of a change, the weightiest first: “Softened on 12 March, 16:40: ‘will’ became ‘may’.” `claim` is the number of
 * the claim whose trail it is told on; null: none. Where it is not `dated` its reader says when.
 */
export function tellChange(change: ChangeJson, claim: number | null, dated: boolean): Telling[] {
  const at: Telling = dated ? [' on ', { time: change.to.captured_at }] : []
  if (change.technical) return [['Read otherwise', ...at, ': no edit.']]
  return byWeight(change.kinds).map((kind): Telling => {
    if (kind === 'introduced') return ['First told', ...at, ...(dated ? [`, in version\u00a0${change.to.number}`] : []), '.']
    if (kind === 'superseded') return overtaken(change, claim, at)
    const body = BODIES[kind]?.(change) ?? null
    return [labelOf(kind, change.detail), ...at, ...(body === null ? [] : [': ', ...body]), '.']
  })
}

function partText(part: Part): string {
  if (typeof part === 'string') return part
  if ('time' in part) return timeText(part.time, { year: true })
  return `“${'quote' in part ? part.quote : part.label}”`
}

/** A sentence as text. */
export const tellingText = (telling: Telling): string => telling.map(partText).join('')

/** Whether the article said so; null where there was nothing to tell. */
export function disclosure(change: {
  readonly kinds: readonly Kind[]
  readonly acknowledged: boolean
  readonly technical?: boolean
}): string | null {
  if (change.technical) return null
  if (!isTold(change)) return null
  return change.acknowledged ? 'The article said so in a note.' : 'The article did not say so.'
}

/** Whether the article said so of a change that alters what readers had been told. */
export const isDisclosed = (change: { readonly kinds: readonly Kind[]; readonly acknowledged: boolean }): boolean =>
  change.acknowledged && isTold(change)

const SAID_BY_LABEL: readonly Kind[] = ['withdrawn', 'restored', 'split', 'merged']

/** A few words to stand beside a mark: "will → may", "60 → 90 minutes, disclosed"; null where they would tell nothing. */
export function brief(change: Pick<LaneChangeJson, 'kinds' | 'detail' | 'words' | 'acknowledged'>): string | null {
  const text = briefly(change)
  return text === null || !isDisclosed(change) ? text : `${text}, disclosed`
}

/** "60 → 90 minutes": a unit of both is said once. */
function amountsBeside({ from, to, unit, from_unit, to_unit }: NonNullable<ChangeJson['detail']['number_changed']>[number]) {
  const [before, after] = [amountText(from, unit ?? from_unit), amountText(to, unit ?? to_unit)]
  const end = unit === null ? '' : ` ${unit}`
  return `${end !== '' && after.endsWith(end) && before.endsWith(end) ? before.slice(0, -end.length) : before} → ${after}`
}

function briefly({ kinds, detail, words }: Parameters<typeof brief>[0]): string | null {
  const [kind = 'cosmetic'] = byWeight(kinds)
  const [number] = detail.number_changed ?? []
  const [date] = detail.date_changed ?? []
  if (kind === 'number_changed' && number) return amountsBeside(number)
  if (kind === 'date_changed' && date) return `${date.from} → ${date.to}`
  if (SAID_BY_LABEL.includes(kind)) return labelOf(kind, detail).toLowerCase()
  if (['superseded', 'introduced', 'reworded', 'moved', 'cosmetic'].includes(kind)) return null
  if (words?.before && words.after) return `${words.before} → ${words.after}`
  if (kind === 'source_changed') return labelOf(kind, detail).toLowerCase()
  if (words?.after) return `+ “${words.after}”`
  return words?.before ? `without “${words.before}”` : null
}
