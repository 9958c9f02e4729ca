/** Reads the body that a form of a page sends. */
import type { Context } from 'hono'
import { Failure, invalid } from '../../failure.ts'
import type { App } from '../context.ts'
import { bodyOf } from './json-body.ts'

/** The fields of a form of at most `max` bytes. Throws Failure: unsupported_media_type, too_large, invalid. */
export async function formFields(c: Context<App>, max: number): Promise<URLSearchParams> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type))
    throw new Failure('unsupported_media_type', 'Send application/x-www-form-urlencoded, as a form does.')
  const bytes = await bodyOf(c, max)
  try {
    return new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw invalid('body', 'is not valid UTF-8')
  }
}
