/** Adjectives after "be" for a thought or feeling: "was sure that it rained", "is eager to stay". */
import type { ReportingVerb } from './reporting-verbs.ts'

const TABLE = `
3 s  sure certain confident convinced adamant positive
2 s  aware unaware glad happy proud sad angry surprised shocked
1 s  hopeful optimistic worried concerned afraid skeptical sceptical doubtful fearful pessimistic unsure uncertain
2 i  eager willing unwilling ready reluctant hesitant determined keen
`

export const REPORTING_ADJECTIVES: ReadonlyMap<string, ReportingVerb> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [strength, frames = '', ...words] = line.split(/\s+/)
      return words.map((word): [string, ReportingVerb] => [
        word,
        { lemma: `be ${word}`, strength: strength === '3' ? 3 : strength === '1' ? 1 : 2, frames },
      ])
    }),
)

/**
 * Adjectives and participles after "be" that express a stance toward the object of their preposition: "is critical of the
 * plan".
 */
export const STANCE_ADJECTIVES: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'critical:of supportive:of wary:of skeptical:of,about sceptical:of,about dismissive:of opposed:to concerned:about,over,with,by ' +
    'worried:about angry:about,at,over,with upset:about,with,at,over unhappy:with,about happy:with,about disappointed:in,with,by,at ' +
    'frustrated:with,by,at proud:of ashamed:of fond:of afraid:of scared:of fearful:of tired:of aware:of unaware:of confident:in,of,about ' +
    'optimistic:about pessimistic:about enthusiastic:about excited:about,by focused:on grateful:for,to thankful:for ' +
    'unsure:about,of uncertain:about sure:of,about convinced:of,by clear:about,on vocal:about,in silent:on,about candid:about intrigued:by alarmed:by,at ' +
    'outraged:by,at,over dismayed:by,at shocked:by,at surprised:by,at pleased:with,by,at impressed:with,by satisfied:with dissatisfied:with ' +
    'adamant:about passionate:about hostile:to sympathetic:to indifferent:to guilty:of divided:over,on united:in,behind unanimous:in'
  )
    .split(' ')
    .map((entry): [string, readonly string[]] => {
      const [word = '', prepositions = ''] = entry.split(':')
      return [word, prepositions.split(',')]
    }),
)
