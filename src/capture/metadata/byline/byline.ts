/** The authors of the article. */
import { type NameKind, nameKind, namesIn } from './author-names.ts'
import type { Article, BylineSource } from './byline-source.ts'
import { linkedNames } from './linked-names.ts'
import { classedNames, linkedProfiles, markedNames } from './marked-names.ts'
import { metaNames } from './meta-names.ts'
import { printedNames } from './printed-names.ts'
import { signature } from './signature.ts'

/** The most reliable first. */
const SOURCES: readonly BylineSource[] = [
  linkedNames,
  metaNames,
  markedNames,
  printedNames,
  linkedProfiles,
  classedNames,
  signature,
]

const MOST_NAMES = 12

const KINDS: readonly NameKind[] = ['person', 'account', 'body']

/**
 * Names, separated by ", ": the persons of the first source that names one, with those whom a later source names beside all of them; else accounts
 * and first names, else bodies. null: the page names nobody.
 */
export function bylineOf(article: Article): string | null {
  const read: string[][] = []
  // Most pages name a person in their head, so that the other sources need not be read.
  const namesOf = (index: number, kind: NameKind) => {
    read[index] ??= [...new Set(SOURCES[index]?.(article).flatMap(namesIn))]
    return read[index].filter((name) => nameKind(name) === kind)
  }
  for (const kind of KINDS) {
    for (const index of SOURCES.keys()) {
      const first = namesOf(index, kind)
      if (first.length === 0) continue
      const more = kind === 'person' ? HEAD.map((head) => namesOf(head, kind)).find((names) => namesMore(names, first)) : null
      return (more ?? first).slice(0, MOST_NAMES).join(', ')
    }
  }
  return null
}

/** The places of the sources that may name all where another names one. */
const HEAD = [0, 1, 2]

const namesMore = (names: readonly string[], others: readonly string[]) =>
  names.length > others.length && includesAll(names, others)

/** Names that are glued to a label or to each other tell nothing new. */
const includesAll = (names: readonly string[], others: readonly string[]) =>
  others.every((other) => names.filter((name) => name.toLowerCase().includes(other.toLowerCase())).length === 1)
