/** Invented articles and their edits, for the properties of tracking and comparing. */
import fc from 'fast-check'
import { analyze } from '../../../src/core/analysis.ts'
import type { Analysis } from '../../../src/core/article.ts'

/** Sentences about unlike things, so that each is known by its words alone. */
const SENTENCES = [
  'The ferry Halcyon ran aground on a sandbank off Pellow at low tide.',
  'Nurses at the Quarry Road clinic will strike on 4 June, their union said.',
  'A swarm of bees closed the post office in Ardle for 3 hours.',
  'The orchestra has hired 12 new violinists from abroad.',
  '"We never had the money for a proper roof," said Orla Dunnet, the churchwarden.',
  'Prices of barley rose 7 percent in the week to Friday, according to the grain board.',
  'Mayor Tobin Crake promised a footbridge over the railway.',
  'The lighthouse keeper, who is 61, grows tomatoes under glass.',
  'Scientists found a new kind of moss on the north wall of the castle.',
  'Snow could block the pass at Mirren before the weekend.',
  'Two burglars were caught asleep in a bakery cellar.',
  'The bank reported a loss of 40 million crowns.',
  'Her novel about glassblowers won a prize in Varsk.',
  'Trams on the harbour line did not run on Tuesday.',
  'An old map of the marshes was sold to a collector of clocks.',
  'The swimmers had crossed the strait in fog without a pilot boat.',
] as const

const TITLES = ['Ferry aground off Pellow', 'Nurses to strike in June', 'Bees close post office for 3 hours'] as const

/** What an editor does to one sentence. */
const EDITS: readonly ((sentence: string) => string)[] = [
  (s) => s,
  (s) => s.replace(/\d+/, (n) => String(Number(n) + 5)),
  (s) => s.replace(/\bwill\b/, 'may'),
  (s) => s.replace(/\b(is|was|were|has|had)\b/, '$1 not'),
  (s) => s.replace(/^The /, 'The old '),
  (s) => s.replace(/ said\b/, ' claimed'),
  (s) => s.replace(/"([^"]*)"/, '“$1”'),
]

export interface Draft {
  readonly title: string
  readonly paragraphs: readonly (readonly string[])[]
}

export const bodyOf = ({ paragraphs }: Draft): string => paragraphs.map((p) => p.join(' ')).join('\n\n')

export const analysisOf = (draft: Draft): Analysis => analyze({ title: draft.title, body: bodyOf(draft), publishedAt: null })

/** A version: some of the sentences in some order, each with one edit, cut into paragraphs. */
export const draft: fc.Arbitrary<Draft> = fc
  .record({
    title: fc.constantFrom('', ...TITLES),
    order: fc.shuffledSubarray([...SENTENCES.keys()], { minLength: 1 }),
    edits: fc.array(fc.nat(EDITS.length - 1), { minLength: SENTENCES.length, maxLength: SENTENCES.length }),
    breaks: fc.array(fc.boolean(), { minLength: SENTENCES.length, maxLength: SENTENCES.length }),
  })
  .map(({ title, order, edits, breaks }) => {
    const paragraphs: string[][] = [[]]
    for (const n of order) {
      if (breaks[n] && paragraphs.at(-1)?.length) paragraphs.push([])
      paragraphs.at(-1)?.push((EDITS[edits[n] ?? 0] as (s: string) => string)(SENTENCES[n] ?? ''))
    }
    return { title, paragraphs }
  })

/** A version and a later one that keeps the order of its sentences, so that nothing is moved. */
export const revision: fc.Arbitrary<readonly [Draft, Draft]> = fc
  .tuple(
    fc.subarray([...SENTENCES.keys()], { minLength: 1 }),
    fc.subarray([...SENTENCES.keys()], { minLength: 1 }),
    fc.array(fc.nat(EDITS.length - 1), { minLength: SENTENCES.length, maxLength: SENTENCES.length }),
  )
  .map(([first, second, edits]) => {
    const text = (list: readonly number[], edited: boolean): Draft => ({
      title: '',
      paragraphs: [list.map((n) => (EDITS[edited ? (edits[n] ?? 0) : 0] as (s: string) => string)(SENTENCES[n] ?? ''))],
    })
    return [text(first, false), text(second, true)] as const
  })

/** What a desk's software does to a text: marks, hyphens, spaces and a headline's capitals, never words. */
const TYPOGRAPHY: readonly ((text: string) => string)[] = [
  (s) => s.replace(/"([^"]*)"/g, '“$1”'),
  (s) => s.replace(/"([^"]*)"/g, '«$1»'),
  (s) => s.replace(/ /g, '\u00a0'),
  (s) => s.replace(/ /g, '  '),
  (s) => s.replace(/, /g, ' '),
  (s) => s.replace(/'/g, '’'),
  (s) => s.replace(/([a-z])-([a-z])/g, '$1\u2010$2'),
  (s) => s.replace(/\.$/, '…').replace(/…$/, '.'),
]
const CAPITALS: readonly ((text: string) => string)[] = [
  (s) => s,
  (s) => s.toUpperCase(),
  (s) => s.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  (s) => s.charAt(0) + s.slice(1).toLowerCase(),
]

/** A version, and the same after cosmetic edits. */
export const restyled: fc.Arbitrary<readonly [Draft, Draft]> = fc
  .record({
    before: draft,
    capitals: fc.nat(CAPITALS.length - 1),
    edits: fc.array(fc.nat(TYPOGRAPHY.length - 1), { minLength: SENTENCES.length, maxLength: SENTENCES.length }),
  })
  .map(({ before, capitals, edits }) => {
    let n = 0
    const edited = (sentence: string) => TYPOGRAPHY[edits[n++] ?? 0]?.(sentence) ?? sentence
    const title = CAPITALS[capitals]?.(before.title) ?? before.title
    return [before, { title, paragraphs: before.paragraphs.map((p) => p.map(edited)) }] as const
  })
