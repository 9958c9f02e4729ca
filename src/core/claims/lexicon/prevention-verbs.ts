/** Verbs whose "from" denies what follows. */

/** "kept them from paying": what follows "from" did not come about. */
export const PREVENTION: ReadonlySet<string> = new Set(
  (
    'prevent prevents prevented preventing keep keeps kept keeping stop stops stopped stopping bar bars barred barring block blocks blocked blocking ' +
    'prohibit prohibits prohibited ban bans banned banning discourage discourages discouraged deter deters deterred refrain refrains refrained'
  ).split(' '),
)
