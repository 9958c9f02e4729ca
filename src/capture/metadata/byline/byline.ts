/** The authors of the article. */
import type { PageFacts } from '../page-facts.ts'
import { type NameKind, nameKind, namesIn } from './author-names.ts'
import { BYLINE_SOURCES, type BylineSource } from './byline-sources.ts'

const MOST_NAMES = 12

const KINDS: readonly NameKind[] = ['person', 'account', 'body']

/**
 * Names, separated by ", ": the persons of the first source that names one; else accounts and first names, else bodies. null: the page names nobody.
 */
export function bylineOf(facts: PageFacts, title: string | null): string | null {
  const names: string[][] = []
  // Most pages name a person in their head, so that the other sources need not be read.
  const namesOf = (index: number, source: BylineSource) => (names[index] ??= source(facts, title).flatMap(namesIn))
  for (const kind of KINDS) {
    for (const [index, source] of BYLINE_SOURCES.entries()) {
      const found = [...new Set(namesOf(index, source).filter((name) => nameKind(name) === kind))]
      if (found.length) return found.slice(0, MOST_NAMES).join(', ')
    }
  }
  return null
}
