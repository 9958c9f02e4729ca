/** Reporting words that make a sentence someone's statement: saying, writing, finding. Attitudes ("loves", "approves", "sees") do
 * not: a sentence that gains one of those has not gained a source. */
import { formsOf } from '../../claims/morphology.ts'

const LEMMAS =
  'say tell add state report claim announce write note confirm admit acknowledge concede warn caution insist argue maintain assert contend ' +
  'deny dispute estimate predict forecast conclude find show reveal suggest indicate testify allege declare explain remark observe promise pledge vow ' +
  'comment reply respond answer recall stress emphasise emphasize underline boast joke complain lament protest retort repeat reiterate recount describe ' +
  'believe think hope fear expect suspect calculate disclose inform advise assure remind signal hint imply charge accuse quote cite ' +
  'tweet post mention propose recommend guarantee swear attest certify rule determine'

const NOUNS = 'statement remark prediction claim warning according'

const FORMS: ReadonlySet<string> = new Set([
  ...LEMMAS.split(' ').flatMap((lemma) => [lemma, ...formsOf(lemma).keys()]),
  ...NOUNS.split(' '),
])

/** Is the lower-case word, in any form, such a reporting word? */
export const isSpeech = (word: string): boolean => FORMS.has(word)
