/** Pairs of sentences of which the later tells what became of the earlier one's open matter, at the same place of the text. */
import type { Sentence } from '../../article.ts'
import { comparisonOf, type Wording, wordingOf } from '../kinds/comparison.ts'
import { superseding } from '../kinds/supersession.ts'
import { isNote } from '../note-openings.ts'
import { heaviestChain } from './chain.ts'
import { nameOthers } from './names.ts'
import { type Profiles, sharedMass } from './similarity.ts'

/** In larger gaps nothing is paired by stage. */
const MOST_PAIRS = 6
const LONGEST = 1000
/** Rules that need hardly a shared word. */
const SURE_RULES = /^(silent|unknown|not done|open, then (settled|come))/

/** The rule by which the second sentence tells a new state of the first one's matter, or null. */
export const movedOn = (a: string, b: string, wording = (text: string): Wording => wordingOf(text, [])): string | null =>
  a.length <= LONGEST && b.length <= LONGEST ? superseding(comparisonOf(wording(a), wording(b), [])) : null

/**
 * Pairs the open sentences between the same neighbours where the matter of the one moved on in the other. `takenA` and `takenB` hold
 * the partner of each sentence, or a negative number, and are filled in.
 *
 *     "The cause is not known." / "Inspectors traced the fire to a heater."
 */
export function pairStages(
  a: readonly Sentence[],
  b: readonly Sentence[],
  profiles: Profiles,
  takenA: Int32Array,
  takenB: Int32Array,
): void {
  const wordings = new Map<string, Wording>()
  const wording = (text: string): Wording => {
    const read = wordings.get(text) ?? wordingOf(text, [])
    wordings.set(text, read)
    return read
  }
  const linked = Array.from(takenA, (j, i) => ({ i, j, weight: j < 0 ? 0 : 1 }))
  const anchors = [...heaviestChain(linked), { i: a.length, j: b.length, weight: 1 }]
  let [fromA, fromB] = [0, 0]
  for (const anchor of anchors) {
    const open = (from: number, to: number, taken: Int32Array) => {
      const list: number[] = []
      for (let k = from; k < to; k++) if (taken[k] === -1) list.push(k)
      return list
    }
    const [openA, openB] = [open(fromA, anchor.i, takenA), open(fromB, anchor.j, takenB)]
    ;[fromA, fromB] = [anchor.i + 1, anchor.j + 1]
    if (openA.length === 0 || openB.length === 0 || openA.length * openB.length > MOST_PAIRS) continue
    const pairs = openA.flatMap((i, x) =>
      openB.flatMap((j, y) => {
        const [p, q, s, t] = [profiles.a[i], profiles.b[j], a[i], b[j]]
        if (!p || !q || !s || !t) return []
        const shared = sharedMass(p, q, profiles.weights) / Math.max(1, Math.min(p.mass, q.mass))
        const aside = openA.length === openB.length && x === y ? 0.1 : 0
        if (shared + aside < 0.1) return []
        const rule =
          nameOthers(s.text, t.text, false) || isNote(s.text) !== isNote(t.text) ? null : movedOn(s.text, t.text, wording)
        if (rule === null || shared + aside < (SURE_RULES.test(rule) ? 0.1 : 0.2)) return []
        return [{ i: x, j: y, weight: shared + aside }]
      }),
    )
    for (const { i, j } of heaviestChain(pairs)) {
      takenA[openA[i] as number] = openB[j] as number
      takenB[openB[j] as number] = openA[i] as number
    }
  }
}
