import { describe, expect, it } from 'vitest'
import type { TokenBook, TokenRow } from '../../src/cli/token.ts'
import { play } from './stage.ts'

describe('token', () => {
  function book() {
    const rows: TokenRow[] = []
    const opened: [string, boolean][] = []
    const tokens: TokenBook = {
      async create({ name, scopes }) {
        const row = { id: String(rows.length + 1), name, scopes, createdAt: '2025-03-01T00:00:00.000Z', revokedAt: null }
        rows.push(row)
        return { ...row, token: 'ct_secret' }
      },
      list: async () => rows,
      revoke: async (id) => rows.some((row) => row.id === id),
      close: () => {},
    }
    const openTokens = async (path: string, create: boolean) => {
      opened.push([path, create])
      return tokens
    }
    return { opened, session: { openTokens } }
  }

  it('creates, lists and revokes', async () => {
    const { opened, session } = book()
    const made = await play(
      ['token', 'create', 'desk', '--scope', 'archive:write,review:write', '--archive', 'a.sqlite'],
      undefined,
      session,
    )
    expect(made).toMatchObject({ code: 0, out: 'ct_secret\n' })
    const listed = await play(['token', 'list', '--archive', 'a.sqlite'], undefined, session)
    expect(listed.out).toBe('1  2025-03-01T00:00:00.000Z  active  archive:write,review:write  desk\n')
    expect(await play(['token', 'revoke', '1', '--archive', 'a.sqlite'], undefined, session)).toMatchObject({
      code: 0,
      out: 'revoked 1\n',
    })
    expect(await play(['token', 'revoke', '7'], undefined, session)).toMatchObject({ code: 3, out: '' })
    expect(opened).toEqual([
      ['a.sqlite', true],
      ['a.sqlite', false],
      ['a.sqlite', false],
      ['archive.sqlite', false],
    ])
  })

  it.each([
    [['token', 'create', 'desk', '--scope', 'archive:read'], /there is no scope "archive:read"/],
    [['token', 'create'], /NAME is missing/],
    [['token', 'list', '--url', 'http://127.0.0.1'], /Unknown option "--url"/],
    [['token'], /say which: token create, token list, token revoke/],
  ])('%j is wrong usage', async (argv, line) => {
    const { code, err } = await play(argv, undefined, book().session)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(line) })
  })
})
