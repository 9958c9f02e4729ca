/**
 * Time of analysis against length, from 1 KB to 1 MB, for plain and for awkward text: milliseconds per 1,000 words, and the exponent
 * from 10 KB on (1 is linear). A fixed loop is timed in the same run: ratios to it can be compared between machines.
 */
import { execFileSync } from 'node:child_process'
import { analyze } from '../src/core/analysis.ts'
import { normalize } from '../src/core/text/normalize.ts'
import { article } from './article.ts'

export type Report = (what: string, value: string, bound?: string) => void

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const PROCESSES = 5
/** So long is a text analyzed again and again, in milliseconds, and at least so many times. The fastest run counts: the others have been
 * held up by something else. */
const LONG_ENOUGH = 400
const RUNS = 2

const PLAIN = article(1).body

/** What is repeated up to the length wanted. */
const CLASSES: Readonly<Record<string, string>> = {
  'plain text': `${PLAIN}\n\n`,
  'no full stop': `${PLAIN.replace(/[^\p{L}\p{N} ]/gu, ' ')} `,
  'quotations only': '“The pier will open,” she said, “in May.” ',
  'quotation marks only': 'a “ b " c ” ',
  'one word': 'breakwater',
  emoji: 'Piers 😀 open 👍🏽 in May 👩‍🚒. 🚢 ',
  'other scripts': 'Порт открыт, сказал мэр. 港は開いた。 ',
  capitals: 'THE MAYOR SAID THE PIER WOULD OPEN IN MAY ',
  transcript: 'MR. LIND: The pier will open. It is safe.\n\nQ: When?\n\n',
  'live report': '10:42 a.m. The mayor said the pier would open.\n\n',
  list: '• The pier will open\n1. Close the gate\n',
  table: 'Pier\t12\t3.5%\n| North | 7 |\n',
  numbers: '12 1,300 4.5% $3 2024 ',
}

/** Up to `size` characters that hold a word each at least; no pair is cut. */
function textOf(piece: string, size: number): string {
  return normalize(
    piece
      .repeat(Math.ceil(size / piece.length))
      .slice(0, size)
      .toWellFormed(),
  ).text
}

const wordsOf = (text: string): number => text.match(/\S+/g)?.length ?? 0

/** Milliseconds. */
function timeOf(run: () => unknown): number {
  let fastest = Number.POSITIVE_INFINITY
  let spent = 0
  for (let runs = 0; runs < RUNS || spent < LONG_ENOUGH; runs++) {
    const start = performance.now()
    run()
    const time = performance.now() - start
    fastest = Math.min(fastest, time)
    spent += time
  }
  return fastest
}

/** What computers of all kinds do alike: words of a fixed text counted in a map, ten times over. */
function referenceLoop(): number {
  const counts = new Map<string, number>()
  for (let round = 0; round < 10; round++) {
    for (const [word] of PLAIN.matchAll(/\w+/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts.size
}

/** Milliseconds, in processes that have analyzed nothing before. */
function firstAnalysis(): number {
  const times = Array.from({ length: PROCESSES }, () =>
    Number(execFileSync(process.execPath, ['bench/first-analysis.ts'], { encoding: 'utf8' })),
  )
  return Math.min(...times)
}

/** Prints the times of analysis. */
export function reportAnalysis(report: Report): void {
  const warmUp = textOf(CLASSES['plain text'] ?? '', 100_000)
  timeOf(() => analyze({ title: '', body: warmUp, publishedAt: null }))
  const reference = timeOf(referenceLoop)
  report('reference loop', `${reference.toFixed(2)} ms`)
  const perThousand = timeOf(() => analyze({ title: '', body: PLAIN, publishedAt: null })) / (wordsOf(PLAIN) / 1000)
  report('analysis of 1,000 words, warm', `${perThousand.toFixed(2)} ms`, '≤ 6 ms')
  report('the same, to the reference loop', (perThousand / reference).toFixed(2))
  const first = firstAnalysis()
  report(`first analysis of a process, ${wordsOf(PLAIN)} words`, `${first.toFixed(0)} ms`, '≤ 150 ms')
  report('the same, to the reference loop', (first / reference).toFixed(2))
  for (const [name, piece] of Object.entries(CLASSES)) {
    const texts = SIZES.map((size) => textOf(piece, size))
    const times = texts.map((body) => timeOf(() => analyze({ title: '', body, publishedAt: null })))
    const [, shorter = Number.NaN, , longest = Number.NaN] = times
    const growth = Math.log10(longest / shorter) / 2
    const rates = times.map((time, n) => ((1000 * time) / wordsOf(texts[n] ?? '')).toFixed(1))
    const rate = wordsOf(texts.at(-1) ?? '') > 1 ? `${rates.join(', ')} ms per 1,000 words` : `${longest.toFixed(0)} ms`
    report(`${name}, 1 KB to 1 MB: exponent of growth`, growth.toFixed(2), `≤ 1.2   ${rate}`)
  }
}
