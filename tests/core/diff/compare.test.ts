import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, type Group } from '../../../src/core/changes/align/align.ts'
import { compare, type Operation, type Side } from '../../../src/core/diff/compare.ts'
import { sentencesOf } from '../../../src/core/text/sentences.ts'
import { bodyOf, draft } from '../changes/articles.ts'

const sideOf = (title: string, body: string): Side => ({
  title,
  body,
  sentences: sentencesOf({ title, body }),
})

const rebuildA = (operations: readonly Operation[], part: Operation['part']) =>
  operations
    .flatMap((o) => (o.part === part && o.before ? [o.before] : []))
    .sort((p, q) => p.start - q.start)
    .map((p) => p.text)
    .join('')

const rebuildB = (operations: readonly Operation[], part: Operation['part']) =>
  operations.flatMap((o) => (o.part === part && o.after ? [o.after.text] : [])).join('')

const expectRebuilt = (a: Side, b: Side) => {
  const operations = compare(a, b)
  for (const part of ['title', 'body'] as const) {
    expect(rebuildA(operations, part)).toBe(a[part])
    expect(rebuildB(operations, part)).toBe(b[part])
  }
  for (const { kind, before, after, parts } of operations) {
    if (parts.length > 0) {
      expect(parts.map((p) => (p.kind === 'insert' ? '' : p.text)).join('')).toBe(before?.text)
      expect(parts.map((p) => (p.kind === 'delete' ? '' : p.text)).join('')).toBe(after?.text)
    }
    if (kind === 'equal') expect(before?.text.trim()).toBe(after?.text.trim())
    if (kind === 'insert') expect(before).toBeNull()
    if (kind === 'delete') expect(after).toBeNull()
  }
}

describe('compare', () => {
  it('rebuilds both versions of an article from the operations', () => {
    fc.assert(
      fc.property(draft, draft, (x, y) => {
        expectRebuilt(sideOf(x.title, bodyOf(x)), sideOf(y.title, bodyOf(y)))
      }),
    )
  })

  it('rebuilds any two texts', () => {
    const text = fc.array(
      fc.constantFrom(
        'It rained. ',
        'Why? ',
        '"No," he said.',
        '\n\n',
        '\n',
        ' ',
        'x',
        'The mill (1823) burned. ',
        '😀',
        '😀 𝒳 👩‍👧. ',
        '\ud800',
      ),
    )
    fc.assert(
      fc.property(text, text, fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (x, y, s, t) => {
        expectRebuilt(sideOf(s, x.join('')), sideOf(t, y.join('')))
      }),
    )
  })

  it('tells the other way round what happens from the other side', () => {
    const mirror = { insert: 'delete', delete: 'insert', equal: 'equal' } as const
    const told = (operations: readonly Operation[], flip: boolean) =>
      operations
        .flatMap(({ kind, part, before, after }) => {
          if (kind !== 'insert' && kind !== 'delete' && kind !== 'equal') return []
          const [from, to] = flip ? [after, before] : [before, after]
          return [[flip ? mirror[kind] : kind, part, from?.start, from?.text, to?.start, to?.text].join('|')]
        })
        .sort()
    const version = draft.map((d) => sideOf(d.title, bodyOf(d)))
    fc.assert(
      fc.property(version, version, (a, b) => {
        const groups = align(a.sentences, b.sentences)
        const mirrored = groups.map(({ before, after, moved }): Group => ({ before: after, after: before, moved }))
        expect(told(compare(b, a, mirrored), true)).toEqual(told(compare(a, b, groups), false))
      }),
    )
  })

  it('tells each kind of operation', () => {
    const a = sideOf(
      'Mill burns',
      'The mill burned. It had stood for years.\n\nRye was stored in the tower. Nobody was hurt in the yard.',
    )
    const b = sideOf(
      'Mill burns',
      'Nobody was hurt in the yard. The mill burned down. Rye was stored in the tower.\n\nFiremen came from Orle.',
    )
    expect(compare(a, b).map((o) => [o.kind, o.before?.text.trim() ?? null, o.after?.text.trim() ?? null])).toEqual([
      ['equal', 'Mill burns', 'Mill burns'],
      ['move', 'Nobody was hurt in the yard.', 'Nobody was hurt in the yard.'],
      ['replace', 'The mill burned.', 'The mill burned down.'],
      ['delete', 'It had stood for years.', null],
      ['equal', 'Rye was stored in the tower.', 'Rye was stored in the tower.'],
      ['insert', null, 'Firemen came from Orle.'],
    ])
  })

  it('tells as moved what stands elsewhere, rewritten or not, and as equal what stayed', () => {
    fc.assert(
      fc.property(draft, draft, (x, y) => {
        const operations = compare(sideOf(x.title, bodyOf(x)), sideOf(y.title, bodyOf(y)))
        for (const part of ['title', 'body'] as const) {
          const stayed = operations.filter((o) => o.part === part && o.kind !== 'move' && o.before && o.after)
          const starts = stayed.map((o) => o.before?.start ?? 0)
          expect(starts).toEqual(starts.toSorted((p, q) => p - q))
        }
      }),
    )
  })

  it('shows the words of a rewritten sentence', () => {
    const [operation] = compare(
      sideOf('', 'The mill burned on Monday night.'),
      sideOf('', 'The old mill burned on Tuesday night.'),
    )
    expect(operation?.parts).toEqual([
      { kind: 'equal', text: 'The ' },
      { kind: 'insert', text: 'old ' },
      { kind: 'equal', text: 'mill burned on ' },
      { kind: 'delete', text: 'Monday' },
      { kind: 'insert', text: 'Tuesday' },
      { kind: 'equal', text: ' night.' },
    ])
  })
})
