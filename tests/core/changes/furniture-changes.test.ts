import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/core/analysis.ts'
import type { Analysis } from '../../../src/core/article.ts'
import type { Change, Step } from '../../../src/core/changes/change.ts'
import { compareClaims } from '../../../src/core/changes/compare-claims.ts'
import { trackAcrossEngines } from '../../../src/core/changes/engines/track-across-engines.ts'
import { track } from '../../../src/core/changes/track.ts'
import { statementsOf } from '../../../src/core/claims/statements.ts'
import { compare } from '../../../src/core/diff/compare.ts'
import { analysisOf, type Draft, draft, revision } from './articles.ts'

const version = (body: string, title = 'Mill burns'): Analysis => analyze({ title, body, publishedAt: null })

const STORY = 'The mill in Varsk burned for nine hours on Monday.'

/** The changes as [kinds, furniture before, furniture after, claims before, claims after]. */
function told({ changes }: Step | { changes: readonly Change[] }, a: Analysis, b: Analysis) {
  return changes.map(({ kinds, before, after, furniture }) => [
    kinds.join(' '),
    furniture?.before.map((i) => a.sentences[i]?.text) ?? null,
    furniture?.after.map((j) => b.sentences[j]?.text) ?? null,
    before.length,
    after.length,
  ])
}

const stepOf = (a: Analysis, b: Analysis) => track(track(null, a).state, b)

describe('track', () => {
  it.each<[before: string, after: string, kinds: string]>([
    ['Updated at 14:05 GMT', 'Updated at 15:30 GMT', 'date_changed'],
    ['(Reporting by Ada Quill)', '(Reporting by Ada Quill; Editing by Tom Brandt)', 'reworded'],
    ['By Ada Quill', 'By Ada Quill and Tom Brandt', 'reworded'],
    ['(Reuters)', 'REUTERS', 'cosmetic'],
    ['23 comments', '40 comments', 'number_changed'],
    ['Photograph: Ada Quill/AP', '', 'withdrawn'],
    ['', 'Share this article', 'introduced'],
  ])('%s → %s: %s', (before, after, kinds) => {
    const body = (line: string) => [line, STORY].filter(Boolean).join('\n\n')
    const [a, b] = [version(body(before)), version(body(after))]
    const found = [kinds, before ? [before] : [], after ? [after] : [], 0, 0]
    expect(told(stepOf(a, b), a, b)).toEqual([found])
    expect(told({ changes: compareClaims(numbered(a), numbered(b)) }, a, b)).toEqual([found])
  })

  it('introduces the furniture of a first version apart from its claims', () => {
    const a = version(`By Ada Quill\n\n${STORY}`)
    expect(told(track(null, a), a, a)).toEqual([
      ['introduced', null, null, 0, 1],
      ['introduced', [], ['By Ada Quill'], 0, 0],
      ['introduced', null, null, 0, 1],
    ])
  })

  it('never pairs furniture with the story', () => {
    const [a, b] = [version(`${STORY}\n\nShare this article`), version(`${STORY}\n\nThis article was shared by the mayor.`)]
    expect(told(stepOf(a, b), a, b)).toEqual([
      ['introduced', null, null, 0, 1],
      ['withdrawn', ['Share this article'], [], 0, 0],
    ])
  })

  it('moves furniture, not the story around it', () => {
    const other = 'The council will meet before Friday to discuss it.'
    const [a, b] = [
      version(`${STORY}\n\nShare this article\n\n${other}`),
      version(`Share this article\n\n${STORY}\n\n${other}`),
    ]
    expect(told(stepOf(a, b), a, b)).toEqual([['moved', ['Share this article'], ['Share this article'], 0, 0]])
    const kinds = compare({ title: '', body: '', ...a }, { title: '', body: '', ...b }).map(({ kind }) => kind)
    expect(kinds).toEqual(['equal', 'move', 'equal', 'equal'])
  })
})

const numbered = ({ sentences, claims }: Analysis) => ({ sentences, claims: claims.map((c, n) => ({ ...c, number: n + 1 })) })

