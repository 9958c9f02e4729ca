/** Which words are the evidence of which change. */
import { expect, test } from 'vitest'
import { aboutWords, type Evident } from '../../../src/core/diff/word-evidence.ts'
import { wordParts } from '../../../src/core/diff/word-parts.ts'

const softened: Evident = {
  index: 3,
  kinds: ['softened', 'reworded'],
  evidence: [{ kind: 'softened', rule: 'r', before: null, after: 'may' }],
}
const number: Evident = {
  index: 5,
  kinds: ['number_changed'],
  evidence: [{ kind: 'number_changed', rule: 'r', before: '12', after: '14' }],
}
const added: Evident = {
  index: 1,
  kinds: ['introduced'],
  evidence: [{ kind: 'introduced', rule: 'r', before: null, after: 'The fares may rise by 14 euros' }],
}

/** Each changed part with its change and kind. */
function shown(a: string, b: string, ...changes: Evident[]) {
  const parts = wordParts(a, b)
  return aboutWords(parts, changes).flatMap((about, i) => {
    const part = parts[i]
    return part && part.kind !== 'equal' ? [`${part.text.trim()}: ${about ? `${about.kind} of ${about.change}` : 'none'}`] : []
  })
}

test.each<[string, string, string, Evident[], string[]]>([
  [
    'each pair has the kind whose evidence it holds',
    'Fares will rise by 12 euros.',
    'Fares may rise by 14 euros.',
    [number, softened],
    ['will: softened of 3', 'may: softened of 3', '12: number_changed of 5', '14: number_changed of 5'],
  ],
  [
    'words that are no evidence are about nothing, beside words that are',
    'Fares will rise quickly, he said.',
    'Fares may rise slowly, he said.',
    [softened],
    ['will: softened of 3', 'may: softened of 3', 'quickly: none', 'slowly: none'],
  ],
  [
    'a kind that names words comes before one of a whole claim',
    'Fares will rise.',
    'Fares may rise.',
    [added, softened],
    ['will: softened of 3', 'may: softened of 3'],
  ],
  [
    'where no words are evidence, all are about the weightiest kind',
    'Fares rise now.',
    'Fares rise later.',
    [{ index: 0, kinds: ['reworded', 'negated'], evidence: [] }],
    ['now: negated of 0', 'later: negated of 0'],
  ],
  ['without a change they are about nothing', 'Fares rise now.', 'Fares rise later.', [], ['now: none', 'later: none']],
])('%s', (_, a, b, changes, expected) => expect(shown(a, b, ...changes)).toEqual(expected))
