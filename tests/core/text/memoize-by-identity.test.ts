import { describe, expect, it } from 'vitest'
import { memoizeByIdentity } from '../../../src/core/text/memoize-by-identity.ts'

describe('memoizeByIdentity', () => {
  it('reads the same object once, and an equal one again', () => {
    let read = 0
    const lengthOf = memoizeByIdentity((list: readonly string[]) => {
      read++
      return list.length
    })
    const ferries = ['Orle', 'Varsk']
    expect([lengthOf(ferries), lengthOf(ferries), read]).toEqual([2, 2, 1])
    expect([lengthOf(['Orle', 'Varsk']), read]).toEqual([2, 2])
  })

  it('keeps an answer that is null', () => {
    let read = 0
    const none = memoizeByIdentity((_: object): null => {
      read++
      return null
    })
    const key = {}
    expect([none(key), none(key), read]).toEqual([null, null, 1])
  })

  it('keeps the answers of several functions about several objects apart, in whatever order they are asked', () => {
    let read = 0
    const told = (name: string) =>
      memoizeByIdentity((list: readonly string[]) => {
        read++
        return `${name} ${list.join()}`
      })
    const [first, second] = [told('first'), told('second')]
    const lists = [['Orle'], ['Varsk'], ['Ardle'], ['Pellow']]
    for (const order of [
      [0, 1, 2, 3],
      [3, 1, 0, 1, 2],
      [2, 2, 0],
    ]) {
      for (const list of order.map((n) => lists[n] ?? [])) {
        expect([first(list), second(list)]).toEqual([`first ${list.join()}`, `second ${list.join()}`])
      }
    }
    expect(read).toBe(8)
  })

  it('forgets when there is too much', () => {
    let read = 0
    const told = memoizeByIdentity((list: readonly string[]) => `${++read} ${list.join()}`)
    const [first, last] = [['Orle'], ['Varsk']]
    expect(told(first)).toBe('1 Orle')
    for (let n = 0; n < 5_000; n++) told([])
    expect(told(last)).toBe('5002 Varsk')
    expect([told(first), told(last)]).toEqual(['5003 Orle', '5002 Varsk'])
  })
})
