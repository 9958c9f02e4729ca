import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callerOf } from '../../../../src/auth/bearer-tokens.ts'
import { openFile } from '../../../../src/cli/archive/file-archive.ts'
import { command } from '../../on-file.ts'
import { folderWith, play } from '../../stage.ts'

const newArchive = () => join(folderWith({}), 'a.sqlite')

async function scopesOf(archive: string, token: string) {
  const { store, close } = openFile(archive, { create: false, migrations: 'migrations' })
  const caller = await callerOf(store, token, { bootstrapToken: '' }, Date.now())
  close()
  return caller?.scopes ?? null
}

describe('token', () => {
  it('creates one that the archive knows, lists it without the secret, and revokes it once', async () => {
    const archive = newArchive()
    const made = await command('token', 'create', 'the desk', '--scope', 'review:write, archive:write', '--archive', archive)
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^ct_\S+\n$/),
      err: expect.stringMatching(/not shown again/),
    })
    const token = made.out.trim()
    expect(await scopesOf(archive, token)).toEqual(['archive:write', 'review:write'])

    const listed = await command('token', 'list', '--archive', archive)
    expect(listed.out).toMatch(
      /^1 {2}\S+Z {2}active {2}never used {2}does not end {2}archive:write,review:write {2}the desk\n$/,
    )
    expect(listed.out).not.toContain(token)

    expect(await command('token', 'revoke', '1', '--archive', archive)).toMatchObject({ code: 0, out: 'revoked 1\n' })
    expect(await scopesOf(archive, token)).toBeNull()
    expect((await command('token', 'list', '--archive', archive)).out).toContain('  revoked  ')
    expect(await command('token', 'revoke', '1', '--archive', archive)).toMatchObject({ code: 3, out: '' })
  })

  it.each([
    ['90d', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
    ['2999-03-31', /^2999-03-31T23:59:59\.999Z$/],
    ['2999-03-31T10:00+02:00', /^2999-03-31T08:00:00\.000Z$/],
  ])('ends after --expires %s', async (expires, expected) => {
    const archive = newArchive()
    const made = JSON.parse((await command('token', 'create', 'a', '--expires', expires, '--json', '--archive', archive)).out)
    expect(made.expires_at).toMatch(expected)
    expect((await command('token', 'list', '--archive', archive)).out).toContain(`  ends ${made.expires_at}  `)
  })

  it('answers in JSON', async () => {
    const archive = newArchive()
    const made = JSON.parse((await command('token', 'create', 'a', '--json', '--archive', archive)).out)
    expect(made).toMatchObject({ token: expect.stringMatching(/^ct_/), id: 1, name: 'a', scopes: ['archive:write'] })
    const { data } = JSON.parse((await command('token', 'list', '--json', '--archive', archive)).out)
    expect(data).toMatchObject([{ id: 1, name: 'a', scopes: ['archive:write'], revoked_at: null }])
  })

  it.each(['7', 'first', '-0', '1e3'])('has no token %j to revoke', async (id) => {
    const archive = newArchive()
    await command('token', 'create', 'a', '--archive', archive)
    const { code, err } = await command('token', 'revoke', '--archive', archive, '--', id)
    expect({ code, err }).toEqual({ code: 3, err: `claimtrail: there is no token ${id}; claimtrail token list shows them\n` })
  })

  it('makes no archive to list or revoke in', async () => {
    const archive = newArchive()
    expect(await command('token', 'list', '--archive', archive)).toMatchObject({ code: 3 })
    expect(await command('token', 'revoke', '1', '--archive', archive)).toMatchObject({ code: 3 })
    expect(existsSync(archive)).toBe(false)
  })

  it.each([
    [['token', 'create', 'desk', '--scope', 'archive:rite'], /there is no scope "archive:rite"; the scopes are archive:read,/],
    [['token', 'create', 'desk', '--scope', 'archive:write,'], /there is no scope ""/],
    [['token', 'create', 'desk', '--expires', 'soon'], /"soon" is neither a date such as 2027-03-31 nor a number of days/],
    [['token', 'create', 'desk', '--expires', '2001-01-01'], /--expires: 2001-01-01 is past/],
    [['token', 'create', 'desk', '--expires', '0d'], /--expires: 0d is past/],
    [['token', 'create'], /NAME is missing/],
    [['token', 'list', '--url', 'http://127.0.0.1', '--archive', 'a.sqlite'], /--url and --archive name two archives/],
    [['token'], /say which: token create, token list, token revoke/],
  ])('%j is wrong usage', async (argv, line) => {
    const { code, err } = await play(argv)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(line) })
  })
})
