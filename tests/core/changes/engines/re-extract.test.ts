import { describe, expect, it } from 'vitest'
import { analyzeSentences, extractionFor } from '../../../../src/core/analysis.ts'
import { reExtract } from '../../../../src/core/changes/engines/re-extract.ts'
import { wholeSentence } from '../../../../src/core/claims/whole-sentence.ts'
import { sentencesOf } from '../../../../src/core/text/sentences.ts'

const SAID = 'Mayor Tobin Crake said that rents fell, and Edda Lorne said that wages rose.'
const ENGLISH = 'The ferry of the island was late on the day of the fair.'
const DUTCH =
  'Het schip is vannacht op een zandbank gelopen en er zijn geen gewonden. De reders hebben nog niet gezegd wat het gaat kosten. Dat is voor de haven niet goed, want het is al de derde keer dat een schip hier op een bank loopt.'

const cut = (body: string) => sentencesOf({ title: '', body })

describe('retell tells the sentences of an older engine as today’s tells the text', () => {
  it.each([
    ['English', `${SAID} ${ENGLISH}`, ['named', 'named', 'author']],
    ['Dutch', `${SAID} ${DUTCH}`, ['author', 'author', 'author', 'author']],
  ])('in %s', (_, body, kinds) => {
    const sentences = cut(body)
    const { claims: older } = analyzeSentences(sentences, wholeSentence)
    const { claims } = reExtract(sentences, older, () => true)
    expect(claims.map(({ claim }) => claim.statement)).toEqual(analyzeSentences(sentences).claims.map((c) => c.statement))
    expect(claims.map(({ claim }) => claim.statement.source.kind)).toEqual(kinds)
  })

  it('a sentence alone, as the text that it goes with', () => {
    const [sentence] = [cut(SAID)]
    const { claims: older } = analyzeSentences(sentence, wholeSentence)
    const found = (body: string) => reExtract(sentence, older, () => true, { extract: extractionFor(cut(body)) }).claims.length
    expect([found(ENGLISH), found(DUTCH)]).toEqual([2, 1])
  })
})
