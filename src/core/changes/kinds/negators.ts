/** Words that turn a statement into its opposite. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const NEGATORS = set(
  'not no never nobody none nothing neither nor cannot without unlikely ' +
    'refuse refuses refused refusing decline declines declined reject rejects rejected rejecting deny denies denied denying ' +
    'oppose opposes opposed fail fails failed bar bars barred ban bans banned forbid forbids forbidden prohibit prohibits prohibited ' +
    'block blocks blocked unable unsafe innocent acquitted acquits false untrue impossible unharmed unhurt uninjured',
)
