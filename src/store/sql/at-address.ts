/** The SQL condition for the addresses that are forms of one address. */
import { type SQL, sql } from 'drizzle-orm'
import { canonicalKey } from '../../addresses/canonical-key.ts'

/** Whether a row of `article_urls`, by the table's name or alias, is a form of an address; one without a key has to be the same. */
export function isFormOf(address: string, alias: string): SQL {
  const u = sql.identifier(alias)
  return sql`(${u}.key = ${canonicalKey(address)} or (${u}.key is null and ${u}.url = ${address}))`
}
