/** The route of all versions of the archive, as they were recorded: a feed to poll that misses none. */
import { Hono } from 'hono'
import { lastVersion, recordedVersions } from '../../../store/read/lists/version-lists.ts'
import type { App } from '../../context.ts'
import { versionListJson, versionListSchema, versionTable } from '../../json/version-json.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { query } from '../../request/input.ts'
import { feedOf, listShape, refuseTwoStarts, sinceShape } from '../../request/list.ts'
import { mayRead } from '../../request/require-scope.ts'
import { withinShape } from '../../request/values.ts'
import { archiveAnswer } from '../../response/archive-answer.ts'
import { listOf } from '../../response/list-answer.ts'

/** Under /v1/versions. */
export const recorded = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Versions',
    id: 'listRecordedVersions',
    summary: 'All versions of the archive as they were recorded, also those that changed no claim',
    answer: feedOf(versionListSchema),
    list: true,
  }),
  mayRead,
  query({
    ...listShape,
    ...withinShape,
    since: sinceShape.meta({
      description: '`next` of the last answer: versions recorded after it. `now`: none yet, and the `next` to begin with',
    }),
  }),
  (c) => {
    const given = c.req.valid('query')
    refuseTwoStarts(given)
    const { store } = c.var
    const { article: slug, publication } = given
    const list = listOf('versions', ['id'], given, {
      rows: (after, limit, end) =>
        recordedVersions(store, { slug, publication, after: after?.[0] ?? 0, until: end?.[0], limit }),
      key: (version) => [version.id],
    })
    return archiveAnswer(
      c,
      'v',
      { article: slug, publication },
      // The highest id is read before the rows, so that versions recorded in between are read again and not skipped.
      () => [lastVersion(store), list.first()],
      ([[last], rows]) =>
        list.answer(c, rows, { json: versionListJson, table: versionTable }, [Math.max(list.start?.[0] ?? 0, last?.id ?? 0)]),
    )
  },
)
