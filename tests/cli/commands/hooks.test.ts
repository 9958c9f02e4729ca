import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command } from '../on-file.ts'
import { folderWith, type Part, play } from '../stage.ts'

const HOOK = {
  id: 2,
  url: 'https://desk.example/hook',
  format: 'standard',
  every: 'write',
  at: '08:00',
  description: 'The desk',
  filters: { kind: ['softened', 'negated'], zone: 'lead' },
  enabled: true,
  disabled_reason: null,
  failures: 0,
}
const DELIVERY = {
  id: 'msg_7',
  type: 'changes.recorded',
  status: 'pending',
  article: 'ferry',
  attempts: 2,
  response_status: 500,
  error: 'Answered 500.',
  created_at: '2025-03-01T00:00:00.000Z',
  next_attempt_at: '2025-03-01T00:01:00.000Z',
}

describe('hooks', () => {
  it('are made in an archive, listed without the secret, tested and removed', async () => {
    const archive = ['--archive', join(folderWith({}), 'a.sqlite')]
    await command('token', 'create', 'a', ...archive)
    const made = await command('hooks', 'add', 'https://127.0.0.1/hook', ...archive)
    expect(made).toMatchObject({ code: 3, out: '', err: expect.stringContaining('private address') })
    const added = await command('hooks', 'add', 'https://desk.example/hook', '--kind', 'softened,negated', ...archive)
    expect(added).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^whsec_\S+\n$/),
      err: expect.stringMatching(/are sent by the server[\s\S]*hook 1;/),
    })
    expect((await command('hooks', 'list', ...archive)).out).toBe(
      '1  enabled  https://desk.example/hook  kind=softened,negated\n',
    )
    expect((await command('hooks', 'deliveries', '1', ...archive)).out).toBe('nothing was sent\n')
    expect(await command('hooks', 'remove', '1', ...archive)).toMatchObject({ code: 0, out: 'removed 1\n' })
    expect(await command('hooks', 'remove', '1', ...archive)).toMatchObject({ code: 3, out: '' })
    expect((await command('hooks', 'list', ...archive)).out).toBe('no hooks\n')
  })

  it('are added with the filters given, and no others', async () => {
    const part: Part = () => ({ status: 201, body: { ...HOOK, secret: 'whsec_x' } })
    const argv = ['hooks', 'add', HOOK.url, '--description', 'The desk', '--zone', 'lead', '--acknowledged', 'false']
    const { asked, out } = await play(argv, part)
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/v1/hooks',
        body: { url: HOOK.url, description: 'The desk', filters: { zone: 'lead', acknowledged: 'false' } },
      },
    ])
    expect(out).toBe('whsec_x\n')
  })

  it('are told by a server that it sends by itself, and how they are sent what', async () => {
    const part: Part = () => ({ status: 201, body: { ...HOOK, secret: 'whsec_x' } })
    const argv = [
      'hooks',
      'add',
      HOOK.url,
      '--format',
      'slack',
      '--every',
      'day',
      '--at',
      '17:30',
      '--url',
      'http://127.0.0.1:8787',
    ]
    const { asked, err } = await play(argv, part)
    expect(asked[0]?.body).toEqual({ url: HOOK.url, format: 'slack', every: 'day', at: '17:30', filters: {} })
    expect(err).not.toContain('start:node')
  })

  it.each([
    [{}, '2  enabled      https://desk.example/hook  The desk · kind=softened,negated · zone=lead\n'],
    [{ failures: 3 }, '2  failing (3)  https://desk.example/hook  The desk · kind=softened,negated · zone=lead\n'],
    [
      { enabled: false, disabled_reason: 'Gone\u001b[2J', filters: {} },
      '2  disabled     https://desk.example/hook  The desk · Gone[2J\n',
    ],
  ])('are listed with their state: %j', async (more, line) => {
    const { out } = await play(['hooks', 'list'], () => ({ body: { data: [{ ...HOOK, ...more }], next: null } }))
    expect(out.replace(/ +/g, ' ')).toBe(line.replace(/ +/g, ' '))
  })

  it('are enabled again', async () => {
    const { asked, out } = await play(['hooks', 'enable', '2'], () => ({ body: HOOK }))
    expect(asked).toEqual([{ method: 'PATCH', path: '/v1/hooks/2', body: { enabled: true } }])
    expect(out).toBe('enabled 2\n')
  })

  it.each([
    ['delivered', 0],
    ['failed', 1],
  ])('that are tested exit by what came of it: %s', async (status, code) => {
    const ping = { ...DELIVERY, type: 'ping', article: null, status, attempts: 1, next_attempt_at: null }
    const played = await play(['hooks', 'test', '2'], () => ({ body: ping }))
    expect(played.asked).toEqual([{ method: 'POST', path: '/v1/hooks/2/test', body: null }])
    expect(played).toMatchObject({ code, out: expect.stringContaining(`ping  -  ${status}  once`) })
  })

  it('have a log', async () => {
    const { asked, out } = await play(['hooks', 'deliveries', '2', '--limit', '10'], () => ({
      body: { data: [DELIVERY], next: null },
    }))
    expect(asked).toMatchObject([{ path: '/v1/hooks/2/deliveries?limit=10' }])
    expect(out).toBe(
      `msg_7  ${DELIVERY.created_at}  changes.recorded  ferry  pending  2 times  Answered 500. again at ${DELIVERY.next_attempt_at}\n`,
    )
  })

  it('say where their log goes on', async () => {
    const { err } = await play(['hooks', 'deliveries', '2', '--limit', '1'], () => ({ body: { data: [DELIVERY], next: 'c' } }))
    expect(err).toBe('claimtrail: these are the first 1; --limit gives more\n')
  })

  it.each(['x', '0', '../tokens'])('have a number for an id, not "%s"', async (id) => {
    expect(await play(['hooks', 'remove', id])).toMatchObject({ code: 3, asked: [] })
  })
})
