/** The tables of migrations/ as Drizzle sees them. The migrations explain the columns. */
import { integer, numeric, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Aside } from './sql/aside.ts'

const id = () => integer('id').primaryKey()

export const articles = sqliteTable('articles', {
  id: id(),
  slug: text('slug').notNull(),
  title: text('title'),
  publication: text('publication'),
  createdAt: text('created_at').notNull(),
  revision: integer('revision').notNull(),
  recordings: integer('recordings').notNull(),
  versionCount: integer('version_count').notNull(),
  latestVersion: integer('latest_version'),
  firstCapturedAt: text('first_captured_at'),
  latestCapturedAt: text('latest_captured_at'),
  presentClaims: integer('present_claims').notNull(),
  withdrawnClaims: integer('withdrawn_claims').notNull(),
})

export const slugs = sqliteTable('slugs', {
  slug: text('slug').primaryKey(),
  articleId: integer('article_id').notNull(),
})

export const articleUrls = sqliteTable('article_urls', {
  articleId: integer('article_id').notNull(),
  url: text('url').notNull(),
  since: text('since').notNull(),
  key: text('key'),
})

/** A view: the articles that are aliases of others. */
export const aliases = sqliteTable('aliases', {
  articleId: integer('article_id').primaryKey(),
  ofId: integer('of_id').notNull(),
  reason: text('reason').notNull(),
  decidedBy: text('decided_by').notNull(),
  decidedAt: text('decided_at').notNull(),
  watches: text('watches').notNull(),
})

export const archive = sqliteTable('archive', {
  id: id(),
  revision: integer('revision').notNull(),
  loggedUntil: integer('logged_until'),
})

export const analysisRuns = sqliteTable('analysis_runs', {
  id: id(),
  engine: text('engine').notNull(),
  reason: text('reason', { enum: ['ingest', 'reanalysis'] }).notNull(),
  startedAt: text('started_at').notNull(),
})

export const versions = sqliteTable('versions', {
  id: id(),
  articleId: integer('article_id').notNull(),
  number: integer('number').notNull(),
  place: text('place').notNull(),
  capturedAt: text('captured_at').notNull(),
  publishedAt: text('published_at'),
  modifiedAt: text('modified_at'),
  recordedAt: text('recorded_at').notNull(),
  url: text('url'),
  title: text('title').notNull(),
  byline: text('byline'),
  body: text('body').notNull(),
  wordCount: integer('word_count').notNull(),
  sentences: text('sentences').notNull(),
  runId: integer('run_id').notNull(),
  language: text('language'),
  unsupported: integer('unsupported', { mode: 'boolean' }).notNull(),
  contentHash: text('content_hash').notNull(),
  previous: text('previous').notNull(),
  hash: text('hash').notNull(),
  rereads: integer('rereads'),
})

/** A view: the last reason of each version that is withheld. */
export const withholdings = sqliteTable('withholdings', {
  versionId: integer('version_id').primaryKey(),
  reason: text('reason').notNull(),
  withheldAt: text('withheld_at').notNull(),
})

export const sentences = sqliteTable('sentences', {
  id: id(),
  articleId: integer('article_id').notNull(),
  headline: integer('headline').notNull(),
  hash: text('hash').notNull(),
  text: text('text').notNull(),
})

export const statements = sqliteTable('statements', {
  id: id(),
  sentenceId: integer('sentence_id').notNull(),
  place: integer('place').notNull(),
  runId: integer('run_id').notNull(),
  words: integer('words').notNull(),
  analysis: text('analysis').notNull(),
})

export const sources = sqliteTable('sources', {
  id: id(),
  kind: text('kind', { enum: ['named', 'unnamed', 'document'] }).notNull(),
  key: text('key').notNull(),
  name: text('name').notNull(),
  claims: integer('claims').notNull(),
  present: integer('present').notNull(),
  articles: integer('articles').notNull(),
})

export const articleSources = sqliteTable('article_sources', {
  articleId: integer('article_id').notNull(),
  sourceId: integer('source_id').notNull(),
  claims: integer('claims').notNull(),
  present: integer('present').notNull(),
})

