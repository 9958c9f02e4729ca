/**
 * Words and phrases that lower the certainty of an assertion: their class, and the level they lower it to (FactBank: Saurí and
 * Pustejovsky 2009). Hedges never attribute: "is believed to" has no source.
 */
import type { HedgeClass } from '../article.ts'

export type HedgeLevel = 'probable' | 'possible' | 'unknown'

export interface HedgeEntry {
  readonly words: readonly string[]
  readonly class: HedgeClass
  readonly level: HedgeLevel
}

const TABLE: readonly (readonly [HedgeClass, HedgeLevel, string])[] = [
  ['modal', 'possible', "may|might|could|can|should|shouldn't|mightn't"],
  ['modal', 'probable', "would|must|wouldn't|mustn't|ought to|is to|are to|was to|were to"],
  ['adverb', 'possible', 'perhaps|maybe|possibly|potentially|conceivably|arguably|tentatively|at best'],
  [
    'adverb',
    'probable',
    'probably|likely|presumably|seemingly|almost certainly|very likely|most likely|in effect|more or less|in all likelihood|' +
      'presumedly|as far as is known',
  ],
  [
    'evidential',
    'probable',
    'apparently|estimated at|reportedly|allegedly|purportedly|supposedly|evidently|ostensibly|rumoured to|rumored to|' +
      reports(
        'believed|thought|understood|assumed|presumed|suspected|estimated|feared|expected|rumoured|rumored|reported|alleged|said|anticipated',
      ) +
      '|' +
      passives(
        'believed|thought|understood|said|reported|considered|assumed|presumed|known|alleged|suspected|estimated|feared',
      ),
  ],
  ['evidential', 'possible', 'it remains to be seen'],
  ['adjective', 'possible', 'possible|potential|unconfirmed|suspected|would-be|hypothetical'],
  [
    'adjective',
    'probable',
    'likely|unlikely|probable|almost certain|all but certain|near-certain|alleged|purported|apparent|presumed|provisional|preliminary|tentative|expected|planned|proposed|supposed',
  ],
  [
    'verb',
    'probable',
    'appear|appears|appeared|seem|seems|seemed|tend to|tends to|tended to|' +
      passives('expected|set|due|poised|supposed|scheduled|slated'),
  ],
  ['verb', 'possible', 'considering|weighing|mulling|contemplating'],
  ['noun', 'possible', 'possibility|prospect|likelihood|risk|on the verge of|a chance'],
  [
    'noun',
    'probable',
    [
      'fear',
      'hope',
      'worry',
      'guess',
      'belief',
      'suspicion',
      'expectation',
      'concern',
      'hunch',
      'feeling',
      'impression',
      'assumption',
      'theory',
    ]
      .flatMap((noun) => [`${noun} is that`, `${noun} was that`])
      .join('|'),
  ],
  // Only after "not": "was not clear"
  ['adjective', 'unknown', 'clear|known|certain|sure|know if|know whether'],
  ['adjective', 'unknown', 'unclear|uncertain'],
  ['noun', 'unknown', 'no word on'],
  ['conditional', 'possible', 'if|unless|in case|provided that|as long as|assuming'],
  ['question', 'unknown', 'whether'],
]

/** "it is believed that" */
function reports(participles: string): string {
  return participles
    .split('|')
    .flatMap((participle) => ['is', 'was', 'has been', 'had been'].map((be) => `it ${be} ${participle} that`))
    .join('|')
}

function passives(participles: string): string {
  return participles
    .split('|')
    .flatMap((participle) => ['is', 'are', 'was', 'were', 'be', 'been', 'being'].map((be) => `${be} ${participle} to`))
    .join('|')
}

/** By first word, the longest first. */
export const HEDGES: ReadonlyMap<string, readonly HedgeEntry[]> = (() => {
  const hedges = new Map<string, HedgeEntry[]>()
  for (const [kind, level, phrases] of TABLE) {
    for (const phrase of phrases.split('|')) {
      const words = phrase.split(' ')
      const first = words[0] ?? ''
      hedges.set(first, [...(hedges.get(first) ?? []), { words, class: kind, level }])
    }
  }
  for (const list of hedges.values()) list.sort((a, b) => b.words.length - a.words.length)
  return hedges
})()
