import { describe, expect, it } from 'vitest'
import { memoize } from '../../../src/core/text/memoize.ts'

describe('remembered', () => {
  const counting = () => {
    const read: string[] = []
    const upper = memoize((token: string) => {
      read.push(token)
      return token.toUpperCase()
    })
    return { read, upper }
  }

  it('reads a short string once, a long one each time', () => {
    const { read, upper } = counting()
    const long = 'breakwaterbreakwater'
    expect(['pier', 'quay', 'pier', long, long].map(upper)).toEqual([
      'PIER',
      'QUAY',
      'PIER',
      long.toUpperCase(),
      long.toUpperCase(),
    ])
    expect(read).toEqual(['pier', 'quay', long, long])
  })

  it('forgets when there is too much', () => {
    const { read, upper } = counting()
    for (let n = 0; n <= 20_000; n++) upper(String(n))
    upper('0')
    expect(read.filter((token) => token === '0')).toHaveLength(2)
  })
})