const LINES = [
  'By Ada Quill',
  '(Reporting by Ada Quill; Editing by Tom Brandt)',
  'Updated at 14:05 GMT',
  'Advertisement',
  'Read more: Nine mills named',
  'Photograph: Bo Ray/AP',
  'Contact the reporter at ada@post.example',
]

/** Places of paragraphs and the lines that come before them. */
const decoration = fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...LINES)), { maxLength: 4 })

function decorated(d: Draft, lines: readonly (readonly [number, string])[]): Draft {
  const paragraphs = [...d.paragraphs]
  for (const [place, line] of lines) paragraphs.splice(place % (paragraphs.length + 1), 0, [line])
  return { ...d, paragraphs }
}

const ofClaims = (step: Step, a: Analysis, b: Analysis) =>
  step.changes
    .filter(({ furniture }) => !furniture)
    .map(({ kinds, before, after, detail }) => [
      kinds,
      before.map(({ sentence }) => a.sentences[sentence]?.text),
      after.map(({ sentence }) => b.sentences[sentence]?.text),
      detail,
    ])
    .map((change) => JSON.stringify(change))
    .sort()

describe('laws of furniture', () => {
  it('claims and their changes are the same with and without it', () => {
    fc.assert(
      fc.property(revision, decoration, decoration, ([p, q], before, after) => {
        const [a, b] = [analysisOf(p), analysisOf(q)]
        const [c, d] = [analysisOf(decorated(p, before)), analysisOf(decorated(q, after))]
        expect(c.claims.map(({ statement }) => statement)).toEqual(a.claims.map(({ statement }) => statement))
        expect(ofClaims(stepOf(c, d), c, d)).toEqual(ofClaims(stepOf(a, b), a, b))
      }),
    )
  })

  it('every difference of furniture is a change of furniture, and nothing else is', () => {
    fc.assert(
      fc.property(draft, decoration, decoration, (p, before, after) => {
        const [a, b] = [analysisOf(decorated(p, before)), analysisOf(decorated(p, after))]
        const { changes } = stepOf(a, b)
        expect(changes.filter(({ furniture }) => !furniture)).toEqual([])
        const linesOf = ({ sentences }: Analysis) =>
          sentences.filter(({ zone }) => zone === 'furniture').map(({ text }) => text)
        const [gone, come] = [linesOf(a).sort(), linesOf(b).sort()]
        const edited = changes.filter(({ kinds }) => kinds.join() !== 'moved')
        expect(edited.length === 0).toBe(JSON.stringify(gone) === JSON.stringify(come))
      }),
    )
  })
})

/** An engine that knew no furniture: each sentence had claims. */
function ofOlderEngine(analysis: Analysis): Analysis {
  const sentences = analysis.sentences.map((s) => (s.zone === 'furniture' ? { ...s, zone: 'body' as const } : s))
  const reading = { name: null, kind: 'author' as const, source: null, dates: [], label: null }
  const claims = sentences.flatMap((s, sentence) =>
    statementsOf(s.text, s.zone === 'headline').map((statement, index) => ({ sentence, index, statement, reading })),
  )
  return { ...analysis, sentences, claims }
}

describe('an older engine that found claims in furniture', () => {
  const [a, b] = [version(`${STORY}\n\nUpdated at 14:05 GMT`), version(`${STORY}\n\nUpdated at 15:30 GMT`)]
  const step = trackAcrossEngines(() => true)

  it('makes no change where the text stands', () => {
    const old = ofOlderEngine(a)
    const { changes, state } = step(track(null, old).state, old)
    expect(changes).toEqual([])
    expect(state.latest.claims.length).toBe(old.claims.length)
  })

  it('tells an edit of the line as a change of furniture, and ends its claims without one', () => {
    const old = ofOlderEngine(a)
    const made = step(track(null, old).state, b)
    expect(told(made, old, b)).toEqual([['date_changed', ['Updated at 14:05 GMT'], ['Updated at 15:30 GMT'], 0, 0]])
    expect(made.state.gone.map(({ status }) => status)).toEqual(['merged'])
  })

  it('keeps the claims of the line between two versions that have them', () => {
    const [p, q] = [ofOlderEngine(a), ofOlderEngine(b)]
    const made = step(track(null, p).state, q)
    expect(told(made, p, q)).toEqual([['date_changed', null, null, 1, 1]])
  })
})
