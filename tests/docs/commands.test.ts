/** The command lines of the documentation, run as they are written, page after page, on an archive with the demo and the story of README.md. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../cli/on-file.ts'
import { wordsOf } from './curl.ts'
import { commandsOf, page } from './pages.ts'

/** Not run here: what reads the web, or talks to a server. */
const ELSEWHERE = /^(?:watch|import|hooks test|key create) |--url /

const lines = [
  'README.md',
  'cli.md',
  'reviews.md',
  'search.md',
  'statistics.md',
  'verify.md',
  'hooks.md',
  'captures.md',
  'self-hosting.md',
]
  .map((name) => (name === 'README.md' ? name : `docs/${name}`))
  .flatMap((path) => commandsOf(page(path), 'npx claimtrail').map((line) => [path, line] as const))
  .filter(([, line]) => !ELSEWHERE.test(line))

const folder = mkdtempSync(join(tmpdir(), 'claimtrail-docs-'))
const story = join(folder, 'story.txt')

beforeAll(async () => {
  writeFileSync(story, 'The ferry to Lund will cost 12 crowns from Monday, the operator said.\n')
  expect(await command('seed', '--archive', join(folder, 'a.sqlite'))).toMatchObject({ code: 0 })
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('runs', () => {
  it.each(lines)('%s: claimtrail %s', async (_, line) => {
    const today = new Date().toISOString().slice(0, 10)
    const words = wordsOf(line.replace('$(date -u +%F)', today)).map((word) => (word === 'story.txt' ? story : word))
    const { code, err } = await command(...words, '--archive', join(folder, 'a.sqlite'))
    expect({ code, err }).toMatchObject({ code: 0 })
    // The reader edits the file between two lines that archive it.
    if (words[0] === 'ingest') appendFileSync(story, '\nNobody will pay more than 20 crowns, he said.\n')
  })
})
