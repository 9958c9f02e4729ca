/**
 * The yardsticks: node:http and better-sqlite3 and, to compare, jsdiff, and nothing else. Answers a version's row, jsdiff's words
 * between two versions, a search with snippets, and records a text with its search entry, into a database of its own.
 */
import { createServer, type IncomingMessage } from 'node:http'
import SQLite from 'better-sqlite3'
import { diffWords } from 'diff'

const archive = new SQLite(process.env.ARCHIVE, { readonly: true })
const row = archive.prepare(
  'select v.* from versions v join articles a on a.id = v.article_id where a.slug = ? and v.number = ?',
)
const search = archive.prepare(
  `select rowid, snippet(sentence_search, 0, '<b>', '</b>', '…', 32) snippet, bm25(sentence_search) rank
   from sentence_search where sentence_search match ? order by rank limit 50`,
)

const own = new SQLite(process.env.OWN)
own.pragma('journal_mode = WAL')
own.pragma('synchronous = NORMAL')
own.exec('create table texts (id integer primary key, title text, body text)')
own.exec('create virtual table text_search using fts5 (title, body)')
const insert = own.prepare('insert into texts (title, body) values (?, ?)')
const enter = own.prepare('insert into text_search (rowid, title, body) values (?, ?, ?)')
const record = own.transaction(({ title, body }: { title: string; body: string }) => {
  const { lastInsertRowid: id } = insert.run(title, body)
  enter.run(id, title, body)
  return { id: Number(id) }
})

const bodyAt = (slug: string, number: number) => (row.get(slug, number) as { body: string }).body

async function answer(request: IncomingMessage): Promise<unknown> {
  const [, what, slug = '', a, b] = (request.url ?? '').split('/')
  if (what === 'compare') return diffWords(bodyAt(slug, Number(a)), bodyAt(slug, Number(b)))
  if (what === 'search') return search.all(decodeURIComponent(slug))
  if (what === 'version') return row.get(slug, Number(a))
  let sent = ''
  for await (const part of request) sent += part
  return record(JSON.parse(sent))
}

createServer(async (request, response) => {
  const body = JSON.stringify(await answer(request))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
