/** Splits and merges: one sentence told by several neighbouring ones. */
import type { Profile } from './similarity.ts'

/** The share of an extra sentence's weight that the whole must hold, and of the whole's untold weight that it must tell. */
const HELD = 0.5
const TELLS = 0.4
/** How far from the sentence that has the whole's pair an extra one may stand. */
const REACH = 2

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
  const claims: { whole: number; part: number; held: number }[] = []
  for (const part of takenPart.keys()) {
    if (takenPart[part] !== -1) continue
    for (let step = -REACH; step <= REACH; step++) {
      const near = part + step
      const whole = step === 0 ? -1 : (takenPart[near] ?? -1)
      if (whole < 0 || (Math.abs(step) > 1 && takenPart[part + Math.sign(step)] !== -1)) continue
      const held = tells(wholes[whole], parts[near], parts[part], weights)
      if (held > 0) claims.push({ whole, part, held })
    }
  }
  claims.sort((p, q) => q.held - p.held || p.part - q.part)
  for (const { whole, part } of claims) {
    const partner = takenWhole[whole] as number
    if (takenPart[part] !== -1 || partner < 0) continue
    takenPart[part] = whole
    found.set(
      whole,
      [...(found.get(whole) ?? [partner]), part].sort((x, y) => x - y),
    )
  }
  return found
}

/** How much of `part` stands in `whole`, if it tells enough of what `main` leaves untold; else 0. */
function tells(
  whole: Profile | undefined,
  main: Profile | undefined,
  part: Profile | undefined,
  weights: Float64Array,
): number {
  if (!whole || !main || !part || part.mass === 0) return 0
  const inWhole = new Set(whole.words)
  const inMain = new Set(main.words)
  const inPart = new Set(part.words)
  let untold = 0
  let told = 0
  for (const id of whole.words) {
    if (inMain.has(id)) continue
    untold += weights[id] as number
    if (inPart.has(id)) told += weights[id] as number
  }
  let held = 0
  for (const id of part.words) if (inWhole.has(id)) held += weights[id] as number
  held /= part.mass
  return untold > 0 && told / untold >= TELLS && held >= HELD ? held : 0
}
