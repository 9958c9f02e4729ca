/** Requests to the archive by the typed client: the answer, or a Stop whose message is one line. */
import {
  type Answered,
  answered,
  answeredText,
  type Cursor,
  type PageAnswer,
  type Problem,
  ProblemError,
  UnexpectedAnswerError,
} from '../../client.ts'
import { EXIT, Stop } from '../exit.ts'

type Given = Parameters<typeof answered>[0]

/** A failure that the archive answered, with its HTTP status. */
export class Refused extends Stop {
  readonly status: number

  constructor(status: number, message: string) {
    super(EXIT.archive, message)
    this.status = status
  }
}

/** The JSON of an answer. */
export async function ask<Response extends Awaited<Given>>(asked: Promise<Response>): Promise<Answered<Response>> {
  return answered(asked).catch(stop)
}

/** The text of an answer. */
export async function askText(asked: Given): Promise<string> {
  return answeredText(asked).catch(stop)
}

/** The answer, or null where the archive does not have the resource or withholds it. */
export async function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Refused && (error.status === 404 || error.status === 410)) return null
    throw error
  }
}

const PAGE = 200

/** The query parameters of a page. */
export interface PageQuery extends Cursor {
  readonly limit: string
}

/** The first rows of a list, and whether there are more. */
export interface Rows<Row> {
  readonly data: Row[]
  readonly more: boolean
}

/** Up to `limit` rows of a list, page by page. */
export async function askList<Row>(limit: number, askPage: (page: PageQuery) => PageAnswer<Row>): Promise<Rows<Row>> {
  const data: Row[] = []
  let cursor: Cursor = {}
  for (;;) {
    const page = await ask(askPage({ limit: String(Math.min(PAGE, limit - data.length)), ...cursor }))
    data.push(...page.data)
    if (page.next === null || page.more === false) return { data, more: false }
    if (data.length >= limit || page.data.length === 0) return { data, more: true }
    cursor = { cursor: page.next }
  }
}

function stop(error: unknown): never {
  if (error instanceof ProblemError) throw new Refused(error.problem.status, refusal(error.problem))
  if (error instanceof UnexpectedAnswerError) throw new Refused(error.status, unexpected(error.status))
  throw error
}

function unexpected(status: number): string {
  return status < 400 ? 'the answer is not JSON; is this address a Claimtrail server?' : `the archive answered ${status}`
}

/** The detail, with the fields that it does not mention and what to do. */
function refusal({ status, detail, errors }: Problem): string {
  const fields = errors.map(({ path, message }) => `${path}: ${message}`).filter((field) => !detail.includes(field))
  const more = [...fields, HINTS[status]].filter(Boolean)
  return more.length === 0 ? detail : [detail.replace(/\.$/, ''), ...more].join('; ')
}

const HINTS: Readonly<Record<number, string>> = {
  401: 'give a token with --token or CLAIMTRAIL_TOKEN (claimtrail token create)',
  403: 'the token needs another scope (claimtrail token create --scope …)',
}
