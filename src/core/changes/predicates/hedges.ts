/** The words that tell how surely something is asserted: modals, adverbs, adjectives, verbs, nouns. */

import { lower, tag } from '../../claims/words/tokens.ts'
import { HEDGES as EXTRACTED } from '../../lexicon/hedges.ts'
import {
  complementHead,
  type Grammar,
  nextPredicate,
  nounHead,
  predicateBefore,
  predicateHead,
  subjectBefore,
} from './grammar.ts'
import { type Operator, type OperatorRule, OUTRIGHT } from './operator.ts'

type Sort = Operator['sort']

/** The place of what a phrase hedges. */
type Place = 'modal' | 'adverb' | 'adjective' | 'governor'

interface Entry {
  readonly words: readonly string[]
  readonly force: number
  readonly place: Place
  readonly sort?: Sort
}

const entries = (place: Place, force: number, phrases: string, sort?: Sort): Entry[] =>
  phrases.split(' | ').map((phrase) => ({ words: phrase.split(' '), force, place, ...(sort && { sort }) }))

const PASSIVES =
  'believed thought understood expected suspected assumed presumed estimated feared rumoured rumored reported said alleged considered'
const PASSIVE = new Set(PASSIVES.split(' '))
/** "believed to" and "believed that" after a form of "be" */
const passives = PASSIVES.split(' ')
  .flatMap((p) => [`${p} to`, `${p} that`])
  .join(' | ')

/** Adverbs and evidentials as extraction reads them: "presumably", "reportedly". */
const SHARED = [...EXTRACTED.values()].flat().flatMap((entry): Entry[] => {
  const [first = ''] = entry.words
  const adverb =
    (entry.class === 'adverb' || entry.class === 'evidential') && !/^(?:is|are|was|were|be|been|being|it)$/.test(first)
  if (
    !adverb ||
    entry.words.join(' ') === 'in effect' ||
    entry.words.join(' ') === 'more or less' ||
    first === 'likely' ||
    / to$/.test(entry.words.join(' '))
  )
    return []
  return [{ words: entry.words, force: entry.level === 'probable' ? 2 : 1, place: 'adverb' }]
})

const ENTRIES: readonly Entry[] = [
  ...SHARED,
  ...entries('modal', 1, "may | might | could | mightn't"),
  ...entries('modal', 1, 'can', 'ability'),
  ...entries('modal', 2, "should | ought to | shouldn't"),
  ...entries('modal', 2.6, "would | wouldn't", 'would'),
  ...entries('modal', OUTRIGHT, "will | won't", 'will'),
  ...entries('modal', 3.2, "must | shall | mustn't", 'duty'),
  ...entries('governor', 3.2, 'need to | needs to | needed to | have to | has to | had to | required to | obliged to', 'duty'),
  ...entries('adverb', 2.7, 'generally | usually | typically | normally | in general | largely | mostly'),
  ...entries('adverb', 3.1, 'certainly | definitely | undoubtedly | clearly | surely | strongly', 'booster'),
  ...entries('adjective', 3.1, 'certain | sure | confirmed | convinced', 'booster'),
  ...entries('adjective', 1, 'possible | potential | conceivable | unconfirmed | would-be | hypothetical | uncertain'),
  ...entries(
    'adjective',
    2,
    'likely | probable | alleged | apparent | suspected | reported | presumed | supposed | purported | rumoured | rumored | accused',
  ),
  ...entries(
    'adjective',
    2.5,
    'confident | very likely | highly likely | almost certain | virtually certain | all but certain',
  ),
  ...entries('adverb', 2.5, 'almost certainly'),
  ...entries('governor', 2, 'appear | appears | appeared | appearing | seem | seems | seemed | tend to | tends to | tended to'),
  ...entries('governor', 2, passives),
  ...entries('governor', 2, 'believed | feared | thought | presumed | suspected'),
  ...entries('governor', 2, 'accused of | suspected of | charged with | alleged | blamed for | accusing'),
  ...entries('governor', 2, 'hope to | hopes to | hoped to | hoping to | want to | wants to | wanted to'),
  ...entries(
    'governor',
    2.2,
    'plan to | plans to | planned to | planning to | intend to | intends to | intended to | aim to | aims to | aimed to',
  ),
  ...entries('governor', 2.2, 'due to | scheduled to | slated to | poised to | set to'),
  ...entries(
    'governor',
    1,
    'unclear whether | not clear whether | uncertain whether | early to rule out | cannot rule out | could not rule out | speculation',
  ),
  ...entries('governor', 1, 'chance | prospect | possibility | hope | risk | likelihood'),
  ...entries('governor', 0.7, 'slim chance | small chance | outside chance | remote possibility | slight chance | faint hope'),
  ...entries(
    'governor',
    1.5,
    'good chance | strong chance | high chance | hopeful | real possibility | strong possibility | real prospect | suspicion',
  ),
  ...entries('governor', 2, 'every chance | optimistic'),
  ...entries('governor', 1.5, 'linked to | associated with | tied to'),
]

