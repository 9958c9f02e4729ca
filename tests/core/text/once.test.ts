import { describe, expect, it } from 'vitest'
import { once } from '../../../src/core/text/once.ts'

describe('once', () => {
  it('reads the same object once, and an equal one again', () => {
    let read = 0
    const lengthOf = once((list: readonly string[]) => {
      read++
      return list.length
    })
    const ferries = ['Orle', 'Varsk']
    expect([lengthOf(ferries), lengthOf(ferries), read]).toEqual([2, 2, 1])
    expect([lengthOf(['Orle', 'Varsk']), read]).toEqual([2, 2])
  })

  it('keeps an answer that is null', () => {
    let read = 0
    const none = once((_: object): null => {
      read++
      return null
    })
    const key = {}
    expect([none(key), none(key), read]).toEqual([null, null, 1])
  })
})
