/** The failures, as the OpenAPI document describes them: one answer for each status. */
import { type describeRoute, resolver } from 'hono-openapi'
import { type FailureCode, STATUSES } from '../../failure.ts'
import { problemSchema } from '../response/problem.ts'
import { type HeaderName, headersOf } from './openapi-headers.ts'

/** 405 and 500 can come of any request: no operation names them, and `Failure` stands for them. */
const DESCRIPTIONS: Readonly<Record<Exclude<(typeof STATUSES)[FailureCode], 405 | 500>, string>> = {
  400: 'A field is wrong; `errors` names it',
  401: 'No token, or not a valid one',
  403: 'The token lacks the scope',
  404: 'There is no such resource',
  409: 'The request conflicts with the current state',
  410: 'Withheld for legal reasons',
  413: 'Too large',
  415: 'The body must be JSON',
  422: 'The Idempotency-Key was used for another request',
  429: 'Too many requests in a minute, from the address or with the token',
  503: 'Too many requests at once: send it again; or the archive accepts no writes until its operator acts',
}

export type FailureStatus = keyof typeof DESCRIPTIONS

const MORE_HEADERS: Partial<Record<FailureStatus, HeaderName>> = { 401: 'Challenge', 429: 'RetryAfter', 503: 'RetryAfter' }

/** Any failure. */
const failure = {
  description: 'Any other failure',
  headers: headersOf('NoStore'),
  content: { 'application/problem+json': { schema: resolver(problemSchema) } },
}

function failureOf(status: FailureStatus, description: string) {
  const codes = Object.entries(STATUSES).flatMap(([code, its]) => (its === status ? [code] : []))
  const more = MORE_HEADERS[status]
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Problem' }],
    properties: { status: { const: status }, code: { enum: codes } },
  }
  return {
    description: `${description} (\`${codes.join('`, `')}\`)`,
    headers: headersOf('NoStore', ...(more ? [more] : [])),
    content: { 'application/problem+json': { schema } },
  }
}

type Responses = NonNullable<Parameters<typeof describeRoute>[0]['responses']>

/** The components that `failures` refers to. */
export const failureComponents: Responses = {
  Failure: failure,
  ...Object.fromEntries(
    Object.entries(DESCRIPTIONS).map(([status, text]) => [
      `Failure${status}`,
      failureOf(Number(status) as FailureStatus, text),
    ]),
  ),
}

/** The failures with these statuses, and any other. */
export function failures(statuses: readonly FailureStatus[]): Record<string, { $ref: string }> {
  const reference = (name: string) => ({ $ref: `#/components/responses/${name}` })
  return {
    ...Object.fromEntries(statuses.map((status) => [status, reference(`Failure${status}`)])),
    default: reference('Failure'),
  }
}
