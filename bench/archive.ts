/** What the benchmarks of the server are done on: an archive behind a server of its own, filled over HTTP, and the bare server. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { article } from './article.ts'
import { bodyOf, revisedText } from './revised-texts.ts'
import { type Server, startServer } from './server.ts'

export const TOKEN = 'bench-token-of-a-run-on-this-machine'
export const AUTHORIZED = { authorization: `Bearer ${TOKEN}` }

export interface Archive {
  readonly file: string
  readonly app: Server
  readonly bare: Server
  readonly end: () => Promise<void>
}

/** Starts both servers over an empty archive. */
export async function openArchive(): Promise<Archive> {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-bench-'))
  const file = join(folder, 'archive.sqlite')
  const app = await startServer('dist/node.js', { ARCHIVE: file, BOOTSTRAP_TOKEN: TOKEN })
  const bare = await startServer('bench/bare-server.ts', { ARCHIVE: file, OWN: join(folder, 'bare.sqlite') })
  return {
    file,
    app,
    bare,
    async end() {
      await Promise.all([app.stop(), bare.stop()])
      rmSync(folder, { recursive: true })
    },
  }
}

export async function post(url: string, path: string, body: object): Promise<void> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { ...AUTHORIZED, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = await response.text()
  if (response.status !== 201) throw new Error(`POST ${path}: ${response.status} ${answer.slice(0, 300)}`)
}

export const openArticle = (url: string, slug: string) => post(url, '/v1/articles', { slug })

/** What is posted of an edition of the article: one amount, in one sentence, differs from the edition before. */
export function versionOf(edition: number) {
  const captured_at = new Date(Date.UTC(2025, 0, 1) + edition * 3_600_000).toISOString()
  return { ...article(edition), captured_at }
}

/** Milliseconds that recording an edition takes, request included. */
export async function postTimed(url: string, slug: string, edition: number): Promise<number> {
  const start = performance.now()
  await post(url, `/v1/articles/${slug}/versions`, versionOf(edition))
  return performance.now() - start
}

/** An article of which every version is one revision on: version 1 and version `revisions` + 1 are as many apart. */
export async function postRevised(url: string, slug: string, revisions: number): Promise<void> {
  await openArticle(url, slug)
  let sentences = article(1).body.split(/(?<=\.)\s+/)
  for (let n = 0; n <= revisions; n++) {
    if (n > 0) sentences = revisedText(sentences, 1, n)
    await post(url, `/v1/articles/${slug}/versions`, { ...versionOf(n), body: bodyOf(sentences) })
  }
}