/** By first word, the longest first. */
const BEGINNING = Map.groupBy(
  [...ENTRIES].sort((p, q) => q.words.length - p.words.length),
  ({ words }) => words[0] ?? '',
)

export const mayHedge = (word: string): boolean => BEGINNING.has(word)

/** "may hold", "probably", "the alleged thief", "seems to hold", "a chance of rain" */
export const hedge: OperatorRule = (grammar, at) => {
  const { tokens } = grammar
  const entry = BEGINNING.get(lower(tokens, at))?.find(({ words }) => words.every((word, n) => lower(tokens, at + n) === word))
  if (!entry) return null
  const past = at + entry.words.length
  const head = headOf(grammar, at, past, entry)
  if (head === null) return null
  const { force, sort } = entry
  return { at, past, head, negates: false, force, ...(sort && { sort }) }
}

function headOf(grammar: Grammar, at: number, past: number, entry: Entry): number | null {
  switch (entry.place) {
    case 'modal':
      return modalHead(grammar, at)
    case 'adverb':
      return adverbHead(grammar, at, past)
    case 'adjective':
      return adjectiveHead(grammar, at, past)
    case 'governor':
      return governedHead(grammar, at, past, entry.words)
  }
}

/** "may" is a month or a name with a capital inside a sentence, "can" a thing after an article. */
function modalHead(grammar: Grammar, at: number): number | null {
  const { tokens, groups, groupAt } = grammar
  const token = tokens[at]
  if (token?.capital && (at > 0 || tokens[at + 1]?.capital)) return capitalModal(grammar, at)
  const group = groups[groupAt[at] ?? -1]
  if (!group || group.from > at || tag(tokens, at) !== 'modal') return null
  // "must have known" is a conclusion and no duty, but neither is it a doubt.
  if (group.verb === at) return null
  return predicateHead(grammar, group)
}

/** "Mayor May Have Known": a modal of a headline before a verb. */
function capitalModal(grammar: Grammar, at: number): number | null {
  const { tokens } = grammar
  const next = lower(tokens, at + 1)
  if (/^(?:be|have|not)$/.test(next)) {
    let verb = at + 1
    while (/^(?:be|been|have|not)$/.test(lower(tokens, verb))) verb++
    return verb < tokens.length ? verb : null
  }
  return at > 0 &&
    tokens[at - 1]?.capital &&
    tokens[at + 1]?.capital &&
    !/^(?:mark|)$/.test(tag(tokens, at + 1)) &&
    lower(tokens, at) !== 'may'
    ? at + 1
    : null
}

function adverbHead(grammar: Grammar, at: number, past: number): number | null {
  const { tokens, groups, groupAt } = grammar
  const own = groups[groupAt[at] ?? -1]
  if (own) return predicateHead(grammar, own)
  const next = groups[groupAt[past] ?? -1]
  if (next && next.from === past && !next.infinitive) return predicateHead(grammar, next)
  const opens = at === 0 || /^(?:mark|quote|conjunction|that|subordinator)$/.test(tag(tokens, at - 1))
  const kind = tag(tokens, past)
  if (opens && /^(?:determiner|possessive|subject|name|noun|number)$/.test(kind)) {
    const predicate = nextPredicate(grammar, past)
    if (predicate !== null) return predicate
  }
  if (opens && lower(tokens, past) === ',' && at === 0) return nextPredicate(grammar, past)
  // "the fire started, apparently"
  if (kind === '' || kind === 'mark') return predicateBefore(grammar, at)
  const before = groups[groupAt[at - 1] ?? -1]
  if (before && before.to === at && tag(tokens, before.verb) === 'be') return predicateHead(grammar, before)
  if (
    before &&
    before.to === at &&
    /^(?:determiner|possessive)$/.test(kind) === false &&
    kind !== 'preposition' &&
    kind !== 'ing'
  )
    return before.verb
  return kind === 'subordinator' ? nextPredicate(grammar, past + 1) : complementHead(grammar, past)
}

