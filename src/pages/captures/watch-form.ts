/** The form of a watch: a new one, and one that stands. */

import { fieldsOf } from '../editing/fields.ts'
import type { Draft } from '../editing/submit.ts'
import type { Markup } from '../markup.ts'
import { WATCHES } from '../words/capture-words.ts'

/** The fields of a watch that stands, as the forms send them; those of a new one besides. */
export const READING_FIELDS = { publication: 'text', every: 'text', keep: 'kept', drop: 'kept' } as const
export const WATCH_FIELDS = { url: 'text', article: 'text', ...READING_FIELDS } as const

/** The values of the form as the interface takes them: minutes in seconds, selectors by line. Left out: nothing was said. */
export function watchOf(values: URLSearchParams, fields: readonly string[]): Record<string, unknown> {
  const given = (name: string) => values.get(name)?.trim() ?? ''
  const lines = (name: string) =>
    given(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const every = given('every')
  const all: Record<string, unknown> = {
    url: given('url') || undefined,
    article: given('article') || undefined,
    publication: given('publication') || null,
    every: every === '' ? null : /^\d{1,6}$/.test(every) ? Number(every) * 60 : every,
    keep: lines('keep'),
    drop: lines('drop'),
  }
  return Object.fromEntries(fields.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]))
}

export function readingControls(draft: Draft): Markup[] {
  const { text, area } = fieldsOf('watch', draft)
  return [
    text({ name: 'publication', label: WATCHES.publication, hint: WATCHES.publicationHint }),
    text({ name: 'every', label: WATCHES.every, hint: WATCHES.everyHint, type: 'number' }),
    area({ name: 'keep', label: WATCHES.keep, hint: WATCHES.selectorsHint, rows: 2 }),
    area({ name: 'drop', label: WATCHES.drop, hint: WATCHES.selectorsHint, rows: 2 }),
  ]
}

export function newWatchControls(draft: Draft): Markup[] {
  const { text } = fieldsOf('watch', draft)
  return [
    text({ name: 'url', label: WATCHES.url, type: 'url', required: true }),
    text({ name: 'article', label: WATCHES.article, hint: WATCHES.articleHint }),
    ...readingControls(draft),
  ]
}
