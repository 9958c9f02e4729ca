import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../../../src/core/article.ts'
import { align } from '../../../../src/core/changes/align/align.ts'
import { sentencesOf } from '../../../../src/core/text/sentences.ts'
import { bodyOf, type Draft, draft, revision } from '../articles.ts'

/** Sentences one after another; those that begin with "# " are headlines. */
function sentences(...texts: string[]): Sentence[] {
  let at = 0
  return texts.map((text) => {
    const headline = text.startsWith('# ')
    const sentence = { zone: headline ? 'headline' : 'body', start: at, end: at + text.length, text } as const
    at += headline ? 0 : text.length + 1
    return sentence
  })
}

/** "0>0" a pair, "0>0,1" a split, "0,1>0" a merge, with "up" or "down" if moved. */
const told = (a: string[], b: string[]) =>
  align(sentences(...a), sentences(...b)).map((g) => `${g.before}>${g.after}${g.moved ? ` ${g.moved}` : ''}`)

const RAIN = 'Heavy rain flooded the cellars of the abbey at Orle.'
const OWL = 'A snowy owl was seen on the roof of the town hall.'
const TRAM = 'The tram line to the docks will open in the autumn.'
const CHESS = 'Chess players from nine countries met in the casino.'

describe('align', () => {
  it.each<[string, string[], string[], string[]]>([
    ['sentences that stay', [RAIN, OWL], [RAIN, OWL], ['0>0', '1>1']],
    ['one taken away, one added', [RAIN, OWL, TRAM], [RAIN, TRAM, CHESS], ['0>0', '2>1']],
    ['one moved up past two', [RAIN, OWL, TRAM, CHESS], [CHESS, RAIN, OWL, TRAM], ['0>1', '1>2', '2>3', '3>0 up']],
    ['one moved down past two', [CHESS, RAIN, OWL, TRAM], [RAIN, OWL, TRAM, CHESS], ['0>3 down', '1>0', '2>1', '3>2']],
    [
      'near twins, never swapped',
      [RAIN, 'In Lunden, 12 were hurt.', 'In Marsk, 12 were hurt.', OWL],
      [RAIN, 'In Lunden, 15 were hurt.', 'In Marsk, 12 were hurt.', OWL],
      ['0>0', '1>1', '2>2', '3>3'],
    ],
    [
      'twins of which one goes',
      [RAIN, 'In Lunden, 12 were hurt.', 'In Marsk, 12 were hurt.', OWL],
      [RAIN, 'In Marsk, 19 were hurt.', OWL],
      ['0>0', '2>1', '3>2'],
    ],
    [
      'twins of which one goes, one comes and one stays',
      [RAIN, 'In Marsk, 2 were hurt.', 'In Ardle, 3 were hurt.', OWL],
      [RAIN, 'In Ardle, 4 were hurt.', 'In Varsk, 2 were hurt.', OWL],
      ['0>0', '2>1', '3>3'],
    ],
    [
      'a twin that shares only a figure with what is no longer told',
      [RAIN, 'In Marsk, 2 were hurt.', OWL],
      [RAIN, 'In Marsk, 3 were hurt.', 'In Pellow, 2 were hurt.', OWL],
      ['0>0', '1>1', '2>3'],
    ],
    ['the same sentence twice', [RAIN, OWL, RAIN], [OWL, RAIN], ['1>0', '2>1']],
    ['other words at the same place', [RAIN, OWL, TRAM], [RAIN, 'On the roof sat a white bird.', TRAM], ['0>0', '1>1', '2>2']],
    [
      'a split',
      [RAIN, 'The abbey, which monks built in 1203 with stone from Varsk, draws 9,000 visitors a year.', OWL],
      [RAIN, 'The abbey draws 9,000 visitors a year.', 'Monks built it in 1203 with stone from Varsk.', OWL],
      ['0>0', '1>1,2', '2>3'],
    ],
    [
      'a split of which a part opens with a pronoun and brings words of its own',
      [RAIN, 'The lighthouse on Cape Wyn, designed by Ida Brandt, guides trawlers through the strait.', OWL],
      [
        RAIN,
        'The lighthouse on Cape Wyn guides trawlers through the strait.',
        'It is the work of Ida Brandt, an engineer.',
        OWL,
      ],
      ['0>0', '1>1,2', '2>3'],
    ],
    [
      'an added sentence that tells little of one that stays nearly as it was',
      [RAIN, 'The lighthouse on Cape Wyn guides trawlers through the strait every night.', OWL],
      [
        RAIN,
        'The lighthouse on Cape Wyn guides trawlers through the strait.',
        'Ferries cross every night from a pier nearby.',
        OWL,
      ],
      ['0>0', '1>1', '2>3'],
    ],
    [
      'a merge',
      [RAIN, 'The abbey has 40 rooms.', 'It is heated by a spring.', OWL],
      [RAIN, 'The abbey has 40 rooms and is heated by a spring.', OWL],
      ['0>0', '1,2>1', '3>2'],
    ],
    [
      'an added sentence beside one that was not split',
      [RAIN, 'The owl flew off at noon.', TRAM],
      [RAIN, 'The owl flew off at one.', 'Children had given it the name Ludmila.', TRAM],
      ['0>0', '1>1', '2>3'],
    ],
    ['headlines only with each other', ['# Owl on roof', OWL], ['# Rain floods abbey', RAIN, OWL], ['0>0', '1>2']],
    ['nothing', [], [RAIN], []],
    ['sentences without words', ['…', '—'], ['—', '…'], ['0>1', '1>0 up']],
    [
      'another matter at the same place',
      [RAIN, 'A choir from Lunden sang there.', TRAM],
      [RAIN, 'The miller, Otto Pym, has asthma.', TRAM],
      ['0>0', '2>2'],
    ],
    ['a note in the place of a sentence', [RAIN, OWL, TRAM], [RAIN, 'Correction: It rained less.', TRAM], ['0>0', '2>2']],
  ])('%s', (_, a, b, groups) => {
    expect(told(a, b)).toEqual(groups)
  })

  it('takes time in proportion to the text, however alike the sentences are', () => {
    const many = Array.from({ length: 4000 }, (_, n) => `It rained in the ${n % 3 ? 'north' : 'south'}.`)
    const groups = align(sentences(...many), sentences(...many.slice(7), 'It snowed.'))
    expect(groups.length).toBe(3993)
  })

  const sentencesOfDraft = (d: Draft) => sentencesOf({ title: d.title, body: bodyOf(d) })

  it('swapping the versions mirrors the links, but those of a matter that moved on: time has one direction', () => {
    fc.assert(
      fc.property(revision, (drafts) => {
        const [a, b] = drafts.map(sentencesOfDraft) as [Sentence[], Sentence[]]
        const told = align(a, b, 'words').map((g) => [g.before, g.after] as const)
        const mirrored = align(b, a, 'words').map((g) => [g.after, g.before] as const)
        const links = (groups: typeof told) => groups.map(([i, j]) => `${i}>${j}`)
        expect(links(mirrored).sort()).toEqual(links(told).sort())
      }),
    )
  })

  it('moved sentences are those outside an order that the others keep', () => {
    fc.assert(
      fc.property(draft.map(sentencesOfDraft), draft.map(sentencesOfDraft), (a, b) => {
        const groups = align(a, b).map((g) => ({ i: g.before[0] ?? 0, j: g.after[0] ?? 0, moved: g.moved }))
        const stayed = groups.filter((g) => !g.moved).sort((p, q) => p.i - q.i)
        for (const [n, { j }] of stayed.entries()) if (n > 0) expect(j).toBeGreaterThan(stayed[n - 1]?.j ?? 0)
        const keepsOrder = (g: (typeof groups)[number]) => stayed.every((s) => s.i < g.i === s.j < g.j)
        for (const group of groups) if (group.moved) expect(keepsOrder(group)).toBe(false)
      }),
    )
  })

  it('never swaps near twins', () => {
    const towns = ['Lunden', 'Marsk', 'Orle', 'Varsk', 'Pellow', 'Ardle']
    const amounts = fc.array(fc.integer({ min: 2, max: 40 }), { minLength: towns.length, maxLength: towns.length })
    const told = fc.constantFrom(
      (town: string, n: number) => `In ${town}, ${n} were hurt.`,
      (town: string, n: number) => `Police in ${town} said ${n} people were hurt when the roof fell.`,
      (town: string, n: number) => `${n} houses in ${town} lost power on Monday.`,
    )
    const list = fc.record({ named: fc.subarray(towns), amounts })
    fc.assert(
      fc.property(told, list, list, (tell, x, y) => {
        const lines = ({ named, amounts }: typeof x) => [RAIN, ...named.map((t, n) => tell(t, amounts[n] ?? 0)), OWL]
        const groups = align(sentences(...lines(x)), sentences(...lines(y)))
        for (const [n, town] of x.named.entries()) {
          const there = y.named.indexOf(town)
          if (there >= 0) expect(groups.find((g) => g.before.includes(n + 1))?.after).toEqual([there + 1])
        }
      }),
      { numRuns: 1000 },
    )
  })
})
