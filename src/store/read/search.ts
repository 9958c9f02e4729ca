/** Full-text queries (SQLite FTS5) in which no input of a user is a syntax error. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { type Field, queryTerms, type Term } from '../../core/search/query.ts'
import { archive } from '../schema.ts'
import type { Store } from '../store.ts'

/** Whether a text holds these words, whatever the case of its ASCII letters. Not LIKE: D1 refuses patterns of over 50 bytes. */
export const holds = (text: SQLWrapper, words: string | SQLWrapper) => sql`instr(lower(${text}), lower(${words})) > 0`

/** The most words of a name that are compared. */
const MOST_WORDS = 12

/** Whether a name holds all words of a text, in any order; initials count only where there is nothing else. */
export function holdsWords(name: SQLWrapper, text: string): SQL {
  const all = text.split(/[\s,]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const long = all.filter((word) => !/^(?:\p{L}\.?|(?:\p{L}\.)+)$/u.test(word))
  const words = long.length > 0 ? long : all.length > 0 ? all : [text]
  return sql.join(
    words.slice(0, MOST_WORDS).map((word) => holds(name, word)),
    sql` and `,
  )
}

/** The two search indexes. */
export type Searched = 'sentences' | 'claims'

const COLUMNS: Record<Searched, Partial<Record<Field, string>>> = {
  sentences: { text: 'text' },
  claims: { text: '{label content}', label: 'label', content: 'content', source: 'source' },
}

/** The fields that the terms name and that index does not have. */
export function missingFields(terms: readonly Term[], searched: Searched): Field[] {
  return terms.flatMap(({ field }) => (field !== null && COLUMNS[searched][field] === undefined ? field : []))
}

/** The FTS5 expression that matches all terms but the excluded ones, and none of those. Without a term to match, it matches nothing. */
export function matching(terms: readonly Term[], searched: Searched): string {
  const expression = (term: Term) => {
    const column = term.field && COLUMNS[searched][term.field]
    return column ? `${column} : ${phrase(term)}` : phrase(term)
  }
  const wanted = terms.filter((term) => !term.excluded).map(expression)
  const excluded = terms.filter((term) => term.excluded).map(expression)
  if (wanted.length === 0) return '""'
  return excluded.length ? `(${wanted.join(' ')}) NOT (${excluded.join(' OR ')})` : wanted.join(' ')
}

/** The FTS5 expression that marks the words that are searched for, wherever they occur: in texts that have all of them, or any. */
export function marking(terms: readonly Term[], which: 'all' | 'any'): string {
  const wanted = terms.filter((term) => !term.excluded)
  return wanted.length ? wanted.map(phrase).join(which === 'all' ? ' ' : ' OR ') : '""'
}

const phrase = ({ words, prefix }: Term) => `"${words}"${prefix ? ' *' : ''}`

/** More sentences than these are many. */
const MANY_SENTENCES = 5000

/** Whether many sentences match an expression of FTS5. */
export async function matchesMany({ db }: Store, match: string): Promise<boolean> {
  const [count] = await db
    .select({
      sentences: sql<number>`(select count(*) from (select 1 from sentence_search where sentence_search match ${match} limit ${MANY_SENTENCES}))`,
    })
    .from(archive)
  return count?.sentences === MANY_SENTENCES
}

/** As `matching`, for the words that a list of claims is filtered by. */
export const matchQuery = (words: string) => matching(queryTerms(words), 'claims')
