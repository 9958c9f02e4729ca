/** The rows of a comparison: both texts beside each other, the words that differ marked, and the margin. */
import type { ComparisonJson, ComparisonRowJson } from '../../http/json/stories/comparison-json.ts'
import { mark } from '../figures/marks.ts'
import { marked } from '../figures/wording.ts'
import { html, type Markup, NONE, raw, type Value } from '../markup.ts'
import { COMPARE } from '../words/compare-words.ts'
import { addedNote, type Claims, changeNote, isNew, type Noted } from './change-note.ts'
import { gutters } from './gutters.ts'

/** Fewer equal rows than these stay open. */
const LEAST_FOLDED = 2
/** Where fewer of the characters stayed, marks would cover all: the two wordings stand plain beside each other. */
const LEAST_COMMON = 0.3

interface Sides {
  readonly before: Value
  readonly after: Value
  /** Both in one text. */
  readonly inline: Value
}

const clean = (text: string) => text.replace(/\n\n/g, ' ').trim()

/** Words for those who do not see how a text is set. */
const unseen = (words: string) => html`<span class="unseen">${words} </span>`

type Operation = ComparisonJson['operations'][number]

function textOf(row: ComparisonRowJson, operations: readonly Operation[], side: 'before' | 'after'): string {
  return clean(row.operations.map((i) => operations[i]?.[side]?.text ?? '').join(''))
}

/** Whether two wordings have too little in common for marks. */
function areUnlike({ words }: Operation, changes: readonly ComparisonJson['changes'][number][]): boolean {
  if (changes.some(({ kinds }) => kinds.includes('superseded'))) return true
  const length = (kind: string) => words.reduce((sum, one) => sum + (one.kind === kind ? one.text.trim().length : 0), 0)
  const stayed = length('equal')
  return stayed < LEAST_COMMON * (stayed + Math.max(length('delete'), length('insert')))
}

function rewritten(operation: Operation): Sides {
  const parts = operation.words.map((word) => ({ ...word, text: word.text.replace(/\n\n/g, ' ') }))
  return {
    before: html`${marked(parts, [], 'before')}`,
    after: html`${marked(parts, [], 'after')}`,
    inline: html`${marked(parts, [])}`,
  }
}

function sidesOf(row: ComparisonRowJson, { operations, changes }: ComparisonJson): Sides {
  const before = textOf(row, operations, 'before')
  const after = textOf(row, operations, 'after')
  const operation = operations[row.operations[0] ?? -1]
  const cut = html`<span class="whole-cut">${unseen(COMPARE.cut)}${before}</span>`
  const put = html`<span class="whole-put">${unseen(COMPARE.put)}${after}</span>`
  const left = html`<span class="moved-from">${before}</span>`
  if (row.kind === 'equal') return { before, after, inline: after }
  if (row.kind === 'insert') return { before: '', after: put, inline: put }
  if (row.kind === 'delete') return { before: cut, after: '', inline: cut }
  if (row.kind === 'left') return { before: left, after: '', inline: left }
  if (!operation) return { before, after, inline: after }
  if (row.kind === 'move') {
    const now = operation.words.length === 0 ? after : rewritten(operation).after
    const moved = html`<span class="moved-to">${unseen(COMPARE.moved)}${now}</span>`
    return { before: '', after: moved, inline: moved }
  }
  const own = operation.changes.flatMap((i) => changes[i] ?? [])
  if (!areUnlike(operation, own)) return rewritten(operation)
  const old = html`<span class="whole-old">${unseen(COMPARE.old)}${before}</span>`
  const now = html`<span class="whole-put">${unseen(COMPARE.now)}${after}</span>`
  return { before: old, after: now, inline: html`${old} ${now}` }
}

/** Whether all that a row has is furniture. */
function isFurniture(row: ComparisonRowJson, { operations, from, to }: ComparisonJson): boolean {
  const own = row.operations.flatMap((i) => operations[i] ?? [])
  const zones = own.flatMap(({ before, after }) =>
    after ? after.sentences.map((i) => to.sentences[i]?.zone) : (before?.sentences ?? []).map((i) => from.sentences[i]?.zone),
  )
  return zones.length > 0 && zones.every((zone) => zone === 'furniture')
}

export interface RowsOf {
  readonly comparison: ComparisonJson
  /** The changes by their index, as the margin names them. */
  readonly noted: readonly (Noted | undefined)[]
  readonly claims: Claims
  readonly inline: boolean
}

function drawRow(row: ComparisonRowJson, gutter: Markup, { comparison, noted, claims, inline }: RowsOf): Markup {
  const { rows, article } = comparison
  const { before, after, inline: both } = sidesOf(row, comparison)
  const own = row.changes.flatMap((i) => noted[i] ?? [])
  const classes = [
    `cmp-row is-${row.kind}`,
    ...(row.part === 'title' ? ['of-title'] : []),
    ...(row.continues ? ['goes-on'] : []),
    ...(isFurniture(row, comparison) ? ['of-furniture'] : []),
  ]
  const up = row.kind === 'left' && row.other !== null && row.other < rows.indexOf(row)
  const hidden = (side: Value) => (side === '' ? raw(' aria-hidden="true"') : NONE)
  const main = inline ? both : after
  // Where the sides stand one above the other no head names them.
  const named = (side: Value, words: string) =>
    inline || row.kind === 'equal' || side === '' ? NONE : html`<span class="side-name" aria-hidden="true">${words}</span>`
  return html`<div class="${classes.join(' ')}">${inline ? NONE : html`<div class="old" dir="auto"${row.kind === 'equal' ? raw(' aria-hidden="true"') : hidden(before)}>${named(before, COMPARE.before)}${before}</div>${gutter}`}<div class="new" dir="auto"${hidden(main)}>${named(main, COMPARE.after)}${main}</div><div class="said-of">${own
    .filter(({ change }) => !isNew(change))
    .map((one) => changeNote(one, claims, article))}${addedNote(
    own.filter(({ change }) => isNew(change)),
    claims,
    article,
  )}${row.kind === 'left' ? html`<p class="meta">${mark('moved')}${up ? COMPARE.movedUp : COMPARE.movedDown}</p>` : NONE}</div></div>
`
}

/** All rows; equal ones that do not stand next to a change are folded. */
export function comparedRows(all: RowsOf): Markup[] {
  const { rows, operations } = all.comparison
  const gutter = gutters(rows)
  const draw = (row: ComparisonRowJson, i: number) => drawRow(row, gutter[i] ?? NONE, all)
  const isStill = (row: ComparisonRowJson | undefined) =>
    row === undefined || (row.kind === 'equal' && row.changes.length === 0)
  const foldable = rows.map((row, i) => row.part === 'body' && [rows[i - 1], row, rows[i + 1]].every(isStill))
  const found: Markup[] = []
  for (let i = 0; i < rows.length; ) {
    let end = i
    while (foldable[end]) end++
    if (end - i >= LEAST_FOLDED) {
      const folded = rows.slice(i, end)
      const sentences = folded.flatMap((row) => row.operations.flatMap((n) => operations[n]?.after?.sentences ?? [])).length
      found.push(
        html`<details class="same"><summary><span>${COMPARE.folded(sentences)}</span>${all.inline ? NONE : (gutter[i] ?? NONE)}</summary>${folded.map((row, n) => draw(row, i + n))}</details>
`,
      )
      i = end
    } else {
      const until = Math.max(end, i + 1)
      for (; i < until; i++) found.push(draw(rows[i] as ComparisonRowJson, i))
    }
  }
  return found
}
