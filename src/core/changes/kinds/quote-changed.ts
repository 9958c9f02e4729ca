/** `quote_changed`: the words inside quotation marks differ. */
import { type Comparison, type Finding, spanOf, type Wording } from '../compare/comparison.ts'

/** Quotation marks around fewer unchanged words are typography. */
const LEAST_WORDS = 3

/** Words edited inside the marks; a paraphrase that became a quotation; a quotation that became a paraphrase. */
export function quoteChanged({ before, after }: Comparison): Finding[] {
  const quoted = ({ words }: Wording) => words.filter((w) => w.quoted)
  const [a, b] = [quoted(before), quoted(after)]
  const finding = (detail: 'edited' | 'quoted' | 'unquoted'): Finding[] => [
    { kind: 'quote_changed', rule: detail, before: spanOf(a), after: spanOf(b), detail: { quote_changed: detail } },
  ]
  const stands = (words: typeof a, { words: others }: Wording) =>
    ` ${others.map((w) => w.key).join(' ')} `.includes(` ${words.map((w) => w.key).join(' ')} `)
  if (a.length === 0 && b.length > 0 && isTitle(b, after) && stands(b, before)) return []
  if (b.length === 0 && a.length > 0 && isTitle(a, before) && stands(a, after)) return []
  if (a.length === 0 && b.length > 0) return b.length >= LEAST_WORDS || !stands(b, before) ? finding('quoted') : []
  if (b.length === 0 && a.length > 0) return a.length >= LEAST_WORDS || !stands(a, after) ? finding('unquoted') : []
  if (a.length === 0 || b.length === 0) return []
  const text = (words: typeof a) => words.map((w) => w.key.replace(/'/g, '')).join('')
  return text(a) === text(b) ? [] : finding('edited')
}

/** "The Long Weir": marks around a title are typography. */
const isTitle = (words: Wording['words'], { text }: Wording): boolean =>
  words.length <= MOST_OF_TITLE &&
  words.every(
    ({ key, start }, n) =>
      /\p{Lu}|\p{N}/u.test(text.charAt(start)) || (n > 0 && /^(a|an|and|at|by|for|from|in|of|on|or|the|to|with)$/.test(key)),
  )
const MOST_OF_TITLE = 8
