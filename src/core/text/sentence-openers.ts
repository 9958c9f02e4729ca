/** Words that, with a capital after "U.S." or "Inc.", show that a new sentence begins. */

export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    'The A An This That These Those He She It We They I You There Here Then In On At By For From With As If When While After Before ' +
    'Since Although Though But And Or So Yet Nor However Still His Her Its Their Our My Your Who What Where Why How Which Some Many ' +
    'Most Several All Both Each Every No Not One Two Three Four Five Officials Police Mr Mrs Ms Dr Last Next Earlier Later Meanwhile ' +
    'Under Over During Despite Because Instead Also Only Even Once Until Now Today Yesterday According Among Between Other Others ' +
    'More Its About'
  ).split(' '),
)
