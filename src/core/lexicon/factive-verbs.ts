/** Verbs that presuppose their complement, also under a negation (factives: Kiparsky and Kiparsky 1970). */

/** "did not know that it rained" implies that it rained. */
export const FACTIVE: ReadonlySet<string> = new Set(
  (
    'know knew known realise realize realised realized regret regretted regrets notice noticed forget forgot forgotten remember remembered ' +
    'recognise recognize recognised recognized understand understood learn learned discover discovered see saw seen mind resent'
  ).split(' '),
)
