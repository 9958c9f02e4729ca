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
  const sources = SOURCES.map((source) => [...new Set(source(article).flatMap(namesIn))])
  for (const kind of KINDS) {
    const found = sources.map((names) => names.filter((name) => nameKind(name) === kind))
    const first = found.find((names) => names.length > 0)
    if (!first) continue
    const names =
      kind === 'person'
        ? (found.slice(0, 3).find((more) => more.length > first.length && includesAll(more, first)) ?? first)
        : first
    return names.slice(0, MOST_NAMES).join(', ')
  }
  return null
}

/** Names that are glued to a label or to each other tell nothing new. */
const includesAll = (names: readonly string[], others: readonly string[]) =>
  others.every((other) => names.filter((name) => name.toLowerCase().includes(other.toLowerCase())).length === 1)
