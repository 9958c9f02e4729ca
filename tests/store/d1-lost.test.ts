/** A connection to D1 that is lost, over D1 itself: before a query is sent, and after it is done. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore, runtime } from '#harness'
import { openD1 } from '../../src/store/d1.ts'
import { rowCounts, type Stage, stageOver, tellStory, well } from '../http/stage.ts'

const LOST = new Error('D1_ERROR: Network connection lost.')

/** The app over D1 whose next query, or next batch, has a fault; each store is one that no request had before. */
async function stageWith(what: 'query' | 'batch', when: 'before' | 'after'): Promise<{ stage: Stage; armed: () => void }> {
  const { env } = await import('cloudflare:workers')
  let armed = false
  const faulty = async <Result>(isMeant: boolean, work: () => Promise<Result>): Promise<Result> => {
    const fails = armed && isMeant
    if (fails) armed = false
    if (fails && when === 'before') throw LOST
    const result = await work()
    if (fails) throw LOST
    return result
  }
  const binding = {
    prepare(sql: string) {
      const statement = env.DB.prepare(sql)
      const { bind } = statement
      return Object.assign(statement, {
        bind: (...values: unknown[]) => {
          const bound = bind.apply(statement, values)
          const { all, raw } = bound
          return Object.assign(bound, {
            all: () => faulty(what === 'query', () => all.apply(bound)),
            raw: () => faulty(what === 'query', () => raw.apply(bound)),
          })
        },
      })
    },
    batch: (statements: Parameters<typeof env.DB.batch>[0]) => faulty(what === 'batch', () => env.DB.batch(statements)),
  }
  const stage = stageOver(openD1(binding as never), {}, 0)
  return {
    stage,
    armed() {
      armed = true
    },
  }
}

describe.runIf(runtime === 'workerd')('over D1', () => {
  beforeEach(async () => {
    await tellStory(stageOver(await openStore(), {}, 0))
    vi.spyOn(console, 'error').mockReturnValue()
    vi.spyOn(Math, 'random').mockReturnValue(0)
    return () => void vi.restoreAllMocks()
  })

  const send = ({ send }: Stage, key?: string) =>
    send(
      'POST',
      '/v1/articles/ferry/versions',
      { title: '', body: 'The ferry sank, the office said.' },
      key === undefined ? {} : { 'Idempotency-Key': key },
    )

  test.each(['before', 'after'] as const)('a read is made again, lost %s', async (when) => {
    for (const [what, path] of [
      ['query', '/v1/articles'],
      ['batch', '/v1/articles/ferry/claims/1'],
    ] as const) {
      const { stage, armed } = await stageWith(what, when)
      await well(stage.ask(path))
      armed()
      await well(stage.ask(path))
    }
  })

  test.each(['before', 'after'] as const)('a write with a key is made once, lost %s', async (when) => {
    const { stage, armed } = await stageWith('batch', when)
    armed()
    const answer = await well(send(stage, 'a-key'))
    expect(answer.status).toBe(201)
    expect(await rowCounts(stage.store)).toMatchObject({ versions: 5, checks: 0, idempotency_keys: 1 })
  })

  test.each([
    ['before', 4],
    ['after', 5],
  ] as const)('a write without a key is not made again, lost %s', async (when, versions) => {
    const { stage, armed } = await stageWith('batch', when)
    armed()
    const answer = await send(stage)
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'busy' }])
    expect(await rowCounts(stage.store)).toMatchObject({ versions })
  })
})
