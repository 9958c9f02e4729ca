/** Words that turn a statement into its opposite. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const NEGATORS = set(
  'not no never nobody none nothing neither nor cannot without unlikely hardly scarcely barely ' +
    'doubt doubts doubted doubting disbelieve disbelieves disbelieved dispute disputes disputed rebut rebuts rebutted refute refutes refuted ' +
    'refuse refuses refused refusing decline declines declined reject rejects rejected rejecting deny denies denied denying ' +
    'oppose opposes opposed fail fails failed bar bars barred ban bans banned forbid forbids forbidden prohibit prohibits prohibited ' +
    'unable unsafe innocent acquitted acquits false untrue impossible unharmed unhurt uninjured',
)

/** Nouns for the object of evidence or doubt: "little doubt", "no sign of". */
export const MATTERS: readonly string[] =
  'doubt evidence sign signs risk danger threat chance prospect hope reason indication proof likelihood possibility'.split(' ')

/** Before these words "little" and "scant" negate, less surely than "no". */
export const SCANTY: ReadonlySet<string> = new Set([...MATTERS, 'can', 'could', 'will'])

/** Prefixes that turn a word into its opposite. */
export const NEGATING_PREFIX = /^(un|dis|non|il|ir|im|in)/
