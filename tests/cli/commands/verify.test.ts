import { describe, expect, it } from 'vitest'
import { play } from '../stage.ts'

describe('verify', () => {
  it.each([
    [true, 0, 'ferry  6 versions  intact\nhead f00\n'],
    [false, 1, 'ferry  6 versions  BROKEN: the record was changed after it was written\nhead f00\nversion 2: hash\n'],
  ])('ok %s ends with %i', async (ok, code, out) => {
    const played = await play(['verify', 'ferry'], () => ({
      body: { ok, versions: 6, head: 'f00', faults: ok ? [] : [{ version: 2, fault: 'hash' }] },
    }))
    expect({ code: played.code, out: played.out }).toEqual({ code, out })
  })
})
