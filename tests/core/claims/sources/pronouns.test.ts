/** "He" and "she" as sources: resolved with evidence, else to nobody. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'

/** The names of the attributed claims of a text, in order; '-' for a source without a name. */
function namesIn(body: string): string[] {
  const { claims } = analyze({ title: '', body, publishedAt: null })
  return claims.flatMap(({ reading }) => (reading.kind === 'author' ? [] : [reading.name ?? '-']))
}

describe('who spoke in the sentence before speaks on', () => {
  it.each([
    ['Dr Anil Sethwa, who treated Ivo Threl, denied that it was late. He said the ward was full.', 'Anil Sethwa'],
    [
      'Fionn Halpin left the room. The director of planning, Gra Tolan, said it was wrong. She said it would flood.',
      'Gra Tolan',
    ],
    [
      'The fire reached the town of Arroyo Pinto. Sheriff Dell Hutch said it was over. “We are safe,” he told reporters.',
      'Dell Hutch',
    ],
    [
      'Fire chief Rosal Achter said winds had eased. Forecasters were calm, but she warned that a spark was enough.',
      'Rosal Achter',
    ],
    ['Mayor Bex Sandov of Arroyo Pinto called for calm. She said help had come.', 'Bex Sandov'],
    ['Dell Hutch said many had left, although he cautioned that some would return.', 'Dell Hutch'],
    ['Its director, Colm Brann, said the plan was sound. He said no one had been asked.', 'Colm Brann'],
    ['Cllr Seam Doorl left. Its director, Colm Brann, said the plan was sound. He said no one had been asked.', 'Colm Brann'],
  ])('%s', (text, expected) => expect(namesIn(text).at(-1)).toBe(expected))
})

describe('nobody is named where two may be meant', () => {
  it.each([
    ['Rune Dall met Tavi Holt in May. She said it went well.'],
    ['Rune Dall said Tavi Holt had met Mark Orr. Then Tavi Holt and Rune Dall left. He said it was late.'],
    ['Mrs Dall said it was late. He said it was early.'],
    ['The mill of Rune Dall burned. Tavi Holt and Ana Roe ran. He said it was arson.'],
  ])('%s', (text) => expect(namesIn(text).at(-1)).toBe('-'))
})

describe('kin and roles name people by one name', () => {
  it.each([
    ['Ivo Threl died in May. Ivo’s father, Peter, said the family had waited. “No one came,” he said.', ['Peter', 'Peter']],
    ['Ivo Threl died in May. His mother, Dorrit, said he had been well.', ['Dorrit']],
    ['Ivo Threl died in May. His aunt, a nurse, said he had been well.', ['-']],
    ['A neighbour, Dorrit, said the boy had been well.', ['Dorrit']],
  ])('%s', (text, expected) => expect(namesIn(text)).toEqual(expected))
})
