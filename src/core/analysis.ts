/** Extracts the claims of one version of an article: its sentences, their statements, and their resolved context. */
import type { Analysis, ArticleText, FoundClaim, Sentence, Statement, Zone } from './article.ts'
import { resolveContexts } from './claims/resolve-contexts.ts'
import { statementsOf, statementsOfAll } from './claims/statements.ts'
import { wholeSentence } from './claims/whole-sentence.ts'
import { furnitureIn } from './furniture/furniture.ts'
import { BEGINNING, languageOf, type TextLanguage } from './text/language.ts'
import { sentencesOf } from './text/sentences.ts'

/** The version of the extraction engine. Another engine may find other claims in the same text. */
export const ENGINE = '6'

/** Returns the stored statements of a sentence (none: it is furniture), or null if the sentence must be extracted. */
export type KnownStatements = (sentence: string, headline: boolean) => readonly Statement[] | null

/** Extracts the statements of a single sentence of the story, at least one. */
export type Extract = (sentence: string, headline: boolean) => readonly Statement[]

/**
 * Selects how the sentences of a text are extracted: by the rules, or as one claim a sentence if the rules do not support the
 * language.
 */
export function extractionFor(sentences: readonly Sentence[]): Extract {
  return languageOfSentences(sentences).unsupported ? wholeSentence : statementsOf
}

/** Returns the texts of the sentences that are furniture; none if the rules do not support the language. */
export function furnitureOf(sentences: readonly Sentence[]): ReadonlySet<string> {
  return languageOfSentences(sentences).unsupported ? NONE : furnitureIn(sentences)
}
const NONE: ReadonlySet<string> = new Set()

/**
 * Extracts all claims of a text, in text order, at least one a sentence that is not furniture. Offsets of sentences count from the title or the body,
 * those of statements from their sentence. The function is pure, linear in the length of the text, and never throws.
 */
export function analyze(text: ArticleText): Analysis {
  return analyzeSentences(sentencesOf(text), () => null, text.publishedAt)
}

/**
 * Does the same as `analyze` for a text that is already cut into sentences. Decides which of them are furniture: a sentence with
 * known statements is what it was.
 */
export function analyzeSentences(
  sentences: readonly Sentence[],
  known: KnownStatements = () => null,
  publishedAt: string | null = null,
): Analysis {
  const language = languageOfSentences(sentences)
  const furniture = language.unsupported ? NONE : furnitureIn(sentences)
  const stored = sentences.map(({ text, zone }) => {
    const headline = zone === 'headline'
    return known(text, headline) ?? (!headline && furniture.has(text) ? [] : null)
  })
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
  return { sentences: zoned(sentences, (index) => statements[index]?.length === 0), claims, ...language }
}

function languageOfSentences(sentences: readonly Sentence[]): TextLanguage {
  let text = ''
  for (const sentence of sentences) {
    if (text.length >= BEGINNING) break
    text += `${sentence.text.slice(0, BEGINNING)}\n`
  }
  return languageOf(text)
}

/**
 * Returns the sentences with their zones once it is known which are furniture. If the whole first paragraph is furniture, the
 * lead is the first paragraph that is not.
 */
function zoned(sentences: readonly Sentence[], isFurniture: (index: number) => boolean): readonly Sentence[] {
  const leads = sentences.some(({ zone }, index) => zone === 'lead' && !isFurniture(index))
  let last: Sentence | null = null
  let inLead = !leads
  return sentences.map((sentence, index) => {
    if (sentence.zone === 'headline') return sentence
    if (isFurniture(index)) return inZone(sentence, 'furniture')
    if (leads) return sentence.zone === 'lead' ? sentence : inZone(sentence, 'body')
    if (last && sentence.start - last.end > 1) inLead = false
    last = sentence
    return inZone(sentence, inLead ? 'lead' : 'body')
  })
}

const inZone = (sentence: Sentence, zone: Zone): Sentence => (sentence.zone === zone ? sentence : { ...sentence, zone })
