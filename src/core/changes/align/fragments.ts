/** Splits and merges: one sentence told by several neighbouring ones. */
import type { Profile } from './similarity.ts'

/** The share of an extra sentence's weight that the whole must hold; the share of what its partner leaves untold, and of the whole,
 * that the extra one must tell. */
const HELD = 0.5
const TELLS = 0.1
const TOLD = 0.08
/** How far from the sentence that has the whole's pair an extra one may stand. */
const REACH = 2
/** A part may stand beside a part found in the round before. */
const ROUNDS = 2

/**
 * For each sentence that is paired (`whole` → `part`), the open sentences near its part that tell the rest of it. `wholes` are
 * the profiles of the side with one sentence, `parts` of the side with several; `takenWhole` and `takenPart` give partners or
 * -1. Returns whole → parts (its partner included, ascending), and marks the parts as taken.
 *
 *     "The mill, which makes rope, burned." → "The mill burned." "It makes rope."
 */
export function fragments(
  wholes: readonly Profile[],
  parts: readonly Profile[],
  weights: Float64Array,
  takenWhole: Int32Array,
  takenPart: Int32Array,
): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (let round = 0; round < ROUNDS; round++) {
    const claims: { whole: number; part: number; held: number }[] = []
    for (const part of takenPart.keys()) {
      if (takenPart[part] !== -1) continue
      for (let step = -REACH; step <= REACH; step++) {
        const whole = step === 0 ? -1 : (takenPart[part + step] ?? -1)
        const partner = takenWhole[whole] ?? -1
        if (partner < 0 || (Math.abs(step) > 1 && takenPart[part + Math.sign(step)] !== -1)) continue
        const told = (found.get(whole) ?? [partner]).flatMap((k) => parts[k] ?? [])
        const held = tells(wholes[whole], told, parts[part], weights)
        if (held > 0) claims.push({ whole, part, held })
      }
    }
    claims.sort((p, q) => q.held - p.held || p.part - q.part)
    for (const { whole, part } of claims) {
      if (takenPart[part] !== -1) continue
      takenPart[part] = whole
      const list = found.get(whole) ?? [takenWhole[whole] as number]
      found.set(
        whole,
        [...list, part].sort((x, y) => x - y),
      )
    }
  }
  return found
}

/** How much of `part` stands in `whole`, if it tells enough of what the parts so far leave untold; else 0. */
function tells(
  whole: Profile | undefined,
  soFar: readonly Profile[],
  part: Profile | undefined,
  weights: Float64Array,
): number {
  if (!whole || !part || part.mass === 0) return 0
  const inWhole = new Set(whole.words)
  const inPart = new Set(part.words)
  const before = new Set(soFar.flatMap((p) => [...p.words]))
  let untold = 0
  let told = 0
  for (const id of whole.words) {
    if (before.has(id)) continue
    untold += weights[id] as number
    if (inPart.has(id)) told += weights[id] as number
  }
  let held = 0
  for (const id of part.words) if (inWhole.has(id)) held += weights[id] as number
  held /= part.mass
  return told > 0 && told / untold >= TELLS && told / whole.mass >= TOLD && held >= HELD ? held : 0
}
