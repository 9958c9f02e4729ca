/** Analysis on threads: no request waits for another's, and a thread that dies or runs too long costs one request. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { Failure } from '../../src/failure.ts'
import { type AnalysisJob, analysisAnswer } from '../../src/http/json/analysis-json.ts'
import { AnalysisThreads, type ThreadLimits } from '../../src/runtime/analysis-threads.ts'

const ENTRY = new URL('../../src/analysis-thread.ts', import.meta.url)
const LIMITS = { threads: 1, waiting: 1, seconds: 600, heap: 512 }

/** A thread that does as a job says: answers, never ends, fills its memory, throws, exits, or fails. */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    const jobs = {
      loop: () => { for (;;); },
      fill: () => { const all = []; for (;;) all.push(Array.from({ length: 1000 }, (_, i) => String(i))) },
      throw: () => { throw new Error('a fault of ours') },
      exit: () => process.exit(3),
      fail: () => ({ code: 'invalid', detail: 'body: is empty', errors: [{ path: 'body', message: 'is empty' }] }),
    }
    parentPort.on('message', (job) => parentPort.postMessage(jobs[job]?.() ?? { answer: job }))
  `)}`,
)

const open: { stop(): Promise<void> }[] = []

function threads<Job = string>(limits: ThreadLimits = LIMITS, script = SCRIPT) {
  const pool = new AnalysisThreads<Job>(script, limits)
  open.push(pool)
  return pool
}

afterEach(() => Promise.all(open.splice(0).map((pool) => pool.stop())))

test('a long analysis holds up no other request', async () => {
  const pool = threads<AnalysisJob>(LIMITS, ENTRY)
  const begun = Promise.withResolvers<void>()
  const analyze = (job: AnalysisJob) => {
    begun.resolve()
    return pool.run(job)
  }
  const config = { readTokenRequired: false, bootstrapToken: '' }
  const app = createApp(() => ({ store: {} as never, config, clock: Date.now, analyze }))
  const order: string[] = []
  const body = 'The mill will close in May, its owner said. '.repeat(1000)
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ body }) }
  const analysis = Promise.resolve(app.request('/v1/analyze/claims', init)).then(({ status }) =>
    order.push(`analysis ${status}`),
  )
  await begun.promise
  // Several turns of the event loop, which an analysis on this thread would not let pass.
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
  order.push(`docs ${(await app.request('/docs')).status}`)
  await analysis
  expect(order).toEqual(['docs 200', 'analysis 200'])
})

test.each<AnalysisJob>([
  {
    kind: 'claims',
    text: { title: 'Mill Closes', body: 'The mill will close in May, its owner said.' },
    explain: true,
    furniture: true,
  },
  { kind: 'changes', versions: [{ body: 'The mill will close.' }, { body: 'The mill may close.' }], furniture: false },
])('the answer is that of the same analysis on this thread: %j', async (job) => {
  expect(await threads<AnalysisJob>(LIMITS, ENTRY).run(job)).toBe(analysisAnswer(job))
})

describe('a job that fails', () => {
  test.each([
    ['fail', {}, new Failure('invalid', 'body: is empty', [{ path: 'body', message: 'is empty' }])],
    ['loop', { seconds: 0.2 }, new Failure('too_large', 'The analysis takes more than 0.2 seconds. Send less text.')],
    ['fill', { heap: 20 }, new Failure('too_large', 'The analysis needs more than 20 MB of memory. Send less text.')],
    ['throw', {}, new Error('a fault of ours')],
    ['exit', {}, expect.any(Error)],
  ])('by %s is refused, and the next is answered', async (job, limits, error) => {
    const given = { ...LIMITS, ...limits }
    const pool = threads(given)
    const reason = await pool.run(job).catch((thrown) => thrown)
    expect(reason).toEqual(error)
    expect(reason).toMatchObject(error instanceof Failure ? { code: error.code, errors: error.errors } : {})
    given.seconds = LIMITS.seconds
    expect(await pool.run('next')).toBe('next')
  })
})

test('jobs wait their turn, and are refused where too many wait', async () => {
  const pool = threads({ ...LIMITS, waiting: 2 })
  const running = ['one', 'two', 'three'].map((job) => pool.run(job))
  await expect(pool.run('four')).rejects.toMatchObject({ code: 'busy' })
  expect(await Promise.all(running)).toEqual(['one', 'two', 'three'])
  expect(await pool.run('five')).toBe('five')
})

test('where one thread is taken for long, the other serves', async () => {
  const pool = threads({ ...LIMITS, threads: 2, waiting: 5 })
  const long = vi.fn()
  pool.run('loop').catch(long)
  expect(await Promise.all([pool.run('one'), pool.run('two')])).toEqual(['one', 'two'])
  expect(long).not.toHaveBeenCalled()
})

test('what waits when it stops is refused', async () => {
  const pool = threads()
  const running = pool.run('loop').catch(() => 'ended')
  const waiting = pool.run('one')
  const refused = expect(waiting).rejects.toMatchObject({ code: 'busy' })
  await pool.stop()
  await refused
  expect(await running).toBe('ended')
})
