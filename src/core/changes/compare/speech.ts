/**
 * Reporting words that make a sentence someone's statement: saying, writing, finding, believing. Words for wishes and likings
 * ("loves", "approves", "sees") do not: a sentence that gains one of those has not gained a source.
 */

import { inflectionsOf } from '../../lexicon/inflections.ts'
import { REPORTING_VERBS } from '../../lexicon/reporting-verbs.ts'

/** Verbs that take a clause but report nothing by themselves. */
const SILENT = new Set(
  'know feel understand realize realise learn remember discover decide agree disagree wish want expect see consider regard continue figure wonder persuade convince threaten'.split(
    ' ',
  ),
)

/** Manners of speaking and believing, besides the reporting verbs of extraction. */
const MANNERS =
  'grumble moan mutter mumble murmur whisper gripe growl snap sigh scream sob stammer gloat crow fume rant grouse muse opine venture concur rejoin ' +
  'interject plead preach lecture volunteer profess purport attribute proclaim pronounce trumpet tout deduce infer gather judge rate diagnose ' +
  'forewarn disbelieve dissent object protest determine propose recommend quote cite accuse blame'

const NOUNS = 'statement remark prediction claim warning according'

const LEMMAS: readonly string[] = [
  ...[...REPORTING_VERBS.values()].flatMap(({ lemma, frames }) => (/[stw]/.test(frames) && !SILENT.has(lemma) ? [lemma] : [])),
  ...MANNERS.split(' '),
  'expect',
]

const LEMMA_OF: ReadonlyMap<string, string> = new Map(
  LEMMAS.flatMap((lemma) => [
    [lemma, lemma] as const,
    ...[...inflectionsOf(lemma).keys()].map((form) => [form, lemma] as const),
  ]),
)
const NOT_VERBS: ReadonlySet<string> = new Set(NOUNS.split(' '))

/** Returns true if the lower-case word is such a reporting word, in any form. */
export const isSpeech = (word: string): boolean => LEMMA_OF.has(word) || NOT_VERBS.has(word)

/** "grumbled" → grumble; null for a word that reports nothing. */
export const speechLemma = (word: string): string | null => LEMMA_OF.get(word) ?? null
