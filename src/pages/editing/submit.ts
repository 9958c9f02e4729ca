/** A form that was sent is done, or it is a draft that the page shows again with its faults. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Failure, type FieldError } from '../../failure.ts'
import type { App, Session } from '../../http/context.ts'
import { readForm, refuseForeign } from '../../http/request/form-body.ts'
import { asFailure } from '../../http/response/problem.ts'
import { FORM_TOKEN } from '../frame/form-token.ts'
import { FORM, faultText } from '../words/editing-words.ts'

/** A form as it was filled in, with its faults. */
export interface Draft {
  readonly values: URLSearchParams
  readonly errors: readonly FieldError[]
  /** null: it is new. */
  readonly message: string | null
  readonly status: ContentfulStatusCode
}

/** A form that nobody has filled in, with values to begin with. */
export const blankDraft = (values: Readonly<Record<string, string>> = {}): Draft => ({
  values: new URLSearchParams(values),
  errors: [],
  message: null,
  status: 200,
})

/** As many bytes as a form has at most, without a long text. */
export const SMALL_FORM = 64 * 1024

/** The session of a request; throws Failure unauthorized without one: a form needs it, whatever else a request carries. */
export function sessionOf(c: Context<App>): Session {
  const { session } = c.var
  if (!session) throw new Failure('unauthorized', 'Sign in first.')
  return session
}

type Submitted<Done> = { readonly done: Done; readonly draft: null } | { readonly done: null; readonly draft: Draft }

/**
 * Does `work` with the values of a form that a page of this session sent. Where that fails, the values come back, so that nothing is lost.
 * Throws Failure: unauthorized, forbidden, unsupported_media_type, too_large, and not_found of `work`.
 */
export async function submitted<Done>(
  c: Context<App>,
  most: number,
  work: (values: URLSearchParams) => Promise<Done>,
): Promise<Submitted<Done>> {
  refuseForeign(c)
  const { formToken } = sessionOf(c)
  const values = await readForm(c, most)
  // 256 bits of a hash: how long a comparison takes tells nothing that could be used.
  if (values.get(FORM_TOKEN) !== formToken)
    return { done: null, draft: { values, errors: [], message: FORM.stale, status: 403 } }
  try {
    return { done: await work(values), draft: null }
  } catch (error) {
    const failure = asFailure(error)
    if (failure.code === 'not_found' || failure.code === 'unauthorized') throw failure
    if (failure.status >= 500) console.error(error)
    const message = failure.code === 'internal' ? FORM.fault : messageOf(failure)
    return { done: null, draft: { values, errors: failure.errors, message, status: failure.status } }
  }
}

/** The sentence of a failure; that of a field at fault stands beside the field. */
const messageOf = ({ code, message }: Failure): string => (code === 'invalid' ? '' : message)

/** The fault of the field of this name. */
export function faultOf({ errors }: Draft, name: string): string | null {
  const found = errors.filter(({ path }) => path === name || path.startsWith(`${name}.`))
  return found.length === 0 ? null : [...new Set(found.map(({ message }) => faultText(message)))].join('; ')
}

/** The faults that belong to none of these fields. */
export const otherFaults = ({ errors }: Draft, names: readonly string[]): FieldError[] =>
  errors.filter(({ path }) => !names.some((name) => path === name || path.startsWith(`${name}.`)))
