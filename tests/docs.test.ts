/** README and docs/ name every route, setting, command, script and kind there is, and no other; their examples are true of the demo. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { EXIT } from '../src/cli/exit.ts'
import { SETTINGS } from '../src/config.ts'
import { KINDS } from '../src/core/changes/change.ts'
import { STATUSES } from '../src/failure.ts'
import { TOOLS } from '../src/http/mcp/tools.ts'
import { SCOPES } from '../src/settings/scopes.ts'
import { CLAIM_STATUSES, REVIEW_ACTIONS } from '../src/store/schema.ts'
import { play } from './cli/stage.ts'
import { HOST, requestOf, wordsOf } from './docs/curl.ts'
import { demoStage } from './docs/demo.ts'
import { anchorsOf, codeIn, commandsOf, type Fence, fencesOf, linksOf, PAGES, page, rowsOf } from './docs/pages.ts'
import { faultsIn, lineFaults, parseShown } from './docs/shown.ts'
import { type Document, operationsOf } from './http/described.ts'
import { read, type Stage, TOKEN, well } from './http/stage.ts'

const bare = createApp(() => ({
  store: {} as never,
  config: { readTokenRequired: false, bootstrapToken: '' },
  clock: Date.now,
}))
const document = (await (await bare.request('/openapi.json')).json()) as Document
const all = PAGES.map(({ text }) => text).join('\n')
const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'scripts' | 'dependencies' | 'devDependencies',
  Record<string, string>
>

/** The rows of a page's tables whose first cell is code that `pattern` matches: that code, and the other cells. */
const named = (path: string, pattern: RegExp) =>
  rowsOf(page(path)).flatMap(([first = '', ...cells]) =>
    codeIn(first)
      .filter((code) => pattern.test(code))
      .map((code) => ({ code, cells })),
  )

describe('README.md', () => {
  it('has at most 8,192 bytes', () => expect(readFileSync('README.md').length).toBeLessThanOrEqual(8192))

  it('links to every page of docs/', () => {
    const linked = linksOf(page('README.md')).map((target) => target.split('#')[0])
    const missing = PAGES.filter(({ path }) => path !== 'README.md' && !linked.includes(path))
    expect(missing.map(({ path }) => path)).toEqual([])
  })
})

describe('the pages name', () => {
  it('every route with its query parameters, and no other', () => {
    const LIST = ['limit', 'cursor', 'format']
    const routes = operationsOf(document).map(({ method, path, parameters }) => {
      const names = parameters.filter((p) => p.in === 'query' && !LIST.includes(p.name)).map(({ name }) => name)
      return `${method} ${path} ${names.sort().join(' ')}`
    })
    const rows = named('docs/http.md', /^[A-Z]+ \//).map(({ code, cells }) => {
      return `${code} ${codeIn(cells.at(-1) ?? '')
        .sort()
        .join(' ')}`
    })
    expect(rows.sort()).toEqual(routes.sort())
  })

  it('every path of a route as it is', () => {
    const paths = document.paths
    const wrong = codeIn(all).filter((code) => /^[A-Z]+ \//.test(code) && !paths[code.split(' ')[1] ?? ''])
    expect(wrong).toEqual([])
  })

  it('every setting with its default', () => {
    const rows = named('docs/self-hosting.md', /^[A-Z_]+$/).filter(({ code }) => !/^\d/.test(code))
    expect(rows.map(({ code }) => code).sort()).toEqual(Object.keys(SETTINGS).sort())
    const defaults = rows.map(({ code, cells: [value = ''] }) => [code, codeIn(value)[0] ?? ''])
    expect(Object.fromEntries(defaults)).toEqual(
      Object.fromEntries(Object.entries(SETTINGS).map(([name, { fallback }]) => [name, fallback])),
    )
  })

  it('every npm script, and no other', () => {
    const scripts = Object.keys(packageJson.scripts).filter((name) => !name.startsWith('pre'))
    const shown = [...all.matchAll(/\bnpm (?:run )?((?<=run )[\w:]+|start|test)(?![\w:])/g)].map(([, name = '']) => name)
    expect([...new Set(shown)].sort()).toEqual(scripts.sort())
  })

  it('every package that is installed, types and formats aside', () => {
    const packages = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies })
    const words = page('ARCHITECTURE.md').toLowerCase()
    const missing = packages.filter((name) => !/types|ajv-formats/.test(name) && !words.includes(name.replace('@biomejs/', '')))
    expect(missing).toEqual([])
  })

  it('every kind of change, in order', () => {
    expect(named('docs/changes.md', /^[a-z_]+$/).map(({ code }) => code)).toEqual(KINDS)
  })

  it('every code of an error with its status', () => {
    const rows = named('docs/http.md', /^[a-z_]+$/).filter(({ cells: [status = ''] }) => /^\d{3}$/.test(status))
    expect(Object.fromEntries(rows.map(({ code, cells }) => [code, Number(cells[0])]))).toEqual(STATUSES)
  })

  it('every tool of assistants, in order, with its arguments', () => {
    const rows = named('docs/mcp.md', /^[a-z]+(?:_[a-z]+)+$/).map(({ code, cells }) => [code, codeIn(cells.at(-1) ?? '')])
    expect(rows).toEqual(TOOLS.map(({ name, takes }) => [name, takes]))
  })

  it('every action of a review', () => {
    expect(named('docs/reviews.md', /^[a-z]+$/).map(({ code }) => code)).toEqual(REVIEW_ACTIONS)
  })

  it('every scope that opens something', () => {
    const scopes = named('docs/self-hosting.md', /^[a-z]+:[a-z]+$/).map(({ code }) => code)
    expect(scopes.sort()).toEqual([...SCOPES].sort())
  })

  it('every status of a claim', () => {
    expect(CLAIM_STATUSES.filter((status) => !codeIn(page('docs/claims.md')).includes(status))).toEqual([])
  })

  it('every exit code', () => {
    const codes = rowsOf(page('docs/cli.md')).flatMap(([first = '']) => (/^\d$/.test(first) ? [Number(first)] : []))
    expect(codes).toEqual(Object.values(EXIT).sort())
  })
})

