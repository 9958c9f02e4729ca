/** Takes out of the blocks that a reader found those that are no part of the article. */

import { beginsNote } from '../cleaning/note.ts'
import type { Block } from '../document/blocks.ts'
import { appeal } from './appeal.ts'
import { bylineLine } from './byline-line.ts'
import { captionLine } from './caption-line.ts'
import { counterLine } from './counter-line.ts'
import { deskCredits } from './desk-credits.ts'
import { doubled } from './doubled.ts'
import { embedLine } from './embed-line.ts'
import { linkList } from './link-list.ts'
import { postData } from './post-data.ts'
import { readMore } from './read-more.ts'
import { repeatedTitle } from './repeated-title.ts'
import { tail } from './tail.ts'
import { tools } from './tools.ts'
import type { TrimRule } from './trim-rule.ts'
import { wallLine } from './wall-line.ts'

const TRIM_RULES: readonly TrimRule[] = [
  tail,
  repeatedTitle,
  bylineLine,
  linkList,
  readMore,
  tools,
  counterLine,
  appeal,
  captionLine,
  wallLine,
  embedLine,
  postData,
  deskCredits,
  doubled,
]

/** The blocks without those that a rule drops; notes of editors stay. */
export function trimmed(blocks: readonly Block[], title: string | null): Block[] {
  let left = [...blocks]
  for (const rule of TRIM_RULES) {
    const before = left
    left = before.filter((block, index) => beginsNote(block.text) || !rule.drops(block, { blocks: before, index, title }))
  }
  return withoutEmptyHeadings(left)
}

/** Headings with nothing below them until the next, or the end, head what was taken out. */
function withoutEmptyHeadings(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex(({ kind }) => kind !== 'heading')
  return blocks.slice(0, last + 1)
}
