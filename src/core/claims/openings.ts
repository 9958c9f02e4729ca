/** What stands before a sentence's first clause and belongs to no content: a dateline, "But", "Still,". */
import type { Scene } from './scene.ts'

const CONNECTIVES = new Set(
  'but and yet so still however indeed meanwhile instead nevertheless nonetheless moreover furthermore thus therefore also'.split(
    ' ',
  ),
)

/** The first token at or after `floor` that a content may begin with. */
export function contentStart(scene: Scene, floor: number): number {
  const { tokens } = scene
  let at = floor === 0 ? datelineEnd(scene) : floor
  while (at < scene.end) {
    const token = tokens[at]
    if (!token) break
    const separator = token.tag === 'mark' && !/^[([$#@]$/.test(token.text)
    const connective = CONNECTIVES.has(token.lower) && (token.tag === 'conjunction' || tokens[at + 1]?.text === ',')
    if (!separator && !connective) break
    at++
  }
  return at
}

/** "LESK, March 3 (Meridian Wire) — " : a place in capitals, then whatever stands before a dash in the first twenty tokens. */
export function datelineEnd({ tokens, end }: Scene): number {
  const first = tokens[0]
  if (!first || !/^\p{Lu}{2,}/u.test(first.text)) return 0
  for (let at = 1; at < Math.min(end - 1, 20); at++) {
    const token = tokens[at]
    if (!token || token.tag === 'quote') return 0
    if (/^(?:—|–|--|-|_)$/.test(token.text)) return at + 1
    const part =
      token.tag === 'name' ||
      token.tag === 'time' ||
      token.tag === 'number' ||
      token.tag === 'mark' ||
      token.tag === 'conjunction' ||
      token.lower === 'of' ||
      token.tag === 'preposition' ||
      token.capital
    if (!part) return 0
  }
  return 0
}
