/** The difference of two versions as a unified diff of their sentences, one a line, for terminals and `patch`. */
import type { Sentence } from '../article.ts'
import { type Hunk, shortestEdit } from '../text/shortest-edit.ts'
import type { Operation, Side } from './compare.ts'

/** The number of unchanged lines before and after a change. */
const CONTEXT = 3

/**
 * Returns a version as lines: the title (empty if there is none), an empty line, then a sentence a line with an empty line
 * between paragraphs. White space inside a sentence becomes one space.
 */
export function sentenceLines(side: Side): string[] {
  return layOut(side).lines
}

/**
 * Returns the unified diff (POSIX, `diff -u`) of `sentenceLines` of the two sides, each line ended by "\n"; '' if they are
 * equal. A moved sentence is removed in one place and added in the other. `operations` are those of `compare`; `names` are the
 * two file names.
 *
 *     --- mill/1
 *     +++ mill/2
 *     @@ -1,3 +1,3 @@
 *      Mill burns
 *
 *     -The mill burned.
 *     +The old mill burned.
 */
export function unified(
  a: Side,
  b: Side,
  operations: readonly Operation[],
  names: { readonly before: string; readonly after: string },
): string {
  const [before, after] = [layOut(a), layOut(b)]
  const hunks: Hunk[] = []
  let [i, j] = [0, 0]
  /** Adds the differences before an unchanged line of each side. */
  const differUpTo = (toI: number, toJ: number) => {
    for (const h of shortestEdit(before.lines.slice(i, toI), after.lines.slice(j, toJ)))
      hunks.push({ aFrom: h.aFrom + i, aTo: h.aTo + i, bFrom: h.bFrom + j, bTo: h.bTo + j })
    ;[i, j] = [toI, toJ]
  }
  for (const { kind, before: from, after: to } of operations) {
    if (kind !== 'equal' || from?.sentences.length !== 1 || to?.sentences.length !== 1) continue
    const [lineA, lineB] = [before.lineOf[from.sentences[0] as number], after.lineOf[to.sentences[0] as number]]
    if (lineA !== undefined && lineB !== undefined) differUpTo(lineA, lineB)
  }
  differUpTo(before.lines.length, after.lines.length)
  if (hunks.length === 0) return ''
  const groups = grouped(hunks).map((group) => groupLines(group, before.lines, after.lines))
  return [`--- ${names.before}`, `+++ ${names.after}`, ...groups.flat()].map((line) => `${line}\n`).join('')
}

interface Layout {
  readonly lines: string[]
  /** The line of each sentence. */
  readonly lineOf: number[]
}

function layOut({ title, body, sentences }: Side): Layout {
  const lines = [oneLine(title), '']
  const lineOf: number[] = []
  let last: Sentence | null = null
  for (const sentence of sentences) {
    if (sentence.zone === 'headline') {
      lineOf.push(0)
      continue
    }
    if (last && body.slice(last.end, sentence.start).includes('\n\n')) lines.push('')
    lineOf.push(lines.length)
    lines.push(oneLine(sentence.text))
    last = sentence
  }
  return { lines, lineOf }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Groups hunks that share lines of context. */
function grouped(hunks: readonly Hunk[]): Hunk[][] {
  const groups: Hunk[][] = []
  for (const hunk of hunks) {
    const last = groups.at(-1)
    const end = last?.at(-1)
    if (last && end && hunk.aFrom - end.aTo <= 2 * CONTEXT) last.push(hunk)
    else groups.push([hunk])
  }
  return groups
}

function groupLines(group: readonly Hunk[], a: readonly string[], b: readonly string[]): string[] {
  const [first, last] = [group[0] as Hunk, group.at(-1) as Hunk]
  const lead = Math.min(CONTEXT, first.aFrom)
  const tail = Math.min(CONTEXT, a.length - last.aTo)
  const [fromA, toA, fromB, toB] = [first.aFrom - lead, last.aTo + tail, first.bFrom - lead, last.bTo + tail]
  const lines = [`@@ -${range(fromA, toA)} +${range(fromB, toB)} @@`]
  let at = fromA
  const show = (mark: string, text: readonly string[], from: number, to: number) => {
    for (let n = from; n < to; n++) lines.push(mark + text[n])
  }
  for (const { aFrom, aTo, bFrom, bTo } of group) {
    show(' ', a, at, aFrom)
    show('-', a, aFrom, aTo)
    show('+', b, bFrom, bTo)
    at = aTo
  }
  show(' ', a, at, toA)
  return lines
}

/** "3,2": two lines from the third on; "3" is one line. Each side has at least one line, the title's. */
const range = (from: number, to: number): string => (to - from === 1 ? `${from + 1}` : `${from + 1},${to - from}`)