describe('the command line', async () => {
  const { out } = await play(['--help'])
  const commands = (/COMMANDS\n\n([\s\S]*?)\n\n/.exec(out)?.[1] ?? '')
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/)[0] ?? '')
  const lines = PAGES.flatMap(({ path, text }) => commandsOf(text, 'npx claimtrail').map((line) => [path, line] as const))

  it('has every command on its page, and no other', () => {
    const rows = named('docs/cli.md', /^[a-z ]+$/).map(({ code }) => code)
    expect(rows.sort()).toEqual([...commands].sort())
  })

  it('is shown', () => expect(lines.length).toBeGreaterThan(10))

  it.each(lines)('%s: claimtrail %s', async (_, line) => {
    const words = wordsOf(line.replace(/\$\(.*?\)/g, 'now'), { BOOTSTRAP_TOKEN: TOKEN })
    const command = commands.find((name) => words.join(' ').startsWith(`${name} `) || words.join(' ') === name) ?? ''
    expect(commands).toContain(command)
    const help = (await play([...command.split(' '), '--help'])).out
    const flags = words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0] ?? '')
    expect(flags.filter((flag) => !new RegExp(`${flag}\\b`).test(help))).toEqual([])
  })
})

describe('links', () => {
  const links = PAGES.flatMap(({ path, text }) => linksOf(text).map((target) => [path, target] as const))

  it.each(links.filter(([, target]) => !/^https?:/.test(target)))('%s → %s', (from, target) => {
    const [file = '', anchor] = target.split('#')
    const path = file === '' ? from : normalize(join(dirname(from), file))
    expect(existsSync(path)).toBe(true)
    if (anchor !== undefined) expect(anchorsOf(page(path))).toContain(anchor)
  })

  it('the map in ARCHITECTURE.md has every folder of src/ and of src/core/', () => {
    const map = page('ARCHITECTURE.md').match(/^ {4}src\/$[\s\S]*?^ {4}migrations\//m)?.[0] ?? ''
    const folders = (indent: number) => [...map.matchAll(new RegExp(`^ {${indent}}([\\w-]+)/ `, 'gm'))].map(([, name]) => name)
    const below = (path: string) =>
      readdirSync(path, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
    expect(folders(6).sort()).toEqual(below('src').sort())
    expect(folders(8).sort()).toEqual(below('src/core').sort())
  })

  it('identifiers that ARCHITECTURE.md names exist', () => {
    const files = ['src', 'migrations', 'tests'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|sql)$/.test(name))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    const words = new Set(files.flatMap((source) => source.match(/\w+/g) ?? []))
    const identifiers = codeIn(page('ARCHITECTURE.md')).flatMap((code) => /^(\w+)(\(.*\)|\.\w+)?$/.exec(code)?.[1] ?? [])
    expect(identifiers.length).toBeGreaterThan(30)
    expect(identifiers.filter((name) => !words.has(name) && !existsSync(name))).toEqual([])
  })

  it('paths that ARCHITECTURE.md names exist', () => {
    const paths = codeIn(page('ARCHITECTURE.md')).filter((code) => /^[\w./-]+\/[\w.-]*$/.test(code) && !code.startsWith('/'))
    expect(paths.length).toBeGreaterThan(20)
    expect(paths.filter((path) => !existsSync(path) && !existsSync(join('src', path)))).toEqual([])
  })
})

/** A fence with `curl`, and the one behind it, which shows its answer. */
const shownIn = (fences: readonly Fence[]) =>
  fences.flatMap(({ info, body }, i) =>
    info === 'sh' && body.startsWith('curl ') ? [{ command: body, answer: fences[i + 1] }] : [],
  )

describe.each(PAGES.filter(({ text }) => text.includes('curl ')))('the examples of $path', ({ text }) => {
  const fences = fencesOf(text)
  const examples = shownIn(fences)
  let stage: Stage
  beforeAll(async () => {
    stage = await demoStage()
  })

  it('are all asked', () => {
    const asked = text.replaceAll(`curl ${HOST}/cdn-cgi/`, '').replaceAll(/`curl`/g, '')
    expect(examples.length).toBe(asked.split(/\bcurl\b/).length - 1)
  })

  it('show no other answer', () => {
    const answers = fences.filter(({ info }) => ['json', 'http', 'diff'].includes(info))
    expect(answers).toEqual(examples.flatMap(({ answer }) => (answer && answers.includes(answer) ? [answer] : [])))
  })

  it.each(examples)('$command', async ({ command, answer }) => {
    const { path, init } = requestOf(command, { CLAIMTRAIL_TOKEN: TOKEN })
    const response = await stage.ask(path, init)
    const body = await response.text()
    expect(answer).toBeDefined()
    if (answer?.info === 'json') expect(faultsIn(parseShown(answer.body), JSON.parse(body))).toEqual([])
    else if (answer?.info === 'diff') expect(lineFaults(answer.body, body)).toEqual([])
    else {
      const [first = '', ...headers] = (answer?.body ?? '').trim().split('\n')
      expect(first).toMatch(new RegExp(`^HTTP/1.1 ${response.status} `))
      const shown = Object.fromEntries(headers.map((line) => line.split(': ')))
      const actual = Object.fromEntries(Object.keys(shown).map((name) => [name, response.headers.get(name)]))
      expect(faultsIn(shown, actual)).toEqual([])
    }
  })
})

describe('docs/statistics.md', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await demoStage()
  })
  const block = (wanted: string) => fencesOf(page('docs/statistics.md')).find(({ info }) => info === wanted)?.body ?? ''

  /** The points of a chart by series. */
  function drawn(rows: readonly Record<string, unknown>[], series: string, count: string): Record<string, number> {
    const sums: Record<string, number> = {}
    for (const row of rows) sums[String(row[series])] = (sums[String(row[series])] ?? 0) + Number(row[count])
    return sums
  }

  it('has a panel that shows the demo’s changes', async () => {
    const panel = JSON.parse(block('json panel')) as {
      readonly targets: readonly {
        readonly url: string
        readonly root_selector: string
        readonly columns: readonly { readonly selector: string; readonly type: 'timestamp' | 'string' | 'number' }[]
      }[]
      readonly transformations: readonly { readonly options: { readonly fields: readonly string[] } }[]
    }
    const [target] = panel.targets
    const url = target?.url
      .replace(/\$\{__from:date:iso\}/, '2025-03-11T23:00:00.000Z')
      .replace(/\$\{__to:date:iso\}/, '2025-03-19T00:00:00.000Z')
    expect(url?.startsWith(HOST)).toBe(true)
    expect(url).not.toContain('$')
    const answer = await read<Record<string, Record<string, unknown>[]>>(stage.ask, url?.slice(HOST.length) ?? '')
    const rows = answer[target?.root_selector ?? ''] ?? []
    const columns = target?.columns ?? []
    for (const row of rows) {
      for (const { selector, type } of columns) {
        const value = row[selector]
        expect([selector, typeof value]).toEqual([selector, type === 'number' ? 'number' : 'string'])
        if (type === 'timestamp') expect(new Date(String(value)).toISOString()).toBe(value)
      }
    }
    for (const field of panel.transformations.flatMap(({ options }) => options.fields)) {
      expect(columns.map(({ selector }) => selector)).toContain(field)
    }
    expect(new Set(rows.map(({ time }) => time)).size).toBe(9)
    expect(drawn(rows, 'kind', 'count')).toMatchObject({ superseded: 6, softened: 1 })
  })

  it('has a cell that reads the demo’s changes', async () => {
    const cell = block('python')
    const url = /url = "([^"]+)"/.exec(cell)?.[1] ?? ''
    expect(url.startsWith(HOST)).toBe(true)
    const csv = await (await well(stage.ask(url.slice(HOST.length)))).text()
    const { data, meta } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true })
    const columns = [...cell.matchAll(/(?:index|columns|values)="(\w+)"|parse_dates=\["(\w+)"\]/g)].map((m) => m[1] ?? m[2])
    expect(columns).toEqual(['time', 'time', 'kind', 'count'])
    for (const name of columns) expect(meta.fields).toContain(name)
    // A pivot wants each pair of index and column once.
    expect(new Set(data.map(({ time, kind }) => `${time} ${kind}`)).size).toBe(data.length)
    expect(drawn(data, 'kind', 'count')).toMatchObject({ softened: 1 })
  })
})

