/** Reporting words that make a sentence someone's statement: saying, writing, finding. Attitudes ("loves", "approves", "sees") do
 * not: a sentence that gains one of those has not gained a source. */

const LEMMAS =
  'say tell add state report claim announce write note confirm admit acknowledge concede warn caution insist argue maintain assert contend ' +
  'deny dispute estimate predict forecast conclude find show reveal suggest indicate testify allege declare explain remark observe promise pledge vow ' +
  'comment reply respond answer recall stress emphasise emphasize underline boast joke complain lament protest retort repeat reiterate recount describe ' +
  'believe think hope fear expect suspect calculate disclose inform advise assure remind signal hint imply charge accuse quote cite ' +
  'tweet post mention propose recommend guarantee swear attest certify rule determine according statement remark prediction claim warning'

const FORMS = 'said told wrote written found shown thought swore sworn'

const stems = new Set(`${LEMMAS} ${FORMS}`.split(' ').map((word) => stemOf(word)))

/** Is the word, in any form, such a reporting word? */
export const isSpeech = (word: string): boolean => stems.has(stemOf(word))

/** "reported", "reports", "reporting" → "report"; "denied" → "deni" */
function stemOf(word: string): string {
  const plain = word.toLowerCase()
  return plain
    .replace(/(?<=..)(ies|ied|ying|y)$/, 'i')
    .replace(/(?<=...)(ing|ed|es|s|e)$/, '')
    .replace(/(.)\1$/, '$1')
}
