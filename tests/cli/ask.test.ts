import { describe, expect, it } from 'vitest'
import { play } from './stage.ts'

describe('what the archive refuses', () => {
  it.each([
    [{ status: 404, body: { title: 'Not found', detail: 'there is no article "ferry"' } }, 'there is no article "ferry"'],
    [
      { status: 401, body: { title: 'Unauthorized' } },
      'Unauthorized; give a token with --token or CLAIMTRAIL_TOKEN (claimtrail token create)',
    ],
    [{ status: 500, body: 'oops' }, 'the archive answered 500'],
  ])('%j', async (answer, line) => {
    const { code, out, err } = await play(['show', 'ferry'], () => answer)
    expect({ code, out, err }).toEqual({ code: 3, out: '', err: `claimtrail: ${line}\n` })
  })
})
