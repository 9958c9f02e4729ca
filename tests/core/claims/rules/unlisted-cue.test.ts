import { describe, expect, it } from 'vitest'
import { attributionsIn } from './attributing.ts'

describe('beside a quotation any verb attributes', () => {
  it.each([
    ['“The boat leaks,” grumbled Orla Quist.', ['Orla Quist | “The boat leaks,”']],
    ['“The boat leaks,” Orla Quist marvelled.', ['Orla Quist | “The boat leaks,”']],
    [
      '“The boat leaks,” the skipper bellowed, “and the pump is broken.”',
      ['the skipper | “The boat leaks,” … “and the pump is broken.”'],
    ],
  ])('%s', (text, expected) => expect(attributionsIn(text)).toEqual(expected))

  it.each([['Orla Quist grumbled about the boat.'], ['The “Halcyon” sank off Pellow.']])('%s attributes nothing', (text) =>
    expect(attributionsIn(text)).toEqual([]),
  )
})