function adjectiveHead(grammar: Grammar, at: number, past: number): number | null {
  const { tokens } = grammar
  const word = lower(tokens, past - 1)
  const next = tag(tokens, past)
  const verb = grammar.groups[grammar.groupAt[past] ?? -1]
  if (word === 'likely' && (/^(?:modal|subject)$/.test(tag(tokens, at - 1)) || verb?.from === past))
    return adverbHead(grammar, at, past)
  let back = at - 1
  while (/^(?:adverb|negation)$/.test(tag(tokens, back))) back--
  const predicative =
    tag(tokens, back) === 'be' ||
    /'s$/.test(lower(tokens, back)) ||
    /^(?:seem|appear|look|remain|make|made)/.test(lower(tokens, back))
  if (next === 'to' || next === 'that') return complementHead(grammar, past)
  if (/^(?:certain|sure|confirmed|confident|convinced|accused)$/.test(word) && !predicative) return null
  if (predicative && next !== 'noun' && next !== 'name') return subjectBefore(grammar, at)
  if (lower(tokens, at - 1) === 'as' || next === 'mark' || next === '') return null
  if (
    /^(?:reported|supposed|presumed|suspected)$/.test(word) &&
    !/^(?:determiner|possessive|number|mark|)$/.test(tag(tokens, at - 1)) &&
    at > 0
  )
    return null
  return nounHead(grammar, past)
}

function governedHead(grammar: Grammar, at: number, past: number, words: readonly string[]): number | null {
  const { tokens } = grammar
  const last = words.at(-1) ?? ''
  if (PASSIVE.has(words[0] ?? '') && (last === 'that' || last === 'to')) {
    let back = at - 1
    while (/^(?:adverb|negation)$/.test(tag(tokens, back))) back--
    const passive = tag(tokens, back) === 'be' || /'(?:s|re)$/.test(lower(tokens, back))
    if (last === 'that') return passive ? nextPredicate(grammar, past) : null
    if (!passive && !/^(?:noun|name|mark|ed)$/.test(tag(tokens, back))) return null
    const head = complementHead(grammar, past - 1)
    return head !== null && (grammar.groupAt[past] ?? -1) !== -1 ? head : null
  }
  if (last === 'to' && words.length > 1) {
    if (words[0] === 'linked' || words[0] === 'tied') return nounHead(grammar, past)
    // "due to debt" is a cause, "set to music" none.
    const head = complementHead(grammar, past - 1)
    if (words[0] === 'set' || words[0] === 'due')
      return tag(tokens, past) === 'determiner'
        ? null
        : head !== null && grammar.groupAt[head] !== -1 && head - past < 3
          ? head
          : null
    return head
  }
  if (last === 'whether' || words.length > 1)
    return last === 'of' || last === 'with' || last === 'for' ? complementHead(grammar, past) : nounish(grammar, past)
  // "believed dead", "feared drowned", "appears calm"; not "appeared on Monday", "believed him"
  const kind = tag(tokens, past)
  if (/^(?:appear|seem)/.test(last))
    return /^(?:preposition|time|mark|conjunction|subordinator|)$/.test(kind) ? null : complementHead(grammar, past)
  if (/^(?:believed|feared|thought|presumed|suspected|alleged)$/.test(last)) {
    if (last === 'alleged' || !/^(?:ed|noun|verb)$/.test(kind) || !PARTICIPLE.test(lower(tokens, past))) return null
    return past
  }
  return nounish(grammar, past)
}
const PARTICIPLE = /ed$|^(?:dead|lost|missing|drowned|hidden|stolen|held|known)$/

/** "a chance of rain", "the possibility that it fell", "hope to sell" */
const nounish = (grammar: Grammar, past: number): number | null =>
  /^(?:preposition|that|to|subordinator)$/.test(tag(grammar.tokens, past)) ? complementHead(grammar, past) : null

export const HEDGINGS: readonly OperatorRule[] = [hedge]
