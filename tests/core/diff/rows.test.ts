/** Operations as rows: paragraphs together, and the places that moved sentences left. */
import { expect, test } from 'vitest'
import type { Sentence } from '../../../src/core/article.ts'
import { compare, type Side } from '../../../src/core/diff/compare.ts'
import { rowsOf } from '../../../src/core/diff/rows.ts'

/** A text of paragraphs, each a list of sentences. */
function side(...paragraphs: string[][]): Side {
  const body = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n')
  let from = 0
  const sentences = paragraphs.flat().map((text): Sentence => {
    const start = body.indexOf(text, from)
    from = start + text.length
    return { zone: 'body', start, end: from, text }
  })
  return { title: '', body, sentences }
}

const A = 'The mill at Orle burned to the ground on Monday.'
const B = 'Nobody was hurt in the fire, the brigade said.'
const C = 'The owner had closed the works two years ago.'
const D = 'Police are looking for two witnesses from the village.'
const E = 'A concert in the old barn was called off.'

/** Each row as its kind and the words of its first sentences; `>` before one that goes on in its paragraph. */
function shown(a: Side, b: Side): string[] {
  const operations = compare(a, b)
  return rowsOf(operations).map(({ kind, operations: own, continues }) => {
    const texts = own.map((i) => {
      const { before, after } = operations[i] ?? {}
      return ((kind === 'left' ? before : (after ?? before))?.text ?? '').split(' ').slice(0, 2).join(' ')
    })
    return `${continues ? '>' : ''}${kind}: ${texts.join(' + ')}`
  })
}

test.each<[string, Side, Side, string[]]>([
  [
    'equal sentences of a paragraph are one row',
    side([A, B], [C]),
    side([A, B], [C]),
    ['equal: The mill + Nobody was', 'equal: The owner'],
  ],
  [
    'so are inserted ones',
    side([A]),
    side([A], [B, C], [D]),
    ['equal: The mill', 'insert: Nobody was + The owner', 'insert: Police are'],
  ],
  ['and deleted ones', side([A], [B, C]), side([A]), ['equal: The mill', 'delete: Nobody was + The owner']],
  [
    'a row in the middle of a paragraph goes on in it',
    side([A, C]),
    side([A, B, C]),
    ['equal: The mill', '>insert: Nobody was', '>equal: The owner'],
  ],
  [
    'a sentence that moved down leaves its place',
    side([A], [E], [B], [C], [D]),
    side([A], [B], [C], [D], [E]),
    ['equal: The mill', 'left: A concert', 'equal: Nobody was', 'equal: The owner', 'equal: Police are', 'move: A concert'],
  ],
  [
    'and one that moved up',
    side([A], [B], [C], [D], [E]),
    side([E], [A], [B], [C], [D]),
    ['move: A concert', 'equal: The mill', 'equal: Nobody was', 'equal: The owner', 'equal: Police are', 'left: A concert'],
  ],
  [
    'the place lies before what was inserted after it',
    side([A], [E], [B], [C]),
    side([A], [D], [B], [C], [E]),
    ['equal: The mill', 'left: A concert', 'insert: Police are', 'equal: Nobody was', 'equal: The owner', 'move: A concert'],
  ],
  [
    'and splits what stood around it',
    side([A, E, B], [C], [D]),
    side([A, B], [C], [D], [E]),
    ['equal: The mill', '>left: A concert', '>equal: Nobody was', 'equal: The owner', 'equal: Police are', 'move: A concert'],
  ],
  [
    'the first sentence too',
    side([E], [A, B], [C]),
    side([A, B], [C], [E]),
    ['left: A concert', 'equal: The mill + Nobody was', 'equal: The owner', 'move: A concert'],
  ],
])('%s', (_, a, b, expected) => expect(shown(a, b)).toEqual(expected))

test('a move and its place name each other, and each operation has a row', () => {
  const operations = compare(side([A], [E], [B], [C], [D]), side([A], [B], [C], [D], [E]))
  const rows = rowsOf(operations)
  const move = rows.findIndex(({ kind }) => kind === 'move')
  const left = rows.findIndex(({ kind }) => kind === 'left')
  expect([rows[move]?.other, rows[left]?.other]).toEqual([left, move])
  expect(rows.flatMap(({ kind, operations: own }) => (kind === 'left' ? [] : own))).toEqual([...operations.keys()])
})

test('the title has rows of its own', () => {
  const text = side([A])
  const titled = (title: string): Side => ({
    ...text,
    title,
    sentences: [{ zone: 'headline', start: 0, end: title.length, text: title }, ...text.sentences],
  })
  expect(rowsOf(compare(titled('Mill Burns'), titled('Mill Burns Down'))).map(({ kind, part }) => [kind, part])).toEqual([
    ['replace', 'title'],
    ['equal', 'body'],
  ])
})
