import { describe, expect, it } from 'vitest'
import { configOf, servedOnNode } from '../src/config.ts'

describe('configOf', () => {
  it.each([
    [{}, { readTokenRequired: false, bootstrapToken: '' }],
    [{ READ_TOKEN_REQUIRED: '1' }, { readTokenRequired: true, bootstrapToken: '' }],
    [{ READ_TOKEN_REQUIRED: 'false' }, { readTokenRequired: false, bootstrapToken: '' }],
    [{ BOOTSTRAP_TOKEN: 'b'.repeat(20) }, { readTokenRequired: false, bootstrapToken: 'b'.repeat(20) }],
  ])('%j', (env, config) => {
    expect(configOf(env)).toEqual(config)
  })

  it.each([
    [{ READ_TOKEN_REQUIRED: 'yes' }, /READ_TOKEN_REQUIRED is "yes"/],
    [{ BOOTSTRAP_TOKEN: 'short' }, /BOOTSTRAP_TOKEN is too short/],
  ])('%j cannot be meant', (env, message) => {
    expect(() => configOf(env)).toThrow(message)
  })
})

describe('servedOnNode', () => {
  it.each([
    [{}, { archive: 'archive.sqlite', port: 8787 }],
    [
      { ARCHIVE: '', PORT: '' },
      { archive: 'archive.sqlite', port: 8787 },
    ],
    [
      { ARCHIVE: 'desk.sqlite', PORT: '0' },
      { archive: 'desk.sqlite', port: 0 },
    ],
  ])('%j', (env, served) => {
    expect(servedOnNode(env)).toEqual(served)
  })

  it.each(['http', '-1', '65536', '80.5'])('PORT=%s cannot be meant', (PORT) => {
    expect(() => servedOnNode({ PORT })).toThrow(`PORT is "${PORT}"`)
  })
})
