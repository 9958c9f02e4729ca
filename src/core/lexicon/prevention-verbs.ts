/** Verbs that negate their complement. */

/** "kept them from paying": the complement of "from" did not happen. */
export const PREVENTION: ReadonlySet<string> = new Set(
  (
    'prevent prevents prevented preventing keep keeps kept keeping stop stops stopped stopping bar bars barred barring block blocks blocked blocking ' +
    'prohibit prohibits prohibited ban bans banned banning discourage discourages discouraged deter deters deterred refrain refrains refrained'
  ).split(' '),
)

/** "stopped paying": the complement ended, or was not done. */
export const CESSATION: ReadonlySet<string> = new Set(
  (
    'stop stops stopped stopping quit quits cease ceases ceased halt halts halted suspend suspends suspended suspending avoid avoids avoided avoiding ' +
    'discontinue discontinued forgo forego abandon abandoned'
  ).split(' '),
)
