/** A place where pages name their authors. */
import type { Block } from '../../document/blocks.ts'
import type { PageFacts } from '../page-facts.ts'

/** The article as a source of names sees it: the page, its headline as printed, and the blocks of its body. */
export interface Article {
  readonly facts: PageFacts
  readonly title: string | null
  readonly body: readonly Block[]
}

/** Lines that name authors. */
export type BylineSource = (article: Article) => string[]
