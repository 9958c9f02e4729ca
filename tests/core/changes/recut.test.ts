import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze, analyzeSentences } from '../../../src/core/analysis.ts'
import type { Analysis, Sentence } from '../../../src/core/article.ts'
import type { TrackState } from '../../../src/core/changes/change.ts'
import { compareClaims } from '../../../src/core/changes/compare-claims.ts'
import { trackAcrossEngines } from '../../../src/core/changes/engines/track-across-engines.ts'
import { track } from '../../../src/core/changes/track.ts'
import { sentencesOf } from '../../../src/core/text/sentences.ts'
import { analysisOf, draft } from './articles.ts'

/** The text cut at the marks "|", which are no part of it. */
function cutAt(marked: string): Analysis {
  const sentences: Sentence[] = []
  let body = ''
  for (const piece of marked.split('|')) {
    const start = body.length + piece.length - piece.trimStart().length
    body += piece
    sentences.push({ zone: 'body', start, end: body.trimEnd().length, text: piece.trim() })
  }
  return analyzeSentences(sentences)
}

const stepOf = (a: Analysis, b: Analysis) => track(track(null, a).state, b)
const numbersOf = (state: TrackState) => state.latest.claims.map((claim) => claim.number)

const BEES = 'A swarm of bees closed the post office in Ardle.'
const MOSS = 'Scientists found a new kind of moss on the wall.'
const TRAM = 'Trams did not run on Tuesday.'

