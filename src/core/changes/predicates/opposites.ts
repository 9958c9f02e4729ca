/** Predicates of opposite sense about the same matter: "rose" and "fell", "approved" and "rejected". */
import { rootOf } from './word-roots.ts'

/** One class a line: the words of one sense, and those of the other. */
const CLASSES = `
rise increase grow gain climb jump soar surge | fall drop decline decrease shrink slip sink tumble plunge lose
win | lose
accept approve back endorse support grant allow permit agree pass adopt authorise authorize favour favor sign | reject refuse deny oppose block veto ban bar prohibit forbid disallow
guilty | innocent
convict | acquit clear
open | close shut
raise increase lift | lower cut reduce
succeed pass | fail
begin start | end stop finish
alive survive | dead die kill
legal | banned
include | exclude
strengthen | weaken
true right correct | false wrong incorrect
better | worse
improve | worsen deteriorate
positive | negative
higher | lower
stronger | weaker
faster | slower
larger bigger | smaller
many | few
always | never
present | absent
for | against
with | without
above | below
`

/** The classes and sides of each root. */
const SIDES = new Map<string, [number, number][]>()
for (const [n, line] of CLASSES.trim().split('\n').entries()) {
  for (const [side, words] of line.split(' | ').entries()) {
    for (const root of new Set(words.split(' ').map(rootOf))) SIDES.set(root, [...(SIDES.get(root) ?? []), [n, side]])
  }
}

export const mayOppose = (key: string): boolean => SIDES.has(rootOf(key))

/** True for two words of opposite sense, in any form. */
export function opposite(x: string, y: string): boolean {
  const [p, q] = [SIDES.get(rootOf(x)), SIDES.get(rootOf(y))]
  return p !== undefined && q !== undefined && p.some(([n, side]) => q.some(([m, other]) => n === m && side !== other))
}
