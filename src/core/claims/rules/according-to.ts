/** `According to the report, it rained.`, `It rained, according to Lee.`, `It rained, per the mayor.` */
import { isNorm } from '../../lexicon/norms.ts'
import { BODY_NOUNS, DOCUMENT_NOUNS, PEOPLE_NOUNS } from '../../lexicon/source-nouns.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { isPersonNoun } from '../sources/human.ts'
import { phraseFrom } from '../syntax/noun-phrases.ts'
import { firstContentToken } from '../syntax/openings.ts'
import { hasFiniteGroup } from '../syntax/verb-groups.ts'
import type { Range } from '../words/token.ts'
import type { AttributionRule, Progress } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

/** Phrases that name a source, as words. */
const PHRASES: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['in', 'accordance', 'with'], // only people: "in accordance with the law" names no source
  ['per'],
]

const OPENERS: ReadonlySet<string> = new Set(PHRASES.map(([first = '']) => first))

export const accordingTo: AttributionRule = (parsed, progress) => {
  const { tokens } = parsed
  inView(parsed, progress)
  for (let at = 0; at < parsed.end; at++) {
    if (!OPENERS.has(tokens[at]?.lower ?? '') || progress.taken[at] || parsed.quoted[at] !== -1) continue
    const phrase = PHRASES.find((words) => words.every((word, i) => tokens[at + i]?.lower === word))
    if (!phrase) continue
    const cue: Range = [at, at + phrase.length]
    const opens = at <= firstContentToken(parsed, 0) + 1
    const source = sourceFrom(parsed, cue[1])
    if (!source || !namesSource(parsed, phrase, at, source)) continue
    const content = contentOf(parsed, at, source[1], opens)
    if (content.length === 0) continue
    recordAttribution(progress, {
      rule: 'according-to',
      source,
      cue,
      lemma: phrase.join(' '),
      content,
      denied: false,
      level: 'certain',
    })
    at = source[1]
  }
}

/** "In her view, it was old", "To Lee’s mind, …": a possessor before a noun of opinion. */
function inView(parsed: ParsedSentence, progress: Progress): void {
  const { tokens, end } = parsed
  const start = firstContentToken(parsed, 0)
  if (!/^(?:in|to)$/.test(tokens[start]?.lower ?? '')) return
  let noun = start + 1
  while (
    noun < start + 6 &&
    !/^(?:view|opinion|judgement|judgment|estimation|telling|words|mind|account)$/.test(tokens[noun]?.lower ?? '')
  )
    noun++
  const owner = tokens[noun - 1]
  const possessed = owner?.tag === 'possessive' || /['’]s?$/.test(owner?.lower ?? '')
  const comma = tokens[noun + 1]?.text === ',' ? 1 : 0
  if (!possessed || noun >= start + 6 || noun + 1 + comma >= end || (comma === 0 && !hasFiniteGroup(parsed.groups, noun, end)))
    return
  recordAttribution(progress, {
    rule: 'in-view',
    source: [start + 1, noun],
    cue: [noun, noun + 1],
    lemma: 'view',
    content: [[noun + 1 + comma, end]],
    denied: false,
    level: 'certain',
  })
}

/** A noun phrase with what belongs to it: `the mayor, Ann Lee,`, `a man who saw it,`; an apposition holds no verb of its own. */
function sourceFrom(parsed: ParsedSentence, at: number): Range | null {
  const { tokens, groups, end } = parsed
  const phrase = phraseFrom(tokens, at, end, false)
  if (!phrase) return null
  const to = breakAfter(parsed, phrase[1])
  if (tokens[to]?.text !== ',') return [at, to]
  const close = breakAfter(parsed, to + 1)
  const opens = tokens[to + 1]
  const relative = /^(?:who|which|whose)$/.test(opens?.lower ?? '')
  const names =
    tokens.slice(to + 1, close).some(({ lower }) => isPersonNoun(lower)) ||
    (opens?.tag === 'name' && isPersonNoun(tokens[to - 1]?.lower ?? ''))
  const subject = [...parsed.clauses.values()].some((clause) => clause.kind === 'main' && clause.subject?.[0] === to + 1)
  const apposition =
    names &&
    !(subject && tokens[close]?.text === ',' && tokens[close + 1]?.tag === 'number') &&
    /^(?:determiner|possessive|name|noun)$/.test(opens?.tag ?? '') &&
    !hasFiniteGroup(groups, to + 1, close)
  const closed = close >= end || (tokens[close]?.text === ',' && hasFiniteGroup(groups, close, end))
  return [at, (relative || apposition) && closed && close - to < 25 ? close : to]
}

/** The next comma, semicolon, dash or quotation, or the end. */
function breakAfter({ tokens, quoted, end }: ParsedSentence, from: number): number {
  for (let at = from; at < end; at++) {
    const token = tokens[at]
    if (!token || /^(?:[,;:]|—|–|--)$/.test(token.text) || quoted[at] !== -1) return at
    if (token.lower === 'but' && token.tag === 'conjunction') return at
  }
  return end
}

/** "according to police", "according to the plan's author"; not "according to size", "per person". */
function namesSource({ tokens }: ParsedSentence, phrase: readonly string[], at: number, source: Range): boolean {
  const words = tokens.slice(...source)
  const speaks = words.some(({ lower }) => PEOPLE_NOUNS.has(lower) || BODY_NOUNS.has(lower) || DOCUMENT_NOUNS.has(lower))
  const marked = /^(?:determiner|possessive|name|object)$/.test(words[0]?.tag ?? '') || words.some(({ tag }) => tag === 'name')
  const comma = tokens[at - 1]?.text === ',' || at === 0
  if (phrase[0] === 'per') return comma && marked
  if (phrase[1] === 'accordance') return words.some(({ lower }) => PEOPLE_NOUNS.has(lower))
  return speaks || marked || (comma && !isNorm(words[0]?.lower ?? ''))
}

/** All of the clause but the aside: `The road, according to police, was icy`. */
function contentOf(parsed: ParsedSentence, at: number, past: number, opens: boolean): Range[] {
  const { tokens, groups, end } = parsed
  const start = firstContentToken(parsed, 0)
  if (opens) {
    const from = firstContentToken(parsed, past)
    return from < end ? [[from, end]] : []
  }
  let to = at
  while (to > start && /^[,—–(-]$|^--$/.test(tokens[to - 1]?.text ?? '')) to--
  if (to <= start) return []
  // "While most were sold, according to Lee, two were kept"
  const opening = tokens[start]?.tag === 'subordinator' && hasFiniteGroup(groups, past, end)
  const goesOn = tokens[past]?.text === ',' && past + 1 < end && (opening || !hasFiniteGroup(groups, start, to))
  return goesOn
    ? [
        [start, to],
        [past + 1, end],
      ]
    : [[start, to]]
}
