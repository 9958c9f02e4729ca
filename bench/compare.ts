/**
 * Time of comparing two versions, from the texts on, as a ratio to jsdiff's word and sentence differences of the same run; and of
 * tracking the claims from one version to the next, beyond extraction.
 */
import { diffSentences, diffWords } from 'diff'
import { analyze } from '../src/core/analysis.ts'
import { track } from '../src/core/changes/track.ts'
import { compare, type Side } from '../src/core/diff/compare.ts'
import { sentencesOf } from '../src/core/text/sentences.ts'
import type { Report } from './analysis.ts'
import { article } from './article.ts'
import { bodyOf, heavilyEdited, revisedText, sentencesOfSize } from './revised-texts.ts'

interface Pair {
  readonly name: string
  readonly before: string
  readonly after: string
  /** jsdiff's words take minutes for the longest. */
  readonly words: boolean
  readonly bound: string
}

function pairOf(name: string, characters: number, edit: (sentences: readonly string[]) => string[], more: Partial<Pair>): Pair {
  const sentences = sentencesOfSize(characters, 3)
  return { name, before: bodyOf(sentences), after: bodyOf(edit(sentences)), words: true, bound: '', ...more }
}

const heavy = (sentences: readonly string[]) => heavilyEdited(sentences, 6)

const PAIRS: readonly Pair[] = [
  pairOf('7 KB, 30 revisions apart', 7_000, (sentences) => revisedText(sentences, 30, 5), {}),
  pairOf('7 KB, heavy edits', 7_000, heavy, {}),
  pairOf('70 KB, heavy edits', 70_000, heavy, {}),
  pairOf('700 KB, heavy edits', 700_000, heavy, { words: false, bound: '≤ 400 ms' }),
]

/** So long is a thing done again and again, in milliseconds, after as long a time to warm up. */
const LONG_ENOUGH = 300

/** Milliseconds: the fastest run, since other processes delay the others. A slow case runs once. */
function timeOf(run: () => unknown): number {
  let fastest = Number.POSITIVE_INFINITY
  for (let spent = 0; spent < 2 * LONG_ENOUGH; ) {
    const start = performance.now()
    run()
    const time = performance.now() - start
    fastest = Math.min(fastest, time)
    spent += time
  }
  return fastest
}

const sideOf = (body: string): Side => ({ title: '', body, sentences: sentencesOf({ title: '', body }) })

export function reportCompare(report: Report): void {
  for (const { name, before, after, words, bound } of PAIRS) {
    const time = timeOf(() => compare(sideOf(before), sideOf(after)))
    report(`compare ${name}`, `${time.toFixed(2)} ms`, bound)
    if (words) {
      const ratio = timeOf(() => diffWords(before, after)) / time
      report(`  jsdiff's words take … times as long`, ratio.toFixed(0), '≥ 40')
    }
    report(`  jsdiff's sentences take … times as long`, (timeOf(() => diffSentences(before, after)) / time).toFixed(1))
  }
}

/** The article's sentences, as its paragraphs hold them. */
const SENTENCES = article(1).body.split(/(?<=\.)\s+/)

export function reportTracking(report: Report): void {
  const analyzed = (body: string) => analyze({ title: article(1).title, body, publishedAt: null })
  const { state } = track(null, analyzed(bodyOf(SENTENCES)))
  const second = article(2).body.split(/(?<=\.)\s+/)
  for (const [name, edited] of [
    ['one amount changed', second],
    ['five revisions apart', revisedText(SENTENCES, 5, 5)],
    ['heavy edits', heavy(SENTENCES)],
  ] as const) {
    const next = analyzed(bodyOf(edited))
    report(`track 7 KB beyond extraction, ${name}`, `${timeOf(() => track(state, next)).toFixed(2)} ms`, '≤ 2 ms')
  }
}
