/** The loop of deliveries: at once when it is woken, again after a while, never twice at a time, and it ends. */
import { expect, test, vi } from 'vitest'
import { startWorkLoop } from '../../src/runtime/work-loop.ts'

/** A deliverer whose runs are ended by hand. */
function byHand() {
  const ends: (() => void)[] = []
  const signals: AbortSignal[] = []
  const deliver = (stopped: AbortSignal) => {
    signals.push(stopped)
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  const endRun = async () => {
    ends.at(-1)?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { deliver, ends, signals, endRun }
}

test('runs at once, again when it was woken meanwhile, and every few seconds', async () => {
  vi.useFakeTimers()
  try {
    const { deliver, ends, endRun } = byHand()
    const loop = startWorkLoop('hooks', deliver, 5)
    expect(ends).toHaveLength(1)
    loop.wake()
    loop.wake()
    expect(ends).toHaveLength(1)
    await endRun()
    expect(ends).toHaveLength(2)
    await endRun()
    await vi.advanceTimersByTimeAsync(4999)
    expect(ends).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(ends).toHaveLength(3)
    await endRun()
    loop.wake()
    expect(ends).toHaveLength(4)
    await endRun()
    await loop.stop()
  } finally {
    vi.useRealTimers()
  }
})

test('goes on after a run that failed', async () => {
  vi.useFakeTimers()
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  try {
    const deliver = vi.fn(() => Promise.reject(new Error('the database is gone')))
    const loop = startWorkLoop('hooks', deliver, 5)
    await vi.advanceTimersByTimeAsync(5000)
    expect(deliver).toHaveBeenCalledTimes(2)
    expect(log).toHaveBeenCalledWith('hooks:', expect.objectContaining({ message: 'the database is gone' }))
    await loop.stop()
  } finally {
    log.mockRestore()
    vi.useRealTimers()
  }
})

test('stops: what is under way is told so and waited for, and nothing begins any more', async () => {
  vi.useFakeTimers()
  try {
    const { deliver, ends, signals } = byHand()
    const loop = startWorkLoop('hooks', deliver, 5)
    loop.wake()
    let stopped = false
    const stopping = loop.stop().then(() => {
      stopped = true
    })
    expect(signals[0]?.aborted).toBe(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(stopped).toBe(false)
    ends[0]?.()
    await stopping
    loop.wake()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(ends).toHaveLength(1)
  } finally {
    vi.useRealTimers()
  }
})

test('starts the next run while attempts in the background go on, and waits for them when it stops', async () => {
  vi.useFakeTimers()
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  try {
    const slow = Promise.withResolvers<void>()
    const failing = Promise.withResolvers<void>()
    const deliver = vi.fn(async (_: AbortSignal, background: (work: Promise<unknown>) => void) => {
      background(slow.promise)
      background(failing.promise)
    })
    const loop = startWorkLoop('hooks', deliver, 5)
    await vi.advanceTimersByTimeAsync(0)
    loop.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(deliver).toHaveBeenCalledTimes(2)
    failing.reject(new Error('the database is gone'))
    let stopped = false
    const stopping = loop.stop().then(() => {
      stopped = true
    })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(stopped).toBe(false)
    expect(log).toHaveBeenCalledWith('hooks:', expect.objectContaining({ message: 'the database is gone' }))
    slow.resolve()
    await stopping
  } finally {
    log.mockRestore()
    vi.useRealTimers()
  }
})
