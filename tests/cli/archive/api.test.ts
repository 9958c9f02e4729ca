import { describe, expect, it } from 'vitest'
import { play } from '../stage.ts'

describe('what the archive refuses', () => {
  it.each([
    [{ status: 404, body: { title: 'Not found', detail: 'there is no article "ferry"' } }, 'there is no article "ferry"'],
    [
      { status: 401, body: { title: 'Unauthorized' } },
      'Unauthorized; give a token with --token or CLAIMTRAIL_TOKEN (claimtrail token create)',
    ],
    [
      {
        status: 400,
        body: { title: 'Not valid', detail: 'title: too long', errors: [{ path: 'title', message: 'too long' }] },
      },
      'title: too long',
    ],
    [
      { status: 413, body: { detail: 'It is too large.', errors: [{ path: 'body', message: 'at most 9' }] } },
      'It is too large; body: at most 9',
    ],
    [{ status: 500, body: 'oops' }, 'the archive answered 500'],
  ])('%j', async (answer, line) => {
    const { code, out, err } = await play(['show', 'ferry'], () => answer)
    expect({ code, out, err }).toEqual({ code: 3, out: '', err: `claimtrail: ${line}\n` })
  })
})
