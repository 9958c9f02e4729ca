/** Extracts the claims of one version of an article: its sentences, their statements, and their resolved context. */
import type { Analysis, ArticleText, FoundClaim, Sentence, Statement } from './article.ts'
import { resolveContexts } from './claims/resolve-contexts.ts'
import { statementsOf, statementsOfAll } from './claims/statements.ts'
import { wholeSentence } from './claims/whole-sentence.ts'
import { BEGINNING, languageOf, type TextLanguage } from './text/language.ts'
import { sentencesOf } from './text/sentences.ts'

/** The version of the extraction engine. Another engine may find other claims in the same text. */
export const ENGINE = '6'

/** Returns the stored statements of a sentence, or null if the sentence must be extracted. */
export type KnownStatements = (sentence: string, headline: boolean) => readonly Statement[] | null

/** Extracts the statements of a single sentence, at least one. */
export type Extract = (sentence: string, headline: boolean) => readonly Statement[]

/**
 * Selects how the sentences of a text are extracted: by the rules, or as one claim a sentence if the rules do not support the
 * language.
 */
export function extractionFor(sentences: readonly Sentence[]): Extract {
  return languageOfSentences(sentences).unsupported ? wholeSentence : statementsOf
}

/**
 * Extracts all claims of a text, in text order, at least one a sentence. Offsets of sentences count from the title or the body,
 * those of statements from their sentence. The function is pure, linear in the length of the text, and never throws.
 */
export function analyze(text: ArticleText): Analysis {
  return analyzeSentences(sentencesOf(text), () => null, text.publishedAt)
}

/** Does the same as `analyze` for a text that is already cut into sentences. */
export function analyzeSentences(
  sentences: readonly Sentence[],
  known: KnownStatements = () => null,
  publishedAt: string | null = null,
): Analysis {
  const language = languageOfSentences(sentences)
  const stored = sentences.map(({ text, zone }) => known(text, zone === 'headline'))
  const open = sentences.filter((_, index) => !stored[index])
  const found = language.unsupported ? open.map(({ text }) => wholeSentence(text)) : statementsOfAll(open)
  let next = 0
  const statements = stored.map((list) => list ?? found[next++] ?? [])
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
