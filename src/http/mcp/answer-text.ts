/** Answers of tools as text: bounded in size, each item with the address of its page, and how to go on where there is more. */
import type { Context } from 'hono'
import type { App } from '../context.ts'
import { originOf } from '../origin.ts'
import { shortened } from '../words/counts.ts'

/** The most characters of an answer, and those of them that are kept for its first line and for how to go on. */
export const MOST_CHARACTERS = 8000
const FRAME = 1000

/** A part of a list, and the path of its page. */
export interface Item {
  readonly text: string
  readonly page: string
}

interface List {
  /** The line above the list. */
  readonly head: string
  readonly items: readonly Item[]
  /** The most items that it can have: each has its share of the room. */
  readonly most: number
  /** The argument that a call for the rest changes: `cursor "…"`; null: there is no rest. */
  readonly next: string | null
}

/** The text of a list. */
export function listText(c: Context<App>, { head, items, most, next }: List): string {
  const origin = originOf(c)
  const room = Math.floor((MOST_CHARACTERS - FRAME) / most) - '- \n'.length
  const lines = items.map(({ text, page }) => {
    const url = origin + page
    return `- ${shortened(oneLine(text), Math.max(0, room - url.length - 1))} ${url}`
  })
  const rest = next === null ? [] : [`There is more: make the same call with ${next}.`]
  return [shortened(head, FRAME / 2), ...lines, ...rest].join('\n')
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** How to ask for the page behind a cursor. */
export const afterCursor = (cursor: string | null): string | null => (cursor === null ? null : `cursor "${cursor}"`)

/** Some of the items that are at hand, and how to ask for those behind them. */
export function skipping<Row>(rows: readonly Row[], skip: number, most: number) {
  const rest = rows.length - skip - most
  return { rows: rows.slice(skip, skip + most), next: rest > 0 ? `skip ${skip + most} (${rest} left)` : null }
}
