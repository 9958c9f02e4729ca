/** `superseded`: the new sentence tells a new state of the same matter, so that both cannot be current. */
import type { Comparison, Wording } from './comparison.ts'
import { OPEN, SETTLED } from './stages.ts'

/** A claim that is told in almost the same words was edited, not superseded. */
const MOST_KEPT = 0.75

const NATURAL =
  /^(shrink|grow|ris|fall|declin|increas|becom|gett|spread|melt|runn|liv|work|be|hav|mean|mak|us|do|includ|accord)ing$/

interface Stages {
  readonly open: readonly string[]
  readonly settled: readonly string[]
}

/** The rule that says so, or null: what was open is no longer told as open, or what was not settled is. */
export function superseding({ before, after, kept }: Comparison): string | null {
  if (kept > MOST_KEPT) return null
  const [a, b] = [stagesOf(before), stagesOf(after)]
  const closed = a.open.length > 0 && a.open.every((phrase) => !b.open.includes(phrase))
  const settled = b.settled.length > 0 && b.settled.some((phrase) => !a.settled.includes(phrase))
  if (closed && settled) return 'open, then settled'
  if (closed && b.open.length === 0 && kept < 0.6) return 'no longer open'
  if (settled && a.settled.length === 0 && kept > 0.2) return 'settled'
  return null
}

function stagesOf({ words }: Wording): Stages {
  const text = ` ${words.map((w) => w.key).join(' ')} `
  const has = (phrase: string) => text.includes(` ${phrase} `)
  const open = OPEN.filter(has)
  for (const [i, { key }] of words.entries()) if (isProgressive(words, i)) open.push(key)
  return { open, settled: SETTLED.filter(has) }
}

/** "is studying", "were still being brought" */
function isProgressive(words: Wording['words'], i: number): boolean {
  const key = words[i]?.key ?? ''
  if (!key.endsWith('ing') || key.length < 6 || NATURAL.test(key))
    return key === 'being' && isBe(words[i - 1]?.key, words[i - 2]?.key)
  return isBe(words[i - 1]?.key, words[i - 2]?.key)
}

const BE = new Set(['is', 'are', 'was', 'were', 'been'])
const isBe = (near: string | undefined, far: string | undefined) =>
  (near !== undefined && BE.has(near)) ||
  (far !== undefined && BE.has(far) && /ly$|^(still|also|now|already|not)$/.test(near ?? ''))
