/** The record of the archive: its log, the present checkpoint, the keys that sign, and how readers verify it. */
import { Hono } from 'hono'
import { Failure } from '../../failure.ts'
import { type LogKeysJson, logKeysJson, type PresentLog, presentLog } from '../../http/answers/log-answer.ts'
import type { App } from '../../http/context.ts'
import { type LoggedEntryJson, loggedEntryJson } from '../../http/json/log/logged-entry-json.ts'
import { originOf } from '../../http/origin.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { thousands } from '../../http/words/counts.ts'
import { isoDay } from '../../http/words/times.ts'
import { entriesOf } from '../../store/log/entries.ts'
import { logSize } from '../../store/log/tree.ts'
import { address } from '../addresses.ts'
import { answerNow } from '../frame/answer-page.ts'
import { csvLink, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { ARCHIVE_RECORD } from '../words/record-words.ts'
import { entryTable } from './entry-table.ts'

const LATEST = 20

/** /record, and the present checkpoint as a file. */
export const archiveRecord = new Hono<App>()
  .get('/record', mayRead, async (c) => {
    const { store, clock } = c.var
    const log = await presentLog(c).catch(ifGaps)
    const size = log?.size ?? (await logSize(store))
    const rows = await entriesOf(store, { after: Math.max(0, size - LATEST), until: size, limit: LATEST })
    return answerNow(
      c,
      recordPage({
        log,
        size,
        keys: (await logKeysJson(store)).keys,
        latest: rows.toReversed().map(loggedEntryJson),
        file: fileName(clock()),
        origin: originOf(c),
      }),
    )
  })
  .get('/record/checkpoint', mayRead, async (c) => {
    const { note } = await presentLog(c)
    if (note === null) throw new Failure('not_found', 'There is no checkpoint of this archive.')
    return c.body(note, 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName(c.var.clock())}"`,
      'Cache-Control': 'no-store',
    })
  })

const fileName = (now: number): string => `${isoDay(new Date(now).toISOString())}.checkpoint`

/** A log with gaps has no root. */
function ifGaps(error: unknown): null {
  if (error instanceof RangeError) return null
  throw error
}

interface Record {
  /** null: the log has gaps. */
  readonly log: PresentLog | null
  readonly size: number
  readonly keys: LogKeysJson['keys']
  /** The latest first. */
  readonly latest: readonly LoggedEntryJson[]
  /** The name of the file of the checkpoint. */
  readonly file: string
  readonly origin: string
}

function recordPage(record: Record): Page {
  const { log, size, latest } = record
  const lede = size === 0 ? ARCHIVE_RECORD.empty : ARCHIVE_RECORD.lede(size)
  const range = { after: Math.max(0, size - LATEST) }
  return {
    title: ARCHIVE_RECORD.title,
    about: lede,
    path: address.record(),
    data: [jsonLink('/v1/log/entries', range), csvLink('/v1/log/entries', range)],
    body: html`<h1>${ARCHIVE_RECORD.title}</h1>
<p class="lede">${lede}</p>
${log ? NONE : html`<p class="lede broken">${ARCHIVE_RECORD.gaps}</p>`}
<p class="actions"><a class="button" href="${address.verification()}" rel="nofollow">${ARCHIVE_RECORD.verifyNow}</a> <span class="meta">${ARCHIVE_RECORD.verifyNote}</span></p>
<dl class="facts"><div><dt>${ARCHIVE_RECORD.entries}</dt><dd>${thousands(size)}</dd></div>
${log ? html`<div><dt>${ARCHIVE_RECORD.root}</dt><dd><code class="digest">${log.root}</code></dd></div>` : NONE}</dl>
<section class="guide"><h2>${ARCHIVE_RECORD.checkpoint}</h2>${checkpoint(record)}</section>
<section class="guide"><h2>${ARCHIVE_RECORD.keys}</h2>${keyList(record.keys)}</section>
<section class="guide"><h2>${ARCHIVE_RECORD.later}</h2>${later(record)}</section>
<section class="record"><h2>${ARCHIVE_RECORD.latest}</h2>
${latest.length === 0 ? html`<p>${ARCHIVE_RECORD.none}</p>` : entryTable(latest, ARCHIVE_RECORD.latest, true)}</section>`,
  }
}

function checkpoint({ log, file }: Record): Markup {
  if (!log?.note) return html`<p>${log?.hasKey === false ? ARCHIVE_RECORD.noKey : ARCHIVE_RECORD.notYet}</p>`
  return html`<p>${ARCHIVE_RECORD.checkpointNote}</p>
<pre>${log.note}</pre>
<p class="actions"><a class="button" href="${address.checkpoint()}" download="${file}">${ARCHIVE_RECORD.download}</a> <span class="meta">${file}</span></p>`
}

function keyList(keys: LogKeysJson['keys']): Markup {
  if (keys.length === 0) return html`<p>${ARCHIVE_RECORD.noKeys}</p>`
  const items = keys.map(
    ({ key, since, position }) =>
      html`<li><code class="digest">${key}</code> <span class="meta">${ARCHIVE_RECORD.keySince(since)}${position === null ? NONE : html` (<a href="/v1/log/entries/${position}">entry ${position} of the log</a>)`}</span></li>\n`,
  )
  return html`<p>${ARCHIVE_RECORD.keysNote}</p>
<ul class="faults">${items}</ul>`
}

function later({ keys, file, origin }: Record): Markup {
  const key = keys.at(-1)?.key
  return html`<p>${ARCHIVE_RECORD.laterNote}</p>
<pre>npx claimtrail verify --url ${origin} --checkpoint ${file}${key === undefined ? '' : ` --key '${key}'`}</pre>
<p>${ARCHIVE_RECORD.withoutCode}</p>`
}
