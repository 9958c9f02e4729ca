/** What one version of an article claims: its sentences, their statements, and how the context completes them. */
import type { Analysis, ArticleText, FoundClaim, Sentence, Statement } from './article.ts'
import { readingsOf } from './claims/readings.ts'
import { statementsOf } from './claims/statements.ts'
import { sentencesOf } from './text/sentences.ts'

/** The version of the extraction engine: another one may find other claims in the same text. */
export const ENGINE = '1'

/** Gives the statements of a sentence that is stored already, or null; then it is not extracted again. */
export type KnownStatements = (sentence: string, headline: boolean) => readonly Statement[] | null

/**
 * All claims of a text, in text order, at least one a sentence. Offsets of sentences count from the title or the body, those of
 * statements from their sentence. Pure and linear in the length of the text; throws nothing.
 */
export function analyse(text: ArticleText): Analysis {
  return analyseSentences(sentencesOf(text))
}

/** As `analyse`, for a text that is cut already. */
export function analyseSentences(sentences: readonly Sentence[], known: KnownStatements = () => null): Analysis {
  const statements = sentences.map((sentence) => {
    const headline = sentence.zone === 'headline'
    return known(sentence.text, headline) ?? statementsOf(sentence.text, headline)
  })
  const readings = readingsOf(sentences, statements)
  const claims: FoundClaim[] = []
  statements.forEach((list, sentence) => {
    list.forEach((statement, index) => {
      const reading = readings[sentence]?.[index]
      if (reading) claims.push({ sentence, index, statement, reading })
    })
  })
  return { sentences, claims }
}
