/** Routes of statistics: time series of changes. */
import { Hono } from 'hono'
import { z } from 'zod'
import { INTERVALS } from '../../core/intervals.ts'
import { changeSeries, countFilter, type Point } from '../../reading/change-series.ts'
import { archiveRevision } from '../../store/read/articles.ts'
import { namesExist } from '../../store/read/name-exists.ts'
import { countRows, DIMENSIONS, type Dimension } from '../../store/read/statistics.ts'
import type { App } from '../context.ts'
import { kindSchema } from '../json/change-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { changeFilterShape, refuseUnknown } from '../request/change-filter.ts'
import { query } from '../request/input.ts'
import { listShape } from '../request/list.ts'
import { mayRead } from '../request/require-scope.ts'
import { fromTime, time, withinShape } from '../request/values.ts'
import { answerJson, archiveUnchanged, notModified } from '../response/conditional.ts'
import { answerList } from '../response/list-answer.ts'

const pointSchema = z
  .object({
    time: z.string().describe('When the interval begins'),
    kind: kindSchema.optional().describe('With by=kind: a change of several kinds counts once for each'),
    acknowledged: z.boolean().optional().describe('With by=acknowledged: whether the new version acknowledges the changes'),
    publication: z.string().nullable().optional().describe('With by=publication: the present publication of the article'),
    source: z.string().optional().describe('With by=source: the source before the change or after it'),
    source_id: z.int().optional(),
    article: z.string().optional().describe('With by=article: its slug'),
    count: z.int(),
  })
  .meta({ id: 'Point' })

const seriesSchema = z.object({
  interval: z.enum(INTERVALS),
  by: z.enum(DIMENSIONS),
  data: z.array(pointSchema).describe('By time, and by series at each time; 0 where nothing changed'),
})

type PointJson = z.infer<typeof pointSchema>

function pointJson({ time, name, id, count }: Point, by: Dimension): PointJson {
  const key = {
    kind: { kind: (name ?? '') as PointJson['kind'] },
    acknowledged: { acknowledged: name === 'true' },
    publication: { publication: name },
    source: { source: name ?? '', source_id: id ?? 0 },
    article: { article: name ?? '' },
  }[by]
  return { time, ...key, count }
}

const tableBy = (by: Dimension) => ({
  columns: ['time', by, ...(by === 'source' ? ['source_id'] : []), 'count'],
  flat: (point: PointJson) => ({
    time: point.time,
    kind: point.kind ?? null,
    acknowledged: point.acknowledged ?? null,
    publication: point.publication ?? null,
    source: point.source ?? null,
    source_id: point.source_id ?? null,
    article: point.article ?? null,
    count: point.count,
  }),
})

/** Changes of furniture are not counted. */
const STORY_ZONES = ['headline', 'lead', 'body'] as const

const start = fromTime.meta({
  description:
    'The interval in which it lies is the first. ISO 8601; a date alone means its beginning, UTC. Default: the first change, or as far back as there is room',
  example: '2025-03-12',
})

/** Under /v1/stats. */
export const statistics = new Hono<App>().get(
  '/changes',
  describeRoute({
    tag: 'Statistics',
    summary: 'Counts of changes as time series, by the time of capture of the version that brought them',
    answer: seriesSchema,
    list: true,
  }),
  mayRead,
  query({
    interval: z.enum(INTERVALS).optional().meta({ description: 'UTC; weeks begin on Monday (ISO 8601). Default: day' }),
    by: z.enum(DIMENSIONS).optional().meta({ description: 'What the series are. Default: kind' }),
    from: start.optional(),
    to: time.optional().meta({
      description: 'The interval in which it lies is the last. ISO 8601, UTC. Default: the last change',
      example: '2025-03-16',
    }),
    kind: changeFilterShape.kind,
    acknowledged: changeFilterShape.acknowledged,
    zone: z.enum(STORY_ZONES).optional().meta({ description: 'The zone of the sentence, or of a removed one its last zone' }),
    source: changeFilterShape.source.meta({
      description:
        'A source’s id or name. The counts of several of one name are added up: a change from one of these to another counts twice',
      example: 'Dmitri S. Peskov',
    }),
    ...withinShape,
    format: listShape.format,
  }),
  async (c) => {
    const { interval = 'day', by = 'kind', from, to, format, ...given } = c.req.valid('query')
    const { kind: kinds, acknowledged, zone, source, article: slug, publication } = given
    const question = { interval, by, from, to, kinds, acknowledged, zone, source, slug, publication }
    const filter = countFilter(question)
    const known = await archiveUnchanged(c, 't')
    if (known) return known
    const { store } = c.var
    const [[archive], [named], rows] = await store.batchRead([
      archiveRevision(store),
      namesExist(store, given),
      countRows(store, filter),
    ])
    refuseUnknown(given, named)
    const points = changeSeries(question, rows).map((point) => pointJson(point, by))
    const same = notModified(c, 't', archive?.revision ?? 0)
    if (same) return same
    if (format === undefined || format === 'json') return answerJson(c, { interval, by, data: points })
    return answerList(c, { data: points, next: null }, format, tableBy(by))
  },
)
