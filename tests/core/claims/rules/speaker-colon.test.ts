import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

/** "kind source | content" of each attribution. */
function told(text: string): string[] {
  const words = (spans: readonly (readonly [number, number])[]) => spans.map((span) => text.slice(...span)).join(' … ')
  return statementsOf(text, false)
    .filter(({ source }) => source.kind !== 'author')
    .map(({ source, content }) => `${source.kind} ${words(source.spans)} | ${words(content)}`)
}

describe('a speaker’s line', () => {
  it.each([
    ['MR. HALE: We will go.', ['named MR. HALE | We will go']],
    ['Mr. Hale: We will go.', ['named Mr. Hale | We will go']],
    ['“MR. HALE: We will go.', ['named MR. HALE | We will go']],
    ['MR. HALE: WE WILL GO.', ['named MR. HALE | WE WILL GO']],
    ['THE COURT: SIT DOWN NOW.', ['named THE COURT | SIT DOWN NOW']],
    ['THE COURT: Sit down.', ['named THE COURT | Sit down']],
    ['Orla Quist, mayor of Lesk: We will go.', ['named Orla Quist, mayor of Lesk | We will go']],
    ['SEN. ORLA QUIST (D-OHIO): We will go.', ['named SEN. ORLA QUIST (D-OHIO) | We will go']],
    ['Q: Did the dam hold?', ['unnamed Q | Did the dam hold']],
    ['A: It did not.', ['unnamed A | It did not']],
    ['10:42 a.m. Mr. Hale: We will go.', ['named Mr. Hale | We will go']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))

  it.each([
    ['Correction: The dam held.'],
    ['Read more: The dam held.'],
    ['Editor’s note: The dam held.'],
    ['Lesk, March 3: The dam held.'],
    ['Hale, who was late: The dam held.'],
    ['Ratio: 3'],
  ])('is not %s', (text) => expect(told(text)).toEqual([]))
})

describe('a speaker’s turn', () => {
  const readings = (body: string) =>
    analyze({ title: '', body, publishedAt: null }).claims.map(({ reading }) => `${reading.kind} ${reading.name}`)

  it('goes on to the end of its paragraph', () =>
    expect(readings('MS. QUIST: We will go. The bridge is safe.\n\nMR. HALE: It fell. Few saw it.\n\nRain fell.')).toEqual([
      'named Quist',
      'named Quist',
      'named Hale',
      'named Hale',
      'author null',
    ]))
  it('finds the full name', () =>
    expect(readings('Orla Quist came.\n\nMS. QUIST: We will go.\n\nHALE: We will stay.')).toEqual([
      'author null',
      'named Orla Quist',
      'named HALE',
    ]))
  it('is none where a single line has a colon', () =>
    expect(readings('BRANT: The dam held. Rain fell.')).toEqual(['named BRANT', 'author null']))
})
