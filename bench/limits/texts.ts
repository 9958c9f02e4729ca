/** The largest texts that are stored, of four kinds; those of different numbers have hardly a sentence in common. */
import { MAX_SENTENCES, MAX_STORED_BYTES } from '../../src/recording/storable.ts'
import { randomNumbers, sentencesOfSize } from '../revised-texts.ts'

const NAMES = ['Moreno', 'Lind', 'Okafor', 'Hruby', 'Castellan', 'Aalto', 'Demir', 'Novak', 'Berg', 'Falk']
const PLACES = ['Norrholm', 'Lunden', 'Marsk', 'Eastwick', 'Halden', 'Brindal', 'Castlemoor', 'Dunvar']
const CUES = ['said', 'warned', 'announced', 'estimated', 'insisted']
/** Sentences a paragraph. */
const PARAGRAPH = 4
/** What the title and the line of the text take besides. */
const ROOM = 1024

/** Writes the `n`th sentence of a text; `random` gives numbers in [0, 1). */
type Write = (n: number, random: () => number) => string

const pick = (words: readonly string[], random: () => number): string => words[Math.floor(random() * words.length)] ?? ''
const amount = (random: () => number): number => 2 + Math.floor(random() * 90_000)

/** Sentences until the text has as many of them, or as many bytes, as are stored. */
function filled(seed: number, write: Write, between: string): string {
  const random = randomNumbers(seed)
  const list: string[] = []
  for (let bytes = ROOM; list.length < MAX_SENTENCES - 10; ) {
    const next = write(list.length, random)
    bytes += Buffer.byteLength(next) + 2
    if (bytes > MAX_STORED_BYTES) break
    list.push(next)
  }
  if (between) return list.join(between)
  return list.map((text, n) => text + (n % PARAGRAPH === PARAGRAPH - 1 ? '\n\n' : ' ')).join('')
}

/** Reporting in which nearly every sentence attributes a claim. */
const reporting: Write = (n, random) =>
  n % 2 === 0
    ? `"About ${amount(random)} households near ${pick(PLACES, random)} have been without heating since the storm," ${pick(NAMES, random)} ${pick(CUES, random)} on Monday.`
    : `${pick(NAMES, random)} ${pick(CUES, random)} that repairs to the breakwater at ${pick(PLACES, random)} could cost ${amount(random)} crowns and would not be ready before the spring.`

/** As many sentences as fit, each with a claim. */
const quotations: Write = (_, random) =>
  `"Lot ${amount(random)} cost ${amount(random)} crowns," Ms. ${pick(NAMES, random)} said.`

const lines: Write = (n, random) => `- ${pick(PLACES, random)} ${n}: ${amount(random)} votes`

/** The texts of a kind, by their number from 1. */
export const TEXTS: Readonly<Record<string, (n: number) => string>> = {
  prose: (n) => filled(n, (at) => proseOf(n)[at] ?? '', ''),
  reporting: (n) => filled(n, reporting, ''),
  quotations: (n) => filled(n, quotations, ''),
  list: (n) => filled(n, lines, '\n'),
  letters: (n) => filled(n, () => String.fromCharCode(96 + n), '\n\n'),
}

const proses = new Map<number, string[]>()

/** Words of no meaning in the frequencies of ordinary prose. */
function proseOf(n: number): string[] {
  const known = proses.get(n) ?? sentencesOfSize(MAX_STORED_BYTES, n)
  proses.set(n, known)
  return known
}
