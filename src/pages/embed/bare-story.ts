/** The lines of a card about the story that it belongs to. */
import type { LaneVersionJson } from '../../http/json/stories/lanes-json.ts'
import { STORY } from '../words/story-words.ts'

export interface BareStory {
  readonly headline: string
  /** When its latest version was captured; null: no version is shown. */
  readonly latest: string | null
}

export function bareStory(article: { readonly title: string | null }, versions: readonly LaneVersionJson[]): BareStory {
  const last = versions.findLast(({ withheld }) => withheld === null)
  return { headline: last?.title || article.title || STORY.noTitle, latest: last?.captured_at ?? null }
}
