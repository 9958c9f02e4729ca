/** The words and phrases that tell how surely something is asserted, with the place of what they govern. */
import { HEDGES } from '../../lexicon/hedges.ts'
import { type Operator, OUTRIGHT } from './operator.ts'

type Sort = Operator['sort']

/**
 * The construction that a phrase governs by: a modal verb; an adverb; an adjective; "believed to leave"; "hopes to leave";
 * "accused of leaving"; "seems to leave", "seems calm"; "feared dead"; "a chance of rain"; "linked to the leak".
 */
export type Construction =
  | 'modal'
  | 'adverb'
  | 'adjective'
  | 'passive'
  | 'infinitive'
  | 'gerund'
  | 'seeming'
  | 'participle'
  | 'noun'
  | 'link'
  | 'belief'

export interface DoubtPhrase {
  readonly words: readonly string[]
  readonly force: number
  readonly construction: Construction
  readonly sort?: Sort
}

const entries = (construction: Construction, force: number, phrases: string, sort?: Sort): DoubtPhrase[] =>
  phrases.split(' | ').map((phrase) => ({ words: phrase.split(' '), force, construction, ...(sort && { sort }) }))

/** Phrases of extraction that mostly tell no doubt, or that have a rule of their own. */
const OTHERWISE = new Set(['in effect', 'more or less', 'likely'])

/** Adverbs and evidentials as extraction reads them: "presumably", "reportedly". */
const SHARED = [...HEDGES.values()].flat().flatMap(({ words, class: sort, level }): DoubtPhrase[] => {
  const phrase = words.join(' ')
  const adverb = (sort === 'adverb' || sort === 'evidential') && !/^(?:is|are|was|were|be|been|being|it) | to$/.test(phrase)
  return adverb && !OTHERWISE.has(phrase) ? [{ words, force: level === 'probable' ? 2 : 1, construction: 'adverb' }] : []
})

const PASSIVES =
  'believed thought understood expected suspected assumed presumed estimated feared rumoured rumored reported said alleged considered'

export const DOUBT_PHRASES: readonly DoubtPhrase[] = [
  ...SHARED,
  ...entries('modal', 1, "may | might | could | mightn't"),
  ...entries('modal', 1, 'can', 'ability'),
  ...entries('modal', 1.9, "should | ought to | shouldn't"),
  ...entries('modal', 2.6, "would | wouldn't", 'would'),
  ...entries('modal', OUTRIGHT, "will | won't", 'will'),
  ...entries('modal', 3.2, "must | shall | mustn't", 'duty'),
  ...entries(
    'infinitive',
    3.2,
    'need to | needs to | needed to | have to | has to | had to | required to | obliged to',
    'duty',
  ),
  ...entries('adverb', 2, 'we think | we believe | i think | i believe'),
  ...entries(
    'belief',
    2,
    'it believes | it believed | he believes | he believed | she believes | she believed | they believe | they believed | it thought | he thought | she thought | they thought',
  ),
  ...entries('adverb', 2.5, 'almost certainly'),
  ...entries('adverb', 2.7, 'generally | usually | typically | normally | in general | largely | mostly'),
  ...entries('adverb', 3.1, 'certainly | definitely | undoubtedly | clearly | surely | strongly', 'booster'),
  ...entries('adjective', 3.1, 'certain | sure | confirmed | convinced', 'booster'),
  ...entries(
    'adjective',
    2.5,
    'confident | very likely | highly likely | almost certain | virtually certain | all but certain',
  ),
  ...entries(
    'adjective',
    2,
    'likely | probable | alleged | apparent | suspected | reported | presumed | supposed | purported | rumoured | rumored | accused',
  ),
  ...entries('adjective', 1, 'possible | potential | conceivable | unconfirmed | would-be | hypothetical | uncertain'),
  ...PASSIVES.split(' ').flatMap((passive) =>
    entries('passive', 2, `${passive} to | ${passive} that`, passive === 'expected' ? 'plan' : undefined),
  ),
  ...entries('seeming', 2, 'appear | appears | appeared | appearing | seem | seems | seemed'),
  ...entries('infinitive', 2, 'tend to | tends to | tended to'),
  ...entries('infinitive', 2, 'hope to | hopes to | hoped to | hoping to | want to | wants to | wanted to', 'plan'),
  ...entries(
    'infinitive',
    2.2,
    'plan to | plans to | planned to | planning to | intend to | intends to | intended to | aim to | aims to | aimed to',
    'plan',
  ),
  ...entries('infinitive', 2.15, 'due to | scheduled to | slated to | poised to | set to', 'plan'),
  ...entries('participle', 2, 'believed | feared | thought | presumed | suspected'),
  ...entries('gerund', 1, 'considering | weighing | mulling', 'plan'),
  ...entries('gerund', 2, 'accused of | suspected of | charged with | blamed for'),
  ...entries('noun', 2, 'every chance | some evidence | some indication | some signs'),
  ...entries(
    'noun',
    1.5,
    'good chance | strong chance | high chance | real possibility | strong possibility | real prospect | suspicion',
  ),
  ...entries('noun', 1, 'chance | prospect | possibility | hope | risk | likelihood | speculation'),
  ...entries('noun', 0.7, 'slim chance | small chance | outside chance | remote possibility | slight chance | faint hope'),
  ...entries('noun', 1, 'unclear | not clear | early to rule out | cannot rule out | could not rule out'),
  ...entries('link', 1.5, 'linked to | associated with | tied to'),
]
