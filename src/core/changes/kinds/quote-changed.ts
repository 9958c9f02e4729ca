/** `quote_changed`: the words inside quotation marks differ. Quotations are paired by what is quoted. */
import { isContent } from '../../text/stems.ts'
import type { Comparison, Finding, Wording } from '../compare/comparison.ts'
import { alignedWords } from '../predicates/align-words.ts'

/** A run of quoted words [from, to) of a wording. */
interface Quotation {
  readonly from: number
  readonly to: number
}

/** Marks around fewer words mark a term or a title: they quote nobody. */
const LEAST_WORDS = 3
/** The least share of the shorter quotation's words that an edited one keeps. */
const LEAST_KEPT = 0.3
/** The least share of a quotation's content words that a paraphrase has. */
const LEAST_TOLD = 0.5

/** Words edited inside the marks; a paraphrase that became a quotation; a quotation that became a paraphrase. */
export function quoteChanged(comparison: Comparison): Finding[] {
  const { before, after } = comparison
  const [a, b] = [quotationsOf(before), quotationsOf(after)]
  if (a.length + b.length === 0) return []
  const partners = alignedWords(comparison)
  const free = new Set(b)
  const findings: Finding[] = []
  const add = (detail: 'edited' | 'quoted' | 'unquoted', p: Quotation | null, q: Quotation | null) =>
    findings.push({
      kind: 'quote_changed',
      rule: detail,
      before: p && spanOfWords(before, p),
      after: q && spanOfWords(after, q),
      detail: { quote_changed: detail },
    })
  for (const p of a) {
    const q = [...free].find((x) => shareKept(p, x, partners.after) >= LEAST_KEPT)
    if (q) {
      free.delete(q)
      if (letters(before, p) !== letters(after, q) && !isCutAnew(p, q, comparison)) add('edited', p, q)
    } else if (becameWords(p, before, after, partners.after, comparison, 'before')) add('unquoted', p, null)
  }
  for (const q of free) if (becameWords(q, after, before, partners.before, comparison, 'after')) add('quoted', null, q)
  return findings
}

function quotationsOf({ words }: Wording): Quotation[] {
  const found: Quotation[] = []
  for (let from = 0; from < words.length; from++) {
    if (!words[from]?.quoted) continue
    let to = from + 1
    while (words[to]?.quoted) to++
    found.push({ from, to })
    from = to
  }
  return found
}

const spanOfWords = ({ words }: Wording, { from, to }: Quotation): readonly [number, number] => [
  words[from]?.start ?? 0,
  words[to - 1]?.end ?? 0,
]

const letters = ({ words }: Wording, { from, to }: Quotation): string =>
  words
    .slice(from, to)
    .map(({ key }) => key.replace(/'/g, ''))
    .join('')

/** Returns the share of the shorter quotation's words that the other has. */
function shareKept(p: Quotation, q: Quotation, after: Int32Array): number {
  let kept = 0
  for (let i = p.from; i < p.to; i++) {
    const j = after[i] ?? -1
    if (j >= q.from && j < q.to) kept++
  }
  return kept / Math.min(p.to - p.from, q.to - q.from)
}

/** A mark without its partner, or marks that were set elsewhere around the same words. */
const isCutAnew = (p: Quotation, q: Quotation, { before, after }: Comparison): boolean => {
  const [x, y] = [before, after].map((wording) => letters(wording, { from: 0, to: wording.words.length }))
  return x === y && (p.to - p.from < LEAST_WORDS || q.to - q.from < LEAST_WORDS)
}

/**
 * True if what is quoted on one side is told without marks on the other: in words of its own, or in other words at its place. A
 * quotation that only came or went is no change of one.
 */
function becameWords(
  { from, to }: Quotation,
  own: Wording,
  other: Wording,
  partners: Int32Array,
  comparison: Comparison,
  side: 'before' | 'after',
): boolean {
  const content: number[] = []
  let told = 0
  let same = 0
  let run = 0
  let longest = 0
  for (let n = from; n < to; n++) {
    const partner = other.words[partners[n] ?? -1]
    const kept = partner && !partner.quoted && partner.key === own.words[n]?.key
    if (kept) same++
    run = kept ? run + 1 : 0
    longest = Math.max(longest, run)
    if (!isContent(own.words[n]?.key ?? '')) continue
    content.push(n)
    if (partner && !partner.quoted) told++
  }
  const length = to - from
  if (same === length) return length >= LEAST_WORDS && !isTitle(own, from, to) && !isUnbalanced(own.text, other.text)
  if (content.length > 0 && told / content.length >= LEAST_TOLD) return length >= LEAST_WORDS || told < content.length
  if (longest >= LEAST_WORDS && told > 0 && !isTitle(own, from, to)) return true
  return length >= LEAST_WORDS && !isTitle(own, from, to) && isReplaced({ from, to }, comparison, side)
}

/** True if other words without marks stand at its place, about as many. */
function isReplaced({ from, to }: Quotation, { before, after, hunks }: Comparison, side: 'before' | 'after'): boolean {
  const other = side === 'before' ? after : before
  const sides = hunks.map((h) =>
    side === 'before'
      ? { from: h.aFrom, to: h.aTo, start: h.bFrom, end: h.bTo }
      : { from: h.bFrom, to: h.bTo, start: h.aFrom, end: h.aTo },
  )
  const inside = sides.filter((hunk) => hunk.from < to && from < hunk.to && hunk.from >= from - 2)
  const instead = other.words.slice(inside[0]?.start ?? 0, inside.at(-1)?.end ?? 0)
  return instead.some(({ key }) => isContent(key)) && 3 * instead.length >= to - from && !instead.some((w) => w.quoted)
}

/** One of the two has a quotation mark without its partner: half of a quotation around both. */
const isUnbalanced = (a: string, b: string): boolean => [a, b].some((text) => (text.match(/["“”]/g)?.length ?? 0) % 2 === 1)

/** "The Long Weir": marks around a title are typography. */
const isTitle = ({ words, text }: Wording, from: number, to: number): boolean =>
  to - from <= MOST_OF_TITLE &&
  words
    .slice(from, to)
    .every(
      ({ key, start }, n) =>
        /\p{Lu}|\p{N}/u.test(text.charAt(start)) || (n > 0 && /^(a|an|and|at|by|for|from|in|of|on|or|the|to|with)$/.test(key)),
    )
const MOST_OF_TITLE = 8
