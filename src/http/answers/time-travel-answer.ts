/** TimeGates and TimeMaps (RFC 7089) of an article, found by its slug or by its address on the web. */
import type { Context } from 'hono'
import { Failure } from '../../failure.ts'
import type { Memento, MementoHead } from '../../store/read/mementos.ts'
import type { App } from '../context.ts'
import { type Addresses, LINK_FORMAT, mementoLinks, rangeOf, timeMapJson, timeMapText, travelLinks } from '../json/memento.ts'
import { originOf } from '../origin.ts'
import { refuseWithheld } from '../request/article-path.ts'
import { page } from '../request/list.ts'
import { answerJson, answerText, type Otherwise } from '../response/conditional.ts'

/** Mementos a page: about 150 KB. */
export const MOST_MEMENTOS = 1000

/** Redirects to the memento that a time leads to. Throws Failure: withheld, not_found. */
export function answerTimeGate(c: Context<App>, head: MementoHead, addresses: Addresses): Otherwise {
  const { at, first, last, withheld } = head
  if (at === null) {
    if (withheld) refuseWithheld({ slug: head.slug, number: withheld.number, withheld: withheld.reason })
    throw new Failure('not_found', `"${head.slug}" has no version yet.`)
  }
  const mementos = [['first', first] as const, ['', at] as const, ['last', last] as const]
  c.header('Vary', 'accept-datetime')
  c.header('Link', [...travelLinks(addresses, rangeOf(first, last)), ...mementoLinks(addresses, mementos)].join(', '))
  c.header('Cache-Control', 'no-cache')
  return c.redirect(`${addresses.versions}/${at.number}`, 302) as Response as Otherwise
}

interface TimeMapRows {
  readonly head: MementoHead
  /** One more than `limit` where a page follows. */
  readonly rows: readonly (Memento & { readonly place: string })[]
  readonly limit: number
  /** Whether it is a page behind the first. */
  readonly continued: boolean
  /** The absolute address of the page behind a cursor. */
  readonly pageAt: (cursor: string) => string
}

/** Answers with a page of a TimeMap. */
export function answerTimeMap(c: Context<App>, given: TimeMapRows, addresses: Addresses, format: 'link' | 'json') {
  const { head, rows, limit, continued, pageAt } = given
  const { data, next } = page(rows, limit, 'memento', ({ place }) => [place])
  const from = rows[limit]
  const { pathname, search } = new URL(c.req.url)
  const map = {
    head,
    mementos: data,
    self: originOf(c) + pathname + search,
    next: next !== null && from ? { cursor: next, url: pageAt(next), from } : null,
    continued,
  }
  if (map.next) c.header('Link', `<${map.next.url.slice(originOf(c).length)}>; rel="next"`)
  if (format === 'json') return answerJson(c, timeMapJson(addresses, map))
  return answerText(c, timeMapText(addresses, map), LINK_FORMAT)
}
