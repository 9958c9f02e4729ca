/** Adjectives after "be" that tell what someone thinks or feels: "was sure that it rained", "is eager to stay". */
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
