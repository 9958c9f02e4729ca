/** A form that was sent is done, or it is a draft that the page shows again with its faults. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Failure, type FieldError } from '../../failure.ts'
import type { App, Session } from '../../http/context.ts'
import { readForm, refuseForeign } from '../../http/request/form-body.ts'
import { asFailure } from '../../http/response/problem.ts'
import { sha256 } from '../../store/hash.ts'
import { type About, type KeptAnswer, keptAnswer } from '../../store/idempotency.ts'
import { FORM_TOKEN, SINGLE_USE } from '../frame/form-token.ts'
import { FORM, faultText } from '../words/editors/editing-words.ts'

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

/** The fate of a form: its write is done, or was done when it was sent `before`, or it is a draft again. */
type Submitted<Done> =
  | { readonly done: Done; readonly before: null; readonly draft: null }
  | { readonly done: null; readonly before: About; readonly draft: null }
  | { readonly done: null; readonly before: null; readonly draft: Draft }

type Unwritten = Exclude<Submitted<never>, { done: never }>

const isDraft = (draft: Draft): Unwritten => ({ done: null, before: null, draft })

/**
 * Does `work` with the values of a form that a page of this session sent, once however often it is sent. Where that fails, the values come
 * back, so that nothing is lost. Throws Failure: unauthorized, forbidden, unsupported_media_type, too_large, and not_found of `work`.
 */
export async function submitted<Done>(
  c: Context<App>,
  most: number,
  work: (values: URLSearchParams) => Promise<Done>,
): Promise<Submitted<Done>> {
  refuseForeign(c)
  const { formToken, bitsOf } = sessionOf(c)
  const values = await readForm(c, most)
  const once = values.get(SINGLE_USE) ?? ''
  // 256 bits of a hash: how long a comparison takes tells nothing that could be used.
  if (values.get(FORM_TOKEN) !== formToken || !/^[\w-]{43}$/.test(once))
    return isDraft({ values, errors: [], message: FORM.stale, status: 403 })
  const sent: Sent = {
    tokenId: sessionOf(c).caller.id,
    key: `form ${once}`,
    requestHash: sha256(`${c.req.method} ${c.req.path}\n${values}`),
  }
  const first = await firstSent(c, sent, values)
  c.set('secretBits', () => bitsOf(once))
  if (first) return first
  c.set('keep', (status, about) => ({ ...sent, status, about }))
  try {
    return { done: await work(values), before: null, draft: null }
  } catch (error) {
    // Where two are sent at the same time, the write of the second is refused.
    return (await firstSent(c, sent, values)) ?? isDraft(refusedDraft(values, asFailure(error), error))
  }
}

type Sent = Pick<KeptAnswer, 'tokenId' | 'key' | 'requestHash'>

/** The write of a form that was sent before; null: it was not. One with other values is a draft again, for what it wrote stands. */
async function firstSent(
  c: Context<App>,
  { tokenId, key, requestHash }: Sent,
  values: URLSearchParams,
): Promise<Unwritten | null> {
  const kept = await keptAnswer(c.var.store, tokenId, key)
  if (!kept) return null
  if (kept.requestHash === requestHash) return { done: null, before: kept.about, draft: null }
  return isDraft({ values, errors: [], message: FORM.sentBefore, status: 409 })
}

/** Throws Failure: not_found, unauthorized. */
function refusedDraft(values: URLSearchParams, failure: Failure, error: unknown): Draft {
  if (failure.code === 'not_found' || failure.code === 'unauthorized') throw failure
  if (failure.status >= 500) console.error(error)
  const message = failure.code === 'internal' ? FORM.fault : messageOf(failure)
  return { values, errors: failure.errors, message, status: failure.status }
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