describe('docs/claim-life.svg', () => {
  const svg = readFileSync('docs/claim-life.svg', 'utf8')
  const ARTICLE = '/v1/articles/kremlin-cease-fire'
  interface Life {
    readonly label: string
    readonly history: readonly { readonly kinds: readonly string[]; readonly to: { readonly number: number } }[]
  }

  it('is described for readers who do not see it', () => {
    expect(svg).toMatch(/aria-labelledby="title desc"[\s\S]*<title id="title">.+<\/title>\s*<desc id="desc">.+<\/desc>/)
  })

  it('shows the claims’ labels and changes', async () => {
    const stage = await demoStage()
    const groups = [...svg.matchAll(/<g data-claim="(\d+)" data-life="([^"]+)">([\s\S]*?)<\/g>/g)]
    expect(groups.map(([, number]) => number)).toEqual(['3', '51', '60', '6', '14'])
    for (const [, number, life, drawing = ''] of groups) {
      const { label, history } = await read<Life>(stage.ask, `${ARTICLE}/claims/${number}`)
      expect(life).toBe(history.map(({ kinds, to }) => `${kinds.join('+')}@${to.number}`).join(' '))
      const words = [...drawing.matchAll(/class="text"[^>]*>([^<]+)</g)].map(([, line]) => line).join(' ')
      expect(words).toContain(label.slice(0, 34))
    }
  })

  it('shows the versions’ times', async () => {
    const { data } = await read<{ data: { captured_at: string }[] }>(
      await demoStage().then(({ ask }) => ask),
      `${ARTICLE}/versions`,
    )
    const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' })
    const times = data.map(
      ({ captured_at }) => `${format.format(new Date(captured_at)).replace(',', '')} ${captured_at.slice(11, 16)}`,
    )
    expect([...svg.matchAll(/>(\w{3} \d+ \w+ \d\d:\d\d)</g)].map(([, time]) => time)).toEqual(times)
  })
})

test.each([
  ['a field that is not so', '{"a": 1, …}', { a: 2, b: 3 }, false],
  ['a field that is not there', '{"b": …, …}', { a: 2, c: 1 }, false],
  ['a field that is hidden', '{"a": 2}', { a: 2, b: 3 }, false],
  ['fields cut short', '{"a": 2, …}', { a: 2, b: 3 }, true],
  ['nothing cut short', '{"a": 2, …}', { a: 2 }, false],
  ['a list cut short', '[…, {"a": 2}, …]', [{ a: 1 }, { a: 2 }, { a: 3 }], true],
  ['a list without the element', '[…, {"a": 4}, …]', [{ a: 1 }, { a: 2 }], false],
  ['a list that is longer', '[1, 2]', [1, 2, 3], false],
  ['a string cut short', '"a … c"', 'a b c', true],
  ['another string', '"a … c"', 'a b d', false],
])('a shown answer: %s', (_, shown, actual, isSo) => {
  expect(faultsIn(parseShown(shown), actual).length === 0).toBe(isSo)
})