describe('a text that is cut otherwise', () => {
  it.each([
    ['one became two', `${BEES} ${MOSS}| ${TRAM}`, `${BEES}| ${MOSS}| ${TRAM}`, [1, 2, 3]],
    ['two became one', `${BEES}| ${MOSS}| ${TRAM}`, `${BEES} ${MOSS}| ${TRAM}`, [1, 3]],
    ['cut at other places', `${BEES} ${MOSS}| ${TRAM}`, `${BEES}| ${MOSS} ${TRAM}`, [1, 2, 3]],
    ['with a paragraph between', `${BEES} ${MOSS}`, `${BEES}\n\n| ${MOSS}`, [1, 2]],
    ['after an abbreviation', `Dr.| Lee stayed in Ardle.| ${TRAM}`, `Dr. Lee stayed in Ardle.| ${TRAM}`, [2, 3]],
    ['at a semicolon', `The mill burned; nobody was hurt.| ${TRAM}`, `The mill burned;| nobody was hurt.| ${TRAM}`, [1, 3, 2]],
    ['in a script without spaces', '渡輪擱淺了。沒有人受傷。', '渡輪擱淺了。|沒有人受傷。', [1, 2]],
    ['the last of equal ones', `${TRAM}| ${BEES} ${TRAM}`, `${TRAM}| ${BEES}| ${TRAM}`, [1, 2, 3]],
  ])('has no change: %s', (_, first, second, numbers) => {
    const [a, b] = [cutAt(first), cutAt(second)]
    const { state, changes } = stepOf(a, b)
    expect(changes).toEqual([])
    expect(numbersOf(state).toSorted()).toEqual([...numbers].toSorted())
    const before = track(null, a).state.latest
    expect(compareClaims(before, state.latest)).toEqual([])
    const over = trackAcrossEngines(() => true)
    expect(over(over(null, a).state, b).changes).toEqual([])
  })

  it.each([
    ['a lost mark parts a quotation', `"${BEES} ${MOSS}"| ${TRAM}`, `"${BEES}| ${MOSS}| ${TRAM}`, 'cosmetic'],
    ['two marks make a quotation', `${BEES}| ${MOSS}| ${TRAM}`, `"${BEES} ${MOSS}"| ${TRAM}`, 'quote_changed'],
  ])('has one change where only quotation marks differ: %s', (_, first, second, kind) => {
    const [a, b] = [cutAt(first), cutAt(second)]
    const { state, changes } = stepOf(a, b)
    const kinds = changes.map((change) => change.kinds)
    expect(kinds).toEqual([[kind]])
    expect(compareClaims(track(null, a).state.latest, state.latest).map((change) => change.kinds)).toEqual(kinds)
  })

  it('keeps the claims that hold most of the same words', () => {
    const [a, b] = [cutAt(`${BEES} ${MOSS}`), cutAt(`${BEES}| ${MOSS}`)]
    // An engine that found both claims in the one sentence.
    const [whole] = a.claims
    if (!whole) throw new Error('no claim')
    const half = (from: number, to: number, index: number) => ({
      ...whole,
      index,
      statement: { ...whole.statement, content: [[from, to] as const] },
    })
    const two = { ...a, claims: [half(0, BEES.length, 0), half(BEES.length + 1, BEES.length + 1 + MOSS.length, 1)] }
    const { state, kept } = stepOf(two, b)
    expect(numbersOf(state)).toEqual([1, 2])
    expect(kept.map((k) => [k.before.claim, k.after.sentence])).toEqual([
      [1, 0],
      [2, 1],
    ])
  })

  it('ends the claim that has no place left in the one that holds its words, without a change', () => {
    const { state } = stepOf(cutAt(`${BEES}| ${MOSS}`), cutAt(`${BEES} ${MOSS}`))
    expect(state.gone.map((g) => [g.status, g.successor])).toEqual([['merged', state.latest.claims[0]?.number]])
  })

  it('is told as moved where it moved, and of what changed beside it nothing is lost', () => {
    const long = 'The orchestra has hired 12 new violinists from abroad, and it will sing on the pier in June with two choirs.'
    expect(stepOf(cutAt(`${TRAM} ${MOSS}| ${long}`), cutAt(`${long}| ${TRAM}| ${MOSS}`)).changes.map((c) => c.kinds)).toEqual([
      ['moved'],
    ])
    const edited = stepOf(cutAt(`${TRAM} ${MOSS}| ${long}`), cutAt(`${TRAM}| ${MOSS}| ${long.replace('12', '14')}`))
    expect(edited.changes.map((c) => c.kinds)).toEqual([['number_changed']])
  })

  it('links the sentences that share some of the text', () => {
    const long = Array.from({ length: 7 }, (_, n) => `The mill on quay ${n} burned.`)
    const [first, ...rest] = long
    const pairs = (list: readonly string[]) =>
      list
        .map((text, n) => (n % 2 === 0 ? `|${text}` : ` ${text}`))
        .join('')
        .slice(1)
    expect(stepOf(cutAt(pairs(long)), cutAt(`${first}| ${pairs(rest)}`)).links).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 3],
      [3, 3],
    ])
  })

  it('has changes if a word of it changed', () => {
    expect(stepOf(cutAt(`${BEES} ${MOSS}`), cutAt(`${BEES}| ${MOSS.replace('new', 'rare')}`)).changes).not.toEqual([])
  })

  const SPOKEN = `${BEES} “We came back. The door was open. Nobody spoke,” said Orla Dunnet. ${TRAM}`

  it.each([
    ['between sentences', SPOKEN.replace(' “', '\n\n“')],
    ['inside a quotation', SPOKEN.replace('back. ', 'back.\n\n')],
    ['twice inside a quotation', SPOKEN.replaceAll(/(back|open)\. /g, '$1.\n\n')],
    ['everywhere', SPOKEN.replaceAll('. ', '.\n\n')],
  ])('paragraphs alone make no change: %s', (_, body) => {
    const [a, b] = [SPOKEN, body].map((text) => analyze({ title: '', body: text, publishedAt: null }))
    if (!a || !b) throw new Error('no text')
    expect(stepOf(a, b).changes).toEqual([])
    expect(stepOf(b, a).changes).toEqual([])
  })

  it('however it is cut and wherever a paragraph ends, no change', () => {
    fc.assert(
      fc.property(draft, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (d, joins) => {
        const plain = analysisOf({ title: '', paragraphs: d.paragraphs })
        const body = d.paragraphs.map((p) => p.join('\n\n')).join(' ')
        const pieces = sentencesOf({ title: '', body })
        // Some neighbours are one sentence.
        const sentences: Sentence[] = []
        for (const [n, piece] of pieces.entries()) {
          const last = sentences.at(-1)
          if (last && joins[n % joins.length])
            sentences[sentences.length - 1] = { ...last, end: piece.end, text: body.slice(last.start, piece.end) }
          else sentences.push(piece)
        }
        const other = analyzeSentences(sentences)
        expect(stepOf(plain, other).changes).toEqual([])
        expect(stepOf(other, plain).changes).toEqual([])
      }),
    )
  })
})