export const CLAIM_STATUSES = ['present', 'withdrawn', 'superseded', 'merged', 'split', 'retracted'] as const

/** The verdicts of people on a claim or a change. */
export const VERDICTS = ['confirmed', 'rejected'] as const

export const claims = sqliteTable('claims', {
  id: id(),
  articleId: integer('article_id').notNull(),
  number: integer('number').notNull(),
  status: text('status', { enum: CLAIM_STATUSES }).notNull(),
  statementId: integer('statement_id').notNull(),
  sourceId: integer('source_id'),
  label: text('label').notNull(),
  verdict: text('verdict', { enum: VERDICTS }),
  humanLabel: text('human_label'),
  checkWorthiness: numeric('check_worthiness', { mode: 'number' }).notNull(),
  dates: text('dates'),
  lastPlace: text('last_place'),
  changes: integer('changes').notNull(),
})

export const wordings = sqliteTable('wordings', {
  id: id(),
  claimId: integer('claim_id').notNull(),
  fromPlace: text('from_place').notNull(),
  untilPlace: text('until_place'),
  articleId: integer('article_id').notNull(),
  statementId: integer('statement_id').notNull(),
  ordinal: integer('ordinal').notNull(),
  sourceId: integer('source_id'),
  reading: text('reading'),
  ended: text('ended', { enum: ['reworded', 'withdrawn', 'superseded', 'merged', 'split'] }),
  successor: integer('successor'),
  stood: text('stood'),
})

export const changes = sqliteTable('changes', {
  id: id(),
  articleId: integer('article_id').notNull(),
  fromVersion: integer('from_version'),
  toVersion: integer('to_version').notNull(),
  kinds: integer('kinds').notNull(),
  before: text('before').notNull(),
  after: text('after').notNull(),
  detail: text('detail').notNull(),
  evidence: text('evidence').notNull(),
  acknowledged: integer('acknowledged', { mode: 'boolean' }).notNull(),
  aside: integer('aside').$type<Aside>().notNull(),
  note: text('note'),
  retracts: integer('retracts'),
  reviewId: integer('review_id'),
  recordedAt: text('recorded_at').notNull(),
})

export const trails = sqliteTable('trails', {
  claimId: integer('claim_id').notNull(),
  changeId: integer('change_id').notNull(),
  sourceBefore: integer('source_before'),
  sourceAfter: integer('source_after'),
})

export const REVIEW_ACTIONS = ['confirm', 'reject', 'relabel', 'merge', 'split', 'supersede', 'add', 'withdraw'] as const

export const reviews = sqliteTable('reviews', {
  id: id(),
  articleId: integer('article_id').notNull(),
  claim: integer('claim').notNull(),
  changeId: integer('change_id'),
  action: text('action', { enum: REVIEW_ACTIONS }).notNull(),
  detail: text('detail').notNull(),
  withdraws: integer('withdraws'),
  reviewer: text('reviewer').notNull(),
  reason: text('reason'),
  reviewedAt: text('reviewed_at').notNull(),
})

export const checks = sqliteTable('checks', {
  id: id(),
  articleId: integer('article_id').notNull(),
  capturedAt: text('captured_at').notNull(),
  contentHash: text('content_hash').notNull(),
  versionId: integer('version_id').notNull(),
  url: text('url'),
  publishedAt: text('published_at'),
  modifiedAt: text('modified_at'),
  recordedAt: text('recorded_at').notNull(),
})

export const tokens = sqliteTable('tokens', {
  id: id(),
  name: text('name').notNull(),
  hash: text('hash').notNull(),
  scopes: text('scopes').notNull(),
  createdAt: text('created_at').notNull(),
  revokedAt: text('revoked_at'),
  expiresAt: text('expires_at'),
  lastUsedAt: text('last_used_at'),
})

export const idempotencyKeys = sqliteTable('idempotency_keys', {
  tokenId: integer('token_id').notNull(),
  key: text('key').notNull(),
  requestHash: text('request_hash').notNull(),
  status: integer('status').notNull(),
  about: text('about').notNull(),
  createdAt: text('created_at').notNull(),
})

export type ReviewAction = (typeof REVIEW_ACTIONS)[number]
