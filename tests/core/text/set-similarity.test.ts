import { expect, it } from 'vitest'
import { diceSimilarity, sharedBy, shares } from '../../../src/core/text/set-similarity.ts'

it.each([
  ['tern gull', 'gull auk tern', ['tern', 'gull'], 0.8],
  ['tern gull', 'auk', [], 0],
  ['tern', 'tern', ['tern'], 1],
  ['', '', [], 0],
])('"%s" and "%s"', (a, b, both, likeness) => {
  const [x, y] = [a, b].map((words) => new Set(words.split(' ').filter(Boolean))) as [Set<string>, Set<string>]
  expect(sharedBy(x, y)).toEqual(both)
  expect(shares(x, y)).toBe(both.length > 0)
  expect(diceSimilarity(x, y)).toBeCloseTo(likeness)
})
