/** Versions as lines of NDJSON: their fields, their write, and the answer about each. */
import type { Context } from 'hono'
import { z } from 'zod'
import { Failure, invalid } from '../../failure.ts'
import { ingestAll, type Recorded } from '../../recording/ingest.ts'
import { findArticle } from '../../store/read/articles.ts'
import { foreignAddresses, isForeignAddress, refuseForeignAddresses } from '../../store/write/addresses.ts'
import type { App } from '../context.ts'
import { outcomeJson, outcomeSchema } from '../json/outcome-json.ts'
import { found } from '../request/article-path.ts'
import { checked } from '../request/input.ts'
import { slug } from '../request/values.ts'
import { addressTaken } from './claim-address.ts'
import { newVersion, versionGiven } from './new-version.ts'

export const NDJSON = 'application/x-ndjson'
export const MOST_LINE_BYTES = 16 * 1024 * 1024
const MOST_LINES = 500

export const lineSchema = z
  .strictObject({ article: slug.meta({ description: 'The slug of an article that there is' }), ...newVersion })
  .meta({
    example: {
      article: 'kremlin-cease-fire',
      title: 'Ferry Fares Rise',
      body: 'Fares will rise by 10 percent in May, the ferry operator said.',
      captured_at: '2025-03-20T12:05:00Z',
    },
  })

const refusalSchema = z.object({
  outcome: z.literal('refused'),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
})

const numbered = { line: z.int().describe('The number of the line, from 1') }
const [createdSchema, unchangedSchema] = outcomeSchema.options

export const lineAnswerSchema = z
  .discriminatedUnion('outcome', [
    createdSchema.extend(numbered),
    unchangedSchema.extend(numbered),
    refusalSchema.extend(numbered),
  ])
  .meta({ id: 'IngestLineAnswer' })

type LineAnswer = z.infer<typeof lineAnswerSchema>

/** A line of a request: a version, or why it is none. */
type Line = { readonly number: number } & ({ readonly given: z.output<typeof lineSchema> } | { readonly failure: Failure })

/** The lines of a body. Throws Failure: invalid, unsupported_media_type. */
export function ndjsonIn(type: string | undefined, bytes: Uint8Array<ArrayBuffer>): string[] {
  if (!/^application\/(?:x-)?(?:ndjson|jsonl)\s*(?:;|$)/i.test(type ?? '')) {
    throw new Failure('unsupported_media_type', `Send ${NDJSON}.`, [
      { path: 'header.content-type', message: `expected ${NDJSON}, found ${type ? `"${type}"` : 'none'}` },
    ])
  }
  const lines = textOf(bytes).split('\n')
  if (lines.at(-1) === '') lines.pop()
  if (lines.every((line) => line.trim() === '')) throw invalid('body', 'has no line')
  return lines
}

/** The versions of a body; blank lines count and say nothing. Throws Failure: invalid, unsupported_media_type. */
export function linesIn(type: string | undefined, bytes: Uint8Array<ArrayBuffer>): Line[] {
  const lines = ndjsonIn(type, bytes)
  const filled = lines.flatMap((text, i) => (text.trim() === '' ? [] : [{ text, number: i + 1 }]))
  if (filled.length > MOST_LINES) throw invalid('body', `has ${filled.length} lines; at most ${MOST_LINES} are taken`)
  return filled.map(({ text, number }) => {
    try {
      return { number, given: checked(lineSchema, parsed(text), '') }
    } catch (error) {
      if (error instanceof Failure) return { number, failure: error }
      throw error
    }
  })
}

function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid('body', 'is not valid UTF-8')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw invalid('body', `is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}

/** Records the versions, an article after another. `reads`: the caller may see changes. */
export async function ingestLines(c: Context<App>, lines: readonly Line[], reads: boolean): Promise<LineAnswer[]> {
  const now = new Date(c.var.clock()).toISOString()
  const answers = new Map<number, LineAnswer>()
  const valid = lines.flatMap((line) => {
    if ('given' in line) return [line]
    answers.set(line.number, { line: line.number, ...refusal(line.failure) })
    return []
  })
  for (const [article, group] of Map.groupBy(valid, ({ given }) => given.article)) {
    const inputs = group.map(({ given }) => versionGiven(given))
    for (const [i, recorded] of (await recordedOf(c, article, inputs, now)).entries()) {
      const line = group[i]?.number ?? 0
      const answer = recorded.outcome === 'refused' ? refusal(recorded.failure) : outcomeJson(recorded, reads)
      answers.set(line, { line, ...answer })
    }
  }
  return lines.flatMap(({ number }) => answers.get(number) ?? [])
}

/** The fate of the versions of one article; where there is none, all of them are refused, and those at an address of another one alone. */
async function recordedOf(
  c: Context<App>,
  article: string,
  inputs: readonly ReturnType<typeof versionGiven>[],
  now: string,
): Promise<Recorded[]> {
  const { store } = c.var
  const addresses = [...new Set(inputs.flatMap(({ url }) => url ?? []))]
  try {
    found(await findArticle(store, article), article)
    const foreign = new Map((await foreignAddresses(store, article, addresses)).map((taken) => [taken.url, taken]))
    const isOwn = ({ url }: { readonly url: string | null }) => url === null || !foreign.has(url)
    const own = addresses.filter((url) => !foreign.has(url))
    const recorded = await ingestAll(store, article, inputs.filter(isOwn), now, undefined, [
      refuseForeignAddresses(article, own),
    ])
    const rest = recorded.values()
    return inputs.flatMap(({ url }): Recorded[] => {
      const taken = url === null ? undefined : foreign.get(url)
      if (taken) return [{ outcome: 'refused', failure: addressTaken(c, taken) }]
      const { value } = rest.next()
      return value ? [value] : []
    })
  } catch (failure) {
    if (isForeignAddress(failure)) return recordedOf(c, article, inputs, now)
    if (!(failure instanceof Failure) || failure.code !== 'not_found') throw failure
    return inputs.map(() => ({ outcome: 'refused', failure }))
  }
}

const refusal = ({ code, message, errors }: Failure): z.infer<typeof refusalSchema> => ({
  outcome: 'refused',
  code,
  detail: message,
  errors: [...errors],
})
