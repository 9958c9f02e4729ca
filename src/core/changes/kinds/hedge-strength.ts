/** Words that lower how surely something is asserted, by the degree of doubt (FactBank's scale, with steps between). */

import { HEDGES as EXTRACTED } from '../../lexicon/hedges.ts'
import { MATTERS } from './negators.ts'

/** 3: asserted outright; 2: probable; 1: possible; below 1: unlikely. */
export type HedgeStrength = number

const list = (level: HedgeStrength, phrases: string): [string, HedgeStrength][] => phrases.split(' | ').map((p) => [p, level])

const SCANT = ['little', 'scant', 'hardly any', 'scarcely any', 'not much', 'barely any']

/** Adverbs and evidentials as extraction reads them: "presumably", "reportedly". */
const SHARED = [...EXTRACTED.values()].flat().flatMap(({ words, class: sort, level }): [string, HedgeStrength][] => {
  const adverbial = (sort === 'adverb' || sort === 'evidential') && !/^(is|are|was|were|be|been|being)$/.test(words[0] ?? '')
  return adverbial ? [[words.join(' '), level === 'probable' ? 2 : 1]] : []
})

/** The adverbs of extraction, and the distinctions of a finer scale. Phrases of several words have spaces between them. */
export const HEDGES: ReadonlyMap<string, HedgeStrength> = new Map([
  ...SHARED,
  ...list(1, 'may | might | could | possible | potential | can'),
  ...list(1, 'unclear whether | not clear whether | uncertain | early to rule out | cannot rule out | could not rule out'),
  ...list(
    1,
    'some chance | a chance | some prospect | a prospect | some possibility | a possibility | some hope | a risk | some likelihood',
  ),
  ...list(1, 'fair chance | any chance | speculation'),
  ...list(0.7, 'slim chance | small chance | outside chance | remote possibility | slight chance | faint hope'),
  ...list(
    1.5,
    'good chance | strong chance | high chance | hopeful | real possibility | strong possibility | real prospect | suspicion',
  ),
  ...list(2, 'likely | probable | alleged | optimistic | every chance'),
  ...list(2, 'appear | appears | appeared | appearing | apparent | seem | seems | seemed'),
  ...list(
    2,
    'said to be | said to have | reported to | rumoured | rumored | should | ought to | tend to | tends to | largely | mostly',
  ),
  ...list(2, 'unlikely | improbable | doubtful | hope to | hopes to | hoped to | hoping to | want to | wants to | wanted to'),
  ...list(
    2.2,
    'plan to | plans to | planned to | planning to | intend to | intends to | intended to | aim to | aims to | aimed to',
  ),
  ...list(
    2.2,
    'due to | scheduled to | slated to | is planned | are planned | was planned | were planned | is scheduled | are scheduled',
  ),
  ...list(
    2.5,
    'confident | almost certain | almost certainly | virtually certain | all but certain | very likely | highly likely',
  ),
  ...list(2, 'little can | little could | little will'),
  ...SCANT.flatMap((scant) => MATTERS.map((matter): [string, HedgeStrength] => [`${scant} ${matter}`, 2])),
])

/** Participles that hedge after a form of "be" or before "to" ("is believed to have", "feared dead"), not as plain verbs. */
export const HEDGING_PARTICIPLES: ReadonlySet<string> = new Set(
  'believed thought understood expected suspected assumed presumed feared estimated poised set'.split(' '),
)

/** Words that assert more surely than a plain statement. */
export const BOOSTERS: ReadonlySet<string> = new Set(
  'certainly definitely undoubtedly certain sure confirmed clearly must surely convinced'.split(' '),
)
