/** Routes of feeds, as Atom and as JSON Feed: the changes of the archive by any filter, and those of sentences that have words. */
import { type Context, Hono } from 'hono'
import { invalid } from '../../../failure.ts'
import type { Words } from '../../../store/read/change-filter.ts'
import { changeRows } from '../../../store/read/changes.ts'
import { matchesMany, matching, missingFields } from '../../../store/read/search.ts'
import { answerFeed, docOf, type Feed, newest, type PageOfFeed, pageShape } from '../../answers/feed-answer.ts'
import { terms } from '../../answers/search-answer.ts'
import type { App } from '../../context.ts'
import type { FeedFormat } from '../../json/feed-formats.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { archiveFilterShape, changeFilterOf, type GivenFilter } from '../../request/change-filter.ts'
import { query } from '../../request/input.ts'
import { DEFAULT_LIMIT, fromCursor } from '../../request/list.ts'
import { mayReadFeed } from '../../request/require-scope.ts'
import { zoneSchema } from '../../request/vocabulary.ts'
import { archiveAnswer } from '../../response/archive-answer.ts'
import { archiveUnchanged } from '../../response/conditional.ts'

/** Answers with the changes that pass a filter, and have words where these are given. */
function answerArchive(
  c: Context<App>,
  given: GivenFilter & PageOfFeed,
  feed: Omit<Feed, 'begun'>,
  words?: Words,
): Promise<Response> {
  const { limit = DEFAULT_LIMIT } = given
  const [below] = fromCursor('entries', { cursor: given.cursor }, 'id') ?? []
  const filter = { ...changeFilterOf(given), ...newest, words, below, firstAsOne: true, limit: limit + 1 }
  return archiveAnswer<[ReturnType<typeof changeRows>], Response>(
    c,
    `${feed.name}-${feed.format}`,
    // A subscription may be one to a publication that has no article yet.
    { article: given.article, source: given.source },
    () => [changeRows(c.var.store, filter)],
    // A revision is the time of its write; the first, before any, is 1.
    ([rows], revision) => answerFeed(c, { ...feed, begun: new Date(revision).toISOString() }, rows, limit),
  )
}

/** Words are found by the trails of claims, which furniture has not. */
const besidesWords = {
  ...archiveFilterShape,
  zone: zoneSchema
    .exclude(['furniture'])
    .optional()
    .meta({ description: 'The zone of the sentence, or of a removed one its last zone' }),
}

/** The words of a feed's sentences. */
async function wordsOf(c: Context<App>, q: Parameters<typeof matching>[0]): Promise<Words> {
  const [missing] = missingFields(q, 'sentences')
  if (missing) throw invalid('query.q', `sentences have no "${missing}:"`)
  const match = matching(q, 'sentences')
  return { match, common: await matchesMany(c.var.store, match) }
}

/** Under /feeds: of the archive. */
export const archiveFeeds = new Hono<App>()

const NAMES: Readonly<Record<FeedFormat, string>> = { atom: 'Atom', json: 'JsonFeed' }

for (const format of ['atom', 'json'] as const) {
  archiveFeeds
    .get(
      `/changes.${format}`,
      describeRoute(
        docOf(`getChanges${NAMES[format]}`, 'The changes of the archive, newest first; a first version is one entry', [format]),
      ),
      mayReadFeed,
      query({ ...pageShape, ...archiveFilterShape }),
      (c) =>
        answerArchive(c, c.req.valid('query'), {
          name: 'changes',
          title: 'Claimtrail: changes',
          about: '/v1/changes',
          page: '/',
          path: '/feeds/changes',
          format,
        }),
    )
    .get(
      `/search.${format}`,
      describeRoute(
        docOf(
          `getSearch${NAMES[format]}`,
          'The changes of sentences that have words, before or after, newest first; a first version is one entry',
          [format],
        ),
      ),
      mayReadFeed,
      query({ q: terms, ...pageShape, ...besidesWords }),
      async (c) => {
        const { q, ...given } = c.req.valid('query')
        const asked = new URLSearchParams({ q: c.req.query('q') ?? '' })
        const feed = {
          name: 'search',
          title: 'Claimtrail: changes of sentences',
          about: `/v1/search?${asked}`,
          page: `/search?${asked}`,
          path: '/feeds/search',
          format,
        } as const
        const cached = await archiveUnchanged(c, `${feed.name}-${format}`)
        return cached ?? answerArchive(c, given, feed, await wordsOf(c, q))
      },
    )
}
