/** Full-text queries in which nothing that a user types is a syntax error. */
import { type SQLWrapper, sql } from 'drizzle-orm'

/** Whether a text holds these words, whatever the case of its ASCII letters. Not LIKE: D1 refuses patterns of over 50 bytes. */
export const holds = (text: SQLWrapper, words: string) => sql`instr(lower(${text}), lower(${words})) > 0`

/**
 * An FTS5 query for a user's words: phrases in double quotes stay phrases, a word that ends in `*` is a prefix, every other
 * character is text. All must occur. Source: SQLite FTS5, "Full-text Query Syntax".
 */
export function matchQuery(words: string): string {
  const terms = [...words.matchAll(/"([^"]*)"|(\S+)/g)].flatMap(([, phrase, word]) => {
    const text = (phrase ?? word ?? '').replaceAll('"', '')
    if (!/[\p{L}\p{N}]/u.test(text)) return []
    const prefix = word?.endsWith('*') ? ' *' : ''
    return [`"${text.replace(/\*$/, '')}"${prefix}`]
  })
  return terms.length ? terms.join(' ') : '""'
}
