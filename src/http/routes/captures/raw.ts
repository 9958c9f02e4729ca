/** Routes of raw bytes: those that a version was read from, and those of any capture, as they came or as a WARC file. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { Failure } from '../../../failure.ts'
import { type CaptureRow, captureRows, rawOfVersion } from '../../../store/captures/captures.ts'
import { versionState } from '../../../store/read/versions.ts'
import { rawBytes } from '../../../watching/raw-store.ts'
import type { App } from '../../context.ts'
import { captureJson } from '../../json/captures/capture-json.ts'
import { WARC, warcOf } from '../../json/captures/warc-record.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { foundVersion, refuseWithheld, slugParam } from '../../request/article-path.ts'
import { param, query } from '../../request/input.ts'
import { requiresAndReads } from '../../request/require-scope.ts'
import { ordinal } from '../../request/values.ts'
import { renamed } from '../../response/renamed.ts'

const SCOPE = 'capture:read'
/** A browser must never run what a page of another site holds. */
const BYTES = 'application/octet-stream'

const rawQuery = {
  format: z
    .enum(['raw', 'warc'])
    .optional()
    .meta({ description: 'raw: the bytes of the body as they came, decoded; warc: a WARC file with the answer' }),
}

const rawDoc = {
  tag: 'Captures',
  texts: [BYTES, WARC],
  tagged: false,
  failures: [404, 410],
  scope: SCOPE,
  reads: true,
  headers: ['NoStore', 'Attachment', 'ReprDigest'],
} as const

/** Answers with the bytes of a capture. Throws Failure not_found where they are not kept. */
async function answerRaw(c: Context<App>, row: CaptureRow | undefined, missing: string, format: 'raw' | 'warc' = 'raw') {
  const bytes = row?.rawHash && c.var.raw ? await rawBytes(c.var.raw, row.rawHash) : null
  if (!row || bytes === null) throw new Failure('not_found', missing)
  const content = format === 'warc' ? warcOf(captureJson(row), bytes) : bytes
  const digest = await crypto.subtle.digest('SHA-256', content)
  c.header('Cache-Control', 'no-store')
  c.header('Content-Disposition', `attachment; filename="capture-${row.id}.${format === 'warc' ? 'warc' : 'bin'}"`)
  c.header('Repr-Digest', `sha-256=:${btoa(String.fromCharCode(...new Uint8Array(digest)))}:`)
  return c.body(content, 200, { 'Content-Type': format === 'warc' ? WARC : BYTES })
}

/** Under /v1/articles. */
export const rawOfVersions = new Hono<App>().get(
  '/:slug/versions/:number/raw',
  describeRoute({ ...rawDoc, id: 'getRawVersion', summary: 'The bytes that a version was read from' }),
  requiresAndReads(SCOPE),
  param({ slug: slugParam, number: ordinal }),
  query(rawQuery),
  async (c) => {
    const { slug, number } = c.req.valid('param')
    const state = foundVersion(await versionState(c.var.store, slug, number), slug, number)
    const moved = renamed(c, slug, state.slug)
    if (moved) return moved
    refuseWithheld({ slug, number, withheld: state.withheld })
    const [row] = await rawOfVersion(c.var.store, slug, number)
    return answerRaw(
      c,
      row,
      `The bytes of version ${number} of "${slug}" are not kept: it was handed in as text.`,
      c.req.valid('query').format,
    )
  },
)

/** Under /v1/captures. */
export const rawOfCaptures = new Hono<App>().get(
  '/:id/raw',
  describeRoute({ ...rawDoc, id: 'getRawCapture', summary: 'The bytes that a capture received' }),
  requiresAndReads(SCOPE),
  param({ id: ordinal }),
  query(rawQuery),
  async (c) => {
    const { id } = c.req.valid('param')
    const [row] = await captureRows(c.var.store, { id, limit: 1 })
    if (row?.article != null && row.version !== null) {
      const state = await versionState(c.var.store, row.article, row.version)
      if (state) refuseWithheld({ slug: row.article, number: row.version, withheld: state.withheld })
    }
    return answerRaw(
      c,
      row,
      row ? `The bytes of capture ${id} are not kept.` : `There is no capture ${id}.`,
      c.req.valid('query').format,
    )
  },
)
