/** All routes that answer JSON, in one chain, so that the typed client is built from their types (see client.ts). */
import { Hono } from 'hono'
import type { App } from './context.ts'
import { analyze } from './routes/analyze.ts'
import { articles } from './routes/articles.ts'
import { audit } from './routes/audit.ts'
import { allCaptures, articleCaptures } from './routes/captures/captures.ts'
import { rawOfCaptures, rawOfVersions } from './routes/captures/raw.ts'
import { watches } from './routes/captures/watches.ts'
import { allChanges, articleChanges } from './routes/changes.ts'
import { allClaims, articleClaims } from './routes/claims.ts'
import { comparison } from './routes/compare.ts'
import { health, readiness } from './routes/health.ts'
import { hooks } from './routes/hooks.ts'
import { captureImport } from './routes/imports/import.ts'
import { ingests } from './routes/imports/ingest-lines.ts'
import { checkpoints } from './routes/log/checkpoint.ts'
import { logEntries } from './routes/log/entries.ts'
import { log } from './routes/log/log.ts'
import { recorded } from './routes/log/recorded-versions.ts'
import { archiveVerification } from './routes/log/verify-archive.ts'
import { publications } from './routes/publications.ts'
import { reanalysis } from './routes/reanalysis.ts'
import { allReviews, articleReviews } from './routes/reviews.ts'
import { searches } from './routes/search.ts'
import { allSources, articleSources } from './routes/sources.ts'
import { statistics } from './routes/statistics.ts'
import { aliases } from './routes/stories/aliases.ts'
import { lanes } from './routes/stories/lanes.ts'
import { oembed } from './routes/stories/oembed.ts'
import { oneSource } from './routes/stories/one-source.ts'
import { stories } from './routes/stories/stories.ts'
import { timeGates, timeMaps } from './routes/time-travel/by-address.ts'
import { timeTravel } from './routes/time-travel/by-slug.ts'
import { tokens } from './routes/tokens.ts'
import { exports } from './routes/transfer/export.ts'
import { restoration } from './routes/transfer/restore.ts'
import { verification } from './routes/verify.ts'
import { versions } from './routes/versions.ts'
import { withholdings } from './routes/withholdings.ts'

export const routes = new Hono<App>()
  .route('/healthz', health)
  .route('/readyz', readiness)
  .route('/v1/analyze', analyze)
  .route('/v1/articles', articles)
  .route('/v1/articles', versions)
  .route('/v1/articles', withholdings)
  .route('/v1/articles', aliases)
  .route('/v1/articles', articleClaims)
  .route('/v1/articles', articleChanges)
  .route('/v1/articles', lanes)
  .route('/v1/articles', articleReviews)
  .route('/v1/articles', articleSources)
  .route('/v1/articles', comparison)
  .route('/v1/articles', timeTravel)
  .route('/v1/articles', verification)
  .route('/v1/articles', reanalysis)
  .route('/v1/articles', articleCaptures)
  .route('/v1/articles', rawOfVersions)
  .route('/v1/captures', allCaptures)
  .route('/v1/captures', captureImport)
  .route('/v1/ingest', ingests)
  .route('/v1/captures', rawOfCaptures)
  .route('/v1/watches', watches)
  .route('/v1/claims', allClaims)
  .route('/v1/changes', allChanges)
  .route('/v1/log', log)
  .route('/v1/log', logEntries)
  .route('/v1/log', checkpoints)
  .route('/v1/verify', archiveVerification)
  .route('/v1/publications', publications)
  .route('/v1/versions', recorded)
  .route('/v1/reviews', allReviews)
  .route('/v1/search', searches)
  .route('/v1/sources', allSources)
  .route('/v1/sources', oneSource)
  .route('/v1/stories', stories)
  .route('/v1/hooks', hooks)
  .route('/v1/stats', statistics)
  .route('/v1/timegate', timeGates)
  .route('/v1/timemap', timeMaps)
  .route('/v1/tokens', tokens)
  .route('/v1/audit', audit)
  .route('/v1/export', exports)
  .route('/v1/restore', restoration)
  .route('/oembed', oembed)

/** The type from which the typed client is built. */
export type Routes = typeof routes
