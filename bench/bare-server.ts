/** The yardstick: node:http and better-sqlite3 and nothing else, answering a version's row as JSON at any path. */
import { createServer } from 'node:http'
import SQLite from 'better-sqlite3'

const database = new SQLite(process.env.ARCHIVE, { readonly: true })
const row = database.prepare(
  'select v.* from versions v join articles a on a.id = v.article_id where a.slug = ? and v.number = ?',
)

createServer((_, response) => {
  const body = JSON.stringify(row.get('bench', 1))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
