import { once } from 'node:events'
import { createServer, type IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Arrivals } from '../../src/runtime/overload.ts'

/** What happens in a turn of the event loop: connections, and requests by the milliseconds that each takes to answer. */
interface Turn {
  readonly connected?: boolean
  readonly asked?: readonly number[]
}

/** What becomes of requests, by their number, in a server whose turns begin when those before them end. */
function served(turns: readonly Turn[]): string[] {
  let time = 0
  const next: (() => void)[] = []
  const arrivals = new Arrivals(
    () => time,
    (work) => next.push(work),
  )
  const fates: string[] = []
  let requests = 0
  const step = ({ connected, asked = [] }: Turn) => {
    if (connected) arrivals.connected()
    for (const ms of asked) {
      const number = ++requests
      const response = new ServerResponse({ method: 'GET', httpVersionMajor: 1, httpVersionMinor: 1 } as IncomingMessage)
      const end = response.end.bind(response)
      response.end = ((...args: Parameters<typeof end>) => {
        fates.push(`${number}: ${response.statusCode}`)
        return end(...args)
      }) as typeof response.end
      arrivals.add(response, () => {
        time += ms
        response.end()
      })
    }
    next.shift()?.()
  }
  for (const turn of turns) step(turn)
  while (next.length > 0) step({})
  return fates
}

describe('requests are answered one a turn, in order, and refused where they waited too long', () => {
  it.each<[what: string, turns: readonly Turn[], fates: readonly string[]]>([
    ['one', [{ asked: [90_000] }], ['1: 200']],
    ['some that are quick', [{ asked: [500, 500, 1000, 1] }], ['1: 200', '2: 200', '3: 200', '4: 200']],
    ['behind a slow one', [{ asked: [2001, 1, 1] }], ['1: 200', '2: 503', '3: 503']],
    ['after a slow one', [{ asked: [2001] }, {}, {}, { asked: [1] }], ['1: 200', '2: 200']],
    [
      'while others come',
      [{ asked: [1] }, { asked: [1] }, { connected: true }, { asked: [1] }],
      ['1: 200', '2: 200', '3: 200'],
    ],
    ['behind many', [{ asked: Array.from({ length: 5 }, () => 900) }], ['1: 200', '2: 200', '3: 200', '4: 503', '5: 503']],
  ])('%s', (_, turns, fates) => expect(served(turns)).toEqual(fates))

  it('no request is answered in a turn that brings others', () => {
    const next: (() => void)[] = []
    const arrivals = new Arrivals(
      () => 0,
      (work) => next.push(work),
    )
    const answered: number[] = []
    const ask = (number: number) =>
      arrivals.add(new ServerResponse({ method: 'GET' } as IncomingMessage), () => answered.push(number))
    ask(1)
    next.shift()?.()
    ask(2)
    next.shift()?.()
    arrivals.connected()
    next.shift()?.()
    expect(answered).toEqual([])
    for (let turn = 0; turn < 2; turn++) next.shift()?.()
    expect(answered).toEqual([1, 2])
    expect(next).toEqual([])
  })
})

it('a request is answered although each turn brings another', () => {
  const next: (() => void)[] = []
  const arrivals = new Arrivals(
    () => 0,
    (work) => next.push(work),
  )
  let answered = 0
  const response = new ServerResponse({ method: 'GET' } as IncomingMessage)
  for (let turn = 0; turn < 1000; turn++) {
    arrivals.add(response, () => answered++)
    next.shift()?.()
  }
  expect(answered).toBe(10)
})

it('the refusal has problem details, tells when to try again, and keeps the connection', async () => {
  let time = 0
  const arrivals = new Arrivals(() => (time += 2001))
  const server = createServer((_, response) => arrivals.add(response, () => response.end('answered')))
  onTestFinished(() => void server.close().closeAllConnections())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const refused = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/articles`)
  expect(refused.status).toBe(503)
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    'content-type': 'application/problem+json',
    'retry-after': '1',
    'access-control-allow-origin': '*',
    connection: 'keep-alive',
  })
  expect(await refused.json()).toMatchObject({ status: 503, code: 'busy', errors: [] })
})
