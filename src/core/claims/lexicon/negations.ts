/** Words that turn a clause's polarity: negative words, and verbs that deny what follows them. */

export const NEGATIVE_WORDS: ReadonlySet<string> = new Set(
  'not never no none nobody nothing neither nor cannot nowhere'.split(' '),
)

/** Before "to" and an infinitive: "refused to sign" is a clause that did not come about. */
export const NEGATIVE_VERBS: ReadonlySet<string> = new Set(
  'fail fails failed failing refuse refuses refused refusing decline declines declined declining neglect neglected neglects unable unwilling yet'.split(
    ' ',
  ),
)

/** With an object: "denied the charge". */
export const DENIAL_VERBS: ReadonlySet<string> = new Set('deny denies denied denying'.split(' '))
