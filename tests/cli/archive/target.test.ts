import { describe, expect, it } from 'vitest'
import { play } from '../stage.ts'

describe('which archive', () => {
  it.each([
    [['--archive', 'a b.sqlite'], {}, { kind: 'file', path: 'a b.sqlite', create: false }],
    [[], {}, { kind: 'file', path: 'archive.sqlite', create: false }],
    [[], { ARCHIVE: 'here.sqlite' }, { kind: 'file', path: 'here.sqlite', create: false }],
    [
      ['--archive', 'a'],
      { CLAIMTRAIL_URL: 'http://a.example', CLAIMTRAIL_TOKEN: 't' },
      { kind: 'file', path: 'a', create: false },
    ],
    [
      [],
      { CLAIMTRAIL_URL: 'http://a.example', CLAIMTRAIL_TOKEN: 't' },
      { kind: 'server', url: new URL('http://a.example'), token: 't' },
    ],
    [
      ['--url', 'http://b.example', '--token', 'u'],
      { CLAIMTRAIL_TOKEN: 't' },
      { kind: 'server', url: new URL('http://b.example'), token: 'u' },
    ],
    [['--url', 'http://b.example'], {}, { kind: 'server', url: new URL('http://b.example'), token: null }],
  ])('%j with %j', async (flags, env, place) => {
    const { places } = await play(['verify', 'ferry', ...flags], undefined, { env })
    expect(places).toEqual([place])
  })
})
