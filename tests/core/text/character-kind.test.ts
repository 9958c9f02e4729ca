import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  characterKind,
  LATIN_CAPITALS,
  LATIN_DIGITS,
  LATIN_LETTERS,
  LATIN_TEXT,
} from '../../../src/core/text/character-kind.ts'

describe('characterKind', () => {
  it.each([
    ['a', 'letter'],
    ['Z', 'capital'],
    ['7', 'digit'],
    ['É', 'capital'],
    ['ß', 'letter'],
    ['½', 'digit'],
    ['“', 'other'],
    ['’', 'other'],
    ['-', 'other'],
    ['М', 'capital'],
    ['語', 'letter'],
    ['٣', 'digit'],
    ['𝐀', 'capital'],
    ['😀', 'other'],
    ['\ud83d', 'other'],
    ['', 'other'],
  ])('%j is %s', (character, kind) => expect(characterKind(character)).toBe(kind))

  it('tells what Unicode tells', () =>
    fc.assert(
      fc.property(fc.nat(0x10ffff), (code) => {
        const character = String.fromCodePoint(code)
        const kind = characterKind(character)
        expect(kind === 'capital').toBe(/\p{Lu}/u.test(character))
        expect(kind === 'capital' || kind === 'letter').toBe(/\p{L}/u.test(character))
        expect(kind === 'digit').toBe(/\p{N}/u.test(character))
      }),
    ))
})

it('the classes of Latin text are those of Unicode', () => {
  const [capital, letter, digit] = [LATIN_CAPITALS, LATIN_LETTERS, LATIN_DIGITS].map((list) => new RegExp(`[${list}]`))
  for (let code = 0; code < 0x3000; code++) {
    const character = String.fromCharCode(code)
    if (!LATIN_TEXT.test(character)) continue
    expect([character, capital?.test(character)]).toEqual([character, /\p{Lu}/u.test(character)])
    expect([character, letter?.test(character)]).toEqual([character, /\p{L}/u.test(character)])
    expect([character, digit?.test(character)]).toEqual([character, /\p{N}/u.test(character)])
    expect(character).not.toMatch(/\p{M}/u)
  }
})
