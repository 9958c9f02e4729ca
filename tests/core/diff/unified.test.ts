import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, type Side } from '../../../src/core/diff/compare.ts'
import { sentenceLines, unified } from '../../../src/core/diff/unified.ts'
import { sentencesOf } from '../../../src/core/text/sentences.ts'
import { bodyOf, draft } from '../changes/articles.ts'

const sideOf = (title: string, body: string): Side => ({ title, body, sentences: sentencesOf({ title, body }) })

const told = (a: Side, b: Side) => unified(a, b, compare(a, b), { before: 'mill/1', after: 'mill/2' })

/** Applies a unified diff as `patch` does, without fuzz: every line that stays or goes must be there. */
function patched(lines: readonly string[], text: string): string[] {
  const built: string[] = []
  let at = 0
  let [leftA, leftB] = [0, 0]
  for (const line of text.split('\n').slice(2, -1)) {
    const head = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@$/.exec(line)
    if (head) {
      expect([leftA, leftB]).toEqual([0, 0])
      const from = Number(head[1]) - 1
      expect(from).toBeGreaterThanOrEqual(at)
      built.push(...lines.slice(at, from))
      at = from
      expect(built.length).toBe(Number(head[3]) - 1)
      ;[leftA, leftB] = [Number(head[2] ?? 1), Number(head[4] ?? 1)]
      continue
    }
    const [mark, rest] = [line[0], line.slice(1)]
    if (mark !== '+') {
      expect(rest).toBe(lines[at++])
      leftA--
    }
    if (mark !== '-') {
      built.push(rest)
      leftB--
    }
  }
  expect([leftA, leftB]).toEqual([0, 0])
  return [...built, ...lines.slice(at)]
}

describe('unified', () => {
  it('tells what differs, with the lines around it', () => {
    const a = sideOf('Mill burns', 'The mill burned.  It had\nstood for years.\n\nRye was in the tower.\n\nNobody was hurt.')
    const b = sideOf('Mill burns', 'The old mill burned. It had stood for years.\n\nRye was in the tower.\n\nNobody was hurt.')
    expect(told(a, b)).toBe(
      [
        '--- mill/1',
        '+++ mill/2',
        '@@ -1,6 +1,6 @@',
        ' Mill burns',
        ' ',
        '-The mill burned.',
        '+The old mill burned.',
        ' It had stood for years.',
        ' ',
        ' Rye was in the tower.',
        '',
      ].join('\n'),
    )
  })

  it.each([
    ['nothing differs', sideOf('Mill', 'It burned.'), sideOf('Mill', 'It burned.'), 0],
    ['the title differs', sideOf('', 'It burned.'), sideOf('Mill', 'It burned.'), 1],
    ['only a paragraph is cut anew', sideOf('', 'It burned. All saw it.'), sideOf('', 'It burned.\n\nAll saw it.'), 1],
    [
      'six lines apart',
      sideOf('Mill', 'One. Two. Three. Four. Five. Six. Seven.'),
      sideOf('Hall', 'One. Two. Three. Four. Five. Sixty. Seven.'),
      1,
    ],
    [
      'seven lines apart',
      sideOf('Mill', 'One. Two. Three. Four. Five. Six. Seven.'),
      sideOf('Hall', 'One. Two. Three. Four. Five. Six. Seventy.'),
      2,
    ],
    [
      'far apart',
      sideOf('Mill', 'One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten.'),
      sideOf('Hall', 'One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten. Eleven.'),
      2,
    ],
  ])('%s', (_, a, b, hunks) => {
    expect(told(a, b).match(/^@@ /gm)?.length ?? 0).toBe(hunks)
    expect(patched(sentenceLines(a), told(a, b))).toEqual(sentenceLines(b))
  })

  it('is a patch of the one version’s sentences that gives the other’s', () => {
    fc.assert(
      fc.property(draft, draft, (x, y) => {
        const [a, b] = [sideOf(x.title, bodyOf(x)), sideOf(y.title, bodyOf(y))]
        expect(patched(sentenceLines(a), told(a, b))).toEqual(sentenceLines(b))
      }),
    )
  })

  it('is one for any two texts', () => {
    const text = fc.array(
      fc.constantFrom('It rained. ', 'Why? ', '\n\n', '\n', '- No. ', '@@ 1 @@. ', 'x', '😀 𝒳. ', '\ud800', '\u2028'),
    )
    fc.assert(
      fc.property(text, text, fc.string({ unit: 'binary' }), (x, y, title) => {
        const [a, b] = [sideOf('', x.join('')), sideOf(title, y.join(''))]
        expect(patched(sentenceLines(a), told(a, b))).toEqual(sentenceLines(b))
      }),
    )
  })
})
