/** Text in the form in which the archive stores it, with a map back to the text as it was sent. */
import type { Span } from '../article.ts'

/** Stored text, and for each of its UTF-16 units the corresponding piece of raw text. */
export interface NormalizedText {
  readonly text: string
  /** Returns the offset in the raw text that corresponds to an offset in `text` (0..text.length). */
  toRaw(offset: number): number
  /** Returns the end in the raw text of the piece before this offset. */
  toRawEnd(offset: number): number
}

/**
 * Soft hyphen; zero-width space, word joiner, invisible operators and byte order mark; marks of direction. The zero-width
 * joiner and non-joiner stay, because emoji and Persian need them.
 */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
/** Line feed, vertical tab, form feed, carriage return, next line, line and paragraph separator. */
const LINE_END = /[\n\v\f\r\x85\u2028\u2029]/
/** Tab, and spaces of other widths or without a break. */
const SPACE = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/
/** A base with the characters that may compose with it (marks, conjoining jamo). */
const CLUSTER = /[^\p{M}\u1160-\u11ff]?[\p{M}\u1160-\u11ff]+|[^\p{M}\u1160-\u11ff]/gu

/** Text under construction, one unit at a time. */
class Builder {
  readonly units: string[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []

  put(text: string, start: number, end: number): void {
    for (let i = 0; i < text.length; i++) {
      this.units.push(text[i] ?? '')
      this.starts.push(start)
      this.ends.push(end)
    }
  }

  /** Removes the spaces at the end of the line. */
  trimLine(): void {
    while (this.units.at(-1) === ' ') {
      this.units.pop()
      this.starts.pop()
      this.ends.pop()
    }
  }

  get atLineStart(): boolean {
    return this.units.length === 0 || this.units.at(-1) === '\n'
  }
}

/**
 * Returns the text in its stored form: NFC, `\n` line ends, no invisible characters, plain spaces instead of other widths, no
 * space at line ends, paragraphs separated by one blank line. A text without any blank line has a paragraph a line. Linear in
 * the length of the text; never throws, a lone surrogate stays.
 */
export function normalize(raw: string): NormalizedText {
  if (isNormal(raw)) return { text: raw, toRaw: (offset) => offset, toRawEnd: (offset) => offset }
  const lines = plainLines(raw)
  return paragraphs(lines)
}

/** A quick test that most archived texts pass: common letters only, and paragraphs in order. */
function isNormal(raw: string): boolean {
  return !UNUSUAL.test(raw) && (raw.includes('\n\n') || !raw.includes('\n'))
}
const UNUSUAL = /[^\n -~¡-¬®-ÿ–—‘’“”…]|^[\n ]|\n | \n|[\n ]$|\n\n\n/

/** Does the same as `normalize` for a title, on one line. */
export function normalizeTitle(raw: string): NormalizedText {
  const lines = plainLines(raw)
  const out = new Builder()
  for (let i = 0; i < lines.units.length; i++) {
    const unit = lines.units[i] === '\n' ? ' ' : (lines.units[i] ?? '')
    if (unit === ' ' && (out.units.length === 0 || (lines.units[i] === '\n' && out.units.at(-1) === ' '))) continue
    out.put(unit, lines.starts[i] ?? 0, lines.ends[i] ?? 0)
  }
  out.trimLine()
  return finished(out)
}

/** Returns the text with single `\n` line ends and trimmed lines, then composed; blank lines are unchanged. */
function plainLines(raw: string): Builder {
  const out = new Builder()
  for (let i = 0; i < raw.length; ) {
    const unit = raw[i] ?? ''
    const pair = isPair(raw, i)
    const end = i + (pair || (unit === '\r' && raw[i + 1] === '\n') ? 2 : 1)
    if (unit > ' ' && unit < '\x7f') out.put(unit, i, end)
    else if (pair) out.put(raw.slice(i, end), i, end)
    else if (LINE_END.test(unit)) {
      out.trimLine()
      out.put('\n', i, end)
    } else if (unit === ' ' || SPACE.test(unit)) {
      if (!out.atLineStart) out.put(' ', i, end)
    } else if (!isControl(unit) && !INVISIBLE.test(unit)) out.put(unit, i, end)
    i = end
  }
  out.trimLine()
  return composed(out)
}

/** Composes the text to NFC, cluster by cluster. */
function composed(lines: Builder): Builder {
  const text = lines.units.join('')
  if (text.normalize('NFC') === text) return lines
  const out = new Builder()
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const form = cluster.normalize('NFC')
    const end = index + cluster.length
    if (form !== cluster) out.put(form, lines.starts[index] ?? 0, lines.ends[end - 1] ?? 0)
    else for (let i = index; i < end; i++) out.put(lines.units[i] ?? '', lines.starts[i] ?? 0, lines.ends[i] ?? 0)
  }
  return out
}

/** C0, delete and C1. */
function isControl(unit: string): boolean {
  return unit < ' ' || (unit >= '\x7f' && unit < '\xa0')
}

function isPair(text: string, i: number): boolean {
  return (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00
}

/** Doubles the line ends that separate paragraphs, and makes all others single; none at the ends of the text. */
function paragraphs(lines: Builder): NormalizedText {
  const out = new Builder()
  const first = lines.units.findIndex((unit) => unit !== '\n')
  const last = lines.units.findLastIndex((unit) => unit !== '\n')
  const blank = lines.units.some((unit, i) => i > first && i < last && unit === '\n' && lines.units[i + 1] === '\n')
  for (let i = Math.max(first, 0); i <= last; i++) {
    const unit = lines.units[i] ?? ''
    const start = lines.starts[i] ?? 0
    if (unit !== '\n') {
      out.put(unit, start, lines.ends[i] ?? 0)
      continue
    }
    let until = i
    while (lines.units[until + 1] === '\n') until++
    out.put(until > i || !blank ? '\n\n' : '\n', start, lines.ends[until] ?? 0)
    i = until
  }
  return finished(out)
}

function finished(built: Builder): NormalizedText {
  const { starts, ends } = built
  const rawEnd = ends.at(-1) ?? 0
  return {
    text: built.units.join(''),
    toRaw: (offset) => starts[offset] ?? rawEnd,
    toRawEnd: (offset) => (offset > 0 ? (ends[offset - 1] ?? rawEnd) : (starts[0] ?? 0)),
  }
}

/** Returns a span of the stored text as a span of the raw text; dropped characters at either edge stay outside. */
export function rawSpan(map: NormalizedText, [start, end]: Span): Span {
  return [map.toRaw(start), map.toRawEnd(end)]
}
