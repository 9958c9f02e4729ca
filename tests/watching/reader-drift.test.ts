/** A difference of a newer reader is no edit; a change by the site is one, also where both happen at once. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type PageText, withoutDrift } from '../../src/watching/reader-drift.ts'

const text = (...paragraphs: string[]): PageText => ({ title: 'T', byline: null, body: paragraphs.join('\n\n') })

describe('the text that is stored', () => {
  it.each<[name: string, stored: string[], then: string[], now: string[], expected: string[]]>([
    [
      'stays where only the reader differs',
      ['caption', 'one', 'two'],
      ['one', 'two'],
      ['one', 'two'],
      ['caption', 'one', 'two'],
    ],
    [
      'takes an edit beside a paragraph that is no longer read',
      ['caption', 'one', 'two'],
      ['one', 'two'],
      ['one', 'TWO'],
      ['caption', 'one', 'TWO'],
    ],
    [
      'takes an addition at its end',
      ['one', 'two', 'share this'],
      ['one', 'two'],
      ['one', 'two', 'three'],
      ['one', 'two', 'three', 'share this'],
    ],
    ['takes an addition at its beginning', ['caption', 'one'], ['one'], ['zero', 'one'], ['zero', 'caption', 'one']],
    ['loses what the site dropped', ['caption', 'one', 'two'], ['one', 'two'], ['two'], ['caption', 'two']],
    [
      'does not gain what only today’s reader reads',
      ['one', 'two'],
      ['one', 'list', 'two'],
      ['one', 'list', 'two'],
      ['one', 'two'],
    ],
    ['does not tell that this changed', ['one', 'two'], ['one', 'list', 'two'], ['one', 'LIST', 'two'], ['one', 'two']],
    [
      'takes an edit of a paragraph that both read',
      ['one', 'two'],
      ['one', 'list', 'two'],
      ['ONE', 'list', 'two'],
      ['ONE', 'two'],
    ],
  ])('%s', (_, stored, then, now, expected) => {
    expect(withoutDrift(text(...stored), text(...then), text(...now))?.text.body.split('\n\n')).toEqual(expected)
  })
})

it('is no concern where today’s reader reads what was stored', () => {
  expect(withoutDrift(text('one', 'two'), text('one', 'two'), text('one', 'TWO'))).toBeNull()
})

test('a headline that is read otherwise stays, and one that the site changed is taken', () => {
  const [stored, then] = [
    { ...text('one'), title: 'Old | Post' },
    { ...text('one'), title: 'Old' },
  ]
  expect(withoutDrift(stored, then, { ...then })?.text.title).toBe('Old | Post')
  expect(withoutDrift(stored, then, { ...then, title: 'New' })?.text.title).toBe('New')
})

const paragraphs: fc.Arbitrary<string[]> = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), {
  minLength: 1,
  maxLength: 9,
})

test('nothing changes where the site changed nothing', () => {
  fc.assert(
    fc.property(paragraphs, paragraphs, (stored, then) => {
      const merged = withoutDrift(text(...stored), text(...then), text(...then))
      expect(merged === null ? stored : merged.text.body.split('\n\n')).toEqual(stored)
    }),
  )
})

test('a paragraph that came is there, and one that went is not, unless only today’s reader reads that place', () => {
  fc.assert(
    fc.property(paragraphs, fc.nat(), fc.nat(), (page, at, drop) => {
      const then = page
      const now = then.toSpliced(at % (then.length + 1), 0, 'NEW')
      const stored = ['caption', ...then.toSpliced(drop % then.length, 0, 'promo')]
      const merged = withoutDrift(text(...stored), text(...then), text(...now))
      const body = merged?.text.body.split('\n\n') ?? []
      expect(body.filter((one) => one === 'NEW')).toHaveLength(1)
      expect(body.filter((one) => one !== 'NEW')).toEqual(stored)
    }),
  )
})
