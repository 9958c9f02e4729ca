/** Words of a rise or a fall: an amount after them is by how much or to how much, no end of a range. */
import { inflectionsOf } from './inflections.ts'

const VERBS =
  'rise climb grow gain jump surge soar increase raise lift boost advance double triple fall drop decline slip slide sink shed lose tumble plunge ' +
  'plummet ease dip cut reduce lower slash trim shrink narrow widen edge decrease move swing go add rally leap slump extend expand'

/** "rose", "rising", "a rise of", "up". */
export const CHANGES: ReadonlySet<string> = new Set([
  ...VERBS.split(' ').flatMap((verb) => [verb, ...inflectionsOf(verb).keys()]),
  ...'up down growth increases reduction expansion higher lower'.split(' '),
])

/** Verbs of the ends of a range: "ranges from 12 to 15". */
export const RANGING: ReadonlySet<string> = new Set(
  ['range', 'vary', 'span', 'stretch']
    .flatMap((verb) => [...inflectionsOf(verb).keys()])
    .concat('anywhere', 'anything', 'aged'),
)

/** Verbs that take a stretch of time as their object: "lasted over two hours". */
export const DURATION_VERBS: ReadonlySet<string> = new Set([
  ...['last', 'take', 'wait', 'spend', 'need', 'require', 'give', 'serve', 'cover', 'span'].flatMap((verb) => [
    ...inflectionsOf(verb).keys(),
  ]),
  ...'just well slightly lasting taking'.split(' '),
])
