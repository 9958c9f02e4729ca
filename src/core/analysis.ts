/** What one version of an article claims: its sentences, their statements, and how the context completes them. */
import type { Analysis, ArticleText, FoundClaim, Sentence, Statement } from './article.ts'
import { resolveContexts } from './claims/resolve-contexts.ts'
import { statementsOf } from './claims/statements.ts'
import { wholeSentence } from './claims/whole-sentence.ts'
import { BEGINNING, languageOf, type TextLanguage } from './text/language.ts'
import { sentencesOf } from './text/sentences.ts'

/** The version of the extraction engine: another one may find other claims in the same text. */
export const ENGINE = '4'

/** Gives the statements of a sentence that is stored already, or null; then it is not extracted again. */
export type KnownStatements = (sentence: string, headline: boolean) => readonly Statement[] | null

/** What is found in a sentence alone, at least one statement. */
export type Extract = (sentence: string, headline: boolean) => readonly Statement[]

/** How the sentences of a text are read: by the rules, or each as one claim where the rules do not read the text's language. */
export function extractionFor(sentences: readonly Sentence[]): Extract {
  return extractionIn(languageOfSentences(sentences))
}

const extractionIn = ({ unsupported }: TextLanguage): Extract => (unsupported ? wholeSentence : statementsOf)

/**
 * All claims of a text, in text order, at least one a sentence. Offsets of sentences count from the title or the body, those of
 * statements from their sentence. Pure and linear in the length of the text; throws nothing.
 */
export function analyze(text: ArticleText): Analysis {
  return analyzeSentences(sentencesOf(text), () => null, text.publishedAt)
}

/** As `analyze`, for a text that is cut already. */
export function analyzeSentences(
  sentences: readonly Sentence[],
  known: KnownStatements = () => null,
  publishedAt: string | null = null,
): Analysis {
  const language = languageOfSentences(sentences)
  const extract = extractionIn(language)
  const statements = sentences.map((sentence) => {
    const headline = sentence.zone === 'headline'
    return known(sentence.text, headline) ?? extract(sentence.text, headline)
  })
  const readings = resolveContexts(sentences, statements, publishedAt)
  const claims: FoundClaim[] = []
  statements.forEach((list, sentence) => {
    list.forEach((statement, index) => {
      const reading = readings[sentence]?.[index]
      if (reading) claims.push({ sentence, index, statement, reading })
    })
  })
  return { sentences, claims, ...language }
}

function languageOfSentences(sentences: readonly Sentence[]): TextLanguage {
  let text = ''
  for (const sentence of sentences) {
    if (text.length >= BEGINNING) break
    text += `${sentence.text.slice(0, BEGINNING)}\n`
  }
  return languageOf(text)
}
