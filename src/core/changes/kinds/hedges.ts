/** Words that lower how surely something is asserted, by how much they leave open (FactBank's scale). */

export type Sureness = 3 | 2 | 1

const list = (level: Sureness, phrases: string): [string, Sureness][] => phrases.split(' | ').map((p) => [p, level])

/** 1: possible; 2: probable. Phrases of several words stand with spaces between. */
export const HEDGES: ReadonlyMap<string, Sureness> = new Map([
  ...list(1, 'may | might | could | perhaps | possibly | maybe | conceivably | possible | potentially | potential | can'),
  ...list(1, 'unclear whether | not clear whether | uncertain'),
  ...list(
    2,
    'likely | probably | probable | presumably | apparently | seemingly | reportedly | allegedly | alleged | supposedly',
  ),
  ...list(
    2,
    'purportedly | ostensibly | arguably | appear | appears | appeared | appearing | apparent | seem | seems | seemed',
  ),
  ...list(
    2,
    'said to be | said to have | reported to | rumoured | rumored | so far | in all likelihood | should | tend to | tends to | largely | mostly',
  ),
])

/** Participles that hedge after a form of "be" or before "to" ("is believed to have", "feared dead"), not as plain verbs. */
export const HEDGING_PARTICIPLES: ReadonlySet<string> = new Set(
  'believed thought understood expected suspected assumed presumed feared estimated poised set'.split(' '),
)

/** Words that assert more surely than a plain statement. */
export const BOOSTERS: ReadonlySet<string> = new Set(
  'certainly definitely undoubtedly certain sure confirmed clearly must surely'.split(' '),
)

/** Reporting verbs that commit their source less, and more, than "said". */
export const WEAK_CUES: ReadonlySet<string> = new Set('suggest hint imply speculate guess wonder indicate'.split(' '))
export const STRONG_CUES: ReadonlySet<string> = new Set(
  'promise confirm vow pledge swear guarantee prove conclude establish'.split(' '),
)
