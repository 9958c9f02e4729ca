/**
 * Words and phrases that lower how surely something is told, and the level they lower it to (FactBank: Saurí and Pustejovsky
 * 2009). Hedges never attribute: "is believed to" has no source.
 */
export type HedgeLevel = 'probable' | 'possible' | 'unknown'

const TABLE: readonly (readonly [HedgeLevel, string])[] = [
  [
    'possible',
    'may|might|could|can|perhaps|maybe|possibly|possible|potential|potentially|conceivably|arguably|unclear|uncertain|unconfirmed|tentatively|suspected|it remains to be seen|may have|might have|could have|may be|might be|could be|on the verge of|considering|weighing|mulling|in case|were to',
  ],
  [
    'probable',
    'would|should|ought to|must|probably|likely|apparently|reportedly|allegedly|alleged|purportedly|purported|supposedly|presumably|seemingly|evidently|ostensibly|' +
      'appear to|appears to|appeared to|appears|appear|appeared|seem to|seems to|seemed to|seem|seems|seemed|so far|' +
      'is believed to|are believed to|was believed to|were believed to|believed|is thought to|are thought to|was thought to|were thought to|' +
      'is understood to|are understood to|was understood to|were understood to|is said to|are said to|was said to|were said to|' +
      'is reported to|are reported to|was reported to|were reported to|is expected to|are expected to|was expected to|were expected to|' +
      'is considered|are considered|is likely to|are likely to|tend to|tends to|tended to|in effect|almost certainly|more or less|' +
      'is set to|are set to|is due to|are due to|is poised to|is supposed to|are supposed to|is scheduled to|are scheduled to|provisional|preliminary|initial|tentative',
  ],
  ['unknown', 'whether|if|unless|no word on|not known|unknown'],
]

/** By first word: the rest of the phrase in words, the longest first. */
export const HEDGES: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly level: HedgeLevel }[]> =
  (() => {
    const hedges = new Map<string, { words: string[]; level: HedgeLevel }[]>()
    for (const [level, phrases] of TABLE) {
      for (const phrase of phrases.split('|')) {
        const words = phrase.split(' ')
        const first = words[0] ?? ''
        hedges.set(first, [...(hedges.get(first) ?? []), { words, level }])
      }
    }
    for (const list of hedges.values()) list.sort((a, b) => b.words.length - a.words.length)
    return hedges
  })()
