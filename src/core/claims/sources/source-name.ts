/** The name in a source's words: the person, or the whole name of the body. */
import { NOT_PERSON, ROLE_NOUNS } from '../../lexicon/titles.ts'
import { genderOfWords } from './gender.ts'
import { isPersonNoun } from './human.ts'
import type { People, Person } from './people.ts'
import { bare, capitalRuns, isFullName, splitName } from './person-names.ts'
import { MAKERS } from './source-kind.ts'

/** The bearer of a source's words. */
export interface SourceName {
  readonly name: string | null
  /** The person, if the article names one in full. */
  readonly person: Person | null
}

const NOBODY: SourceName = { name: null, person: null }

/** "Bank of Lorne governor Ida Moss" → Ida Moss, "the Ministry of Health" → Ministry of Health, two people → nobody. */
export function sourceName(words: string, people: People): SourceName {
  const single = apposedSingle(words)
  if (single) {
    const person = people.introduce(single.name, genderOfWords(single.role))
    return { name: person.name, person }
  }
  const phrase = apposedName(words) ?? headOf(words, people)
  if (isSeveral(phrase, people)) return NOBODY
  const run = capitalRuns(phrase).at(-1)
  const ends = run !== undefined && /^['’]?s?$/.test(phrase.slice(run.at + run.text.length))
  const person = run && ends && isPersonsPlace(phrase, run.at) ? people.find(run.text) : null
  if (person) return { name: person.name, person }
  const named =
    run && ends && (isFullName(bare(run.text)) || splitName(run.text).title) && ROLE_BEFORE.test(phrase.slice(0, run.at))
  const name = named ? bare(run.text) : bare(phrase.replace(/^(?:the|a|an)\s+/i, ''))
  return { name: name || null, person: null }
}

/** Returns the antecedent of "who": the last name before it, unless a common noun follows that name. */
export function nameBefore(words: string, people: People): SourceName {
  const runs = capitalRuns(words)
  const place = /\b(?:in|at|of|from|near) $/.test(words.slice(0, runs.at(-1)?.at))
  // "Ann Roe, a nurse in Hull, who"
  const run = place ? runs.toReversed().find(({ text }) => people.find(text)?.human) : undefined
  const last = run?.text ?? runs.at(-1)?.text
  if (!last || MONTH.test(last) || !(run || words.trimEnd().replace(/,$/, '').endsWith(last))) return NOBODY
  const person = people.find(last)
  return { name: person?.name ?? (bare(last) || null), person }
}

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/

/** "governor Ida Moss", "Lorne governor Ida Moss": a word in small letters before the name. */
const ROLE_BEFORE = /(?<!\b(?:for|and|from|with|the|near|over|under)) $(?<=\p{Ll}[\p{Ll}-]{2,} )/u

/** Not "Ministry of Health", "the town of Port Almira". */
const isPersonsPlace = (phrase: string, at: number): boolean =>
  !/\b(?:of|for|at|in|from|on|to|with) (?:the )?$/i.test(phrase.slice(0, at))

/** "Ann Lee" of "the mayor, Ann Lee,". */
function apposedName(words: string): string | null {
  const [, role = '', name = ''] = /^([^,]*), ([^,]+),?$/.exec(words.trim()) ?? []
  const [run] = capitalRuns(name)
  if (run?.at !== 0) return null
  // "An economist, Ann Roe of Lorne University,"
  const rest = name.slice(run.text.length)
  return /^(?: (?:of|at|from|with) .+)?$/.test(rest) &&
    (run.text.includes(' ') || MAKERS.test(/(\p{Ll}+)$/u.exec(role)?.[1] ?? '')) &&
    ((/\p{Ll}$/u.test(role) && !/\p{Lu}[\p{L}.]*$/u.test(role)) ||
      isPersonNoun(/^(?:the|a|an|its) (\p{Ll}+) of /iu.exec(role)?.[1] ?? ''))
    ? run.text
    : null
}

/** "Peter" of "Lee’s father, Peter,": a single name beside a noun for a person. */
function apposedSingle(words: string): { readonly role: string; readonly name: string } | null {
  const [, role = '', name = ''] = /^[^,]*?(\p{Ll}+), (\p{Lu}[\p{L}-]+),?$/u.exec(words.trim()) ?? []
  return name !== '' && isPersonNoun(role) ? { role, name } : null
}

/**
 * The words up to a comma, a bracket, a relative clause, or a preposition that is no part of the name: one before a small letter
 * ("Lee of the union"), or after a person ("Ann Lee of Meridian").
 */
function headOf(words: string, people: People): string {
  const part = words.split(/,|\(|\s(?:—|–|--?)\s|\s(?:who|which|whose|that)\s/)[0] ?? words
  for (const { 0: preposition, index } of part.matchAll(/\s(?:of|at|from|for|in|with|on|to|by)\s(?:the\s)?/g)) {
    const before = part.slice(0, index)
    const after = part.slice(index + preposition.length)
    const last = capitalRuns(before).at(-1)?.text ?? ''
    const isPerson =
      last !== '' &&
      before.endsWith(last) &&
      (isFullName(bare(last)) || people.find(last) !== null || splitName(last).title !== '')
    if (!/^\p{Lu}/u.test(after) || isPerson || !/^(?:the |a |an )?\p{Lu}/iu.test(before))
      return before.trim().replace(/ \p{Ll}+ed$/u, '')
  }
  return part.trim().replace(/ \p{Ll}+ed$/u, '')
}

/** "Ann Lee and Bo Roe", "Mr Lee and the union"; not "Marks and Teller", "Ministry of Trade and Industry". */
function isSeveral(phrase: string, people: People): boolean {
  const [first = '', second] = phrase.split(/\s+(?:and|&)\s+(?:(?:both|also)\s+)?/, 2)
  if (second === undefined) return false
  if (/^(?:the|a|an|his|her|its|their|my|our|\p{Ll}+s|other|two)\b/u.test(second)) return true
  return isSomebody(first, people) && isSomebody(second, people)
}

function isSomebody(words: string, people: People): boolean {
  const run = capitalRuns(words).at(-1)
  if (!run) return false
  const { title, name } = splitName(run.text)
  return (
    title !== '' ||
    ROLE_NOUNS.has(words.split(' ', 1)[0] ?? '') ||
    people.find(run.text) !== null ||
    (isFullName(name) && !NOT_PERSON.has(name))
  )
}
