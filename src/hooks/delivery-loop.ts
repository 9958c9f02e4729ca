/** Delivers to hooks as long as a process runs: at once after a write, and every few seconds for messages to send again. */

export interface DeliveryLoop {
  /** Starts a run, or another one after the present one: there may be something to send. */
  wake(): void
  /** Starts no more runs, aborts attempts under way (without counting them as failures), and waits until these have ended. */
  stop(): Promise<void>
}

/** Serves the hooks that are due until `stopped`; gives attempts that take long to `background`, so that the next run can start. */
type Deliver = (stopped: AbortSignal, background: (work: Promise<unknown>) => void) => Promise<unknown>

/** `seconds`: how often `deliver` runs where nothing wakes it. */
export function startDeliveryLoop(deliver: Deliver, seconds: number): DeliveryLoop {
  const log = (error: unknown) => console.error('hooks:', error)
  const pending = new Set<Promise<unknown>>()
  const end = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let again = false

  async function run(): Promise<void> {
    do {
      again = false
      await deliver(end.signal, background).catch(log)
    } while (again && !end.signal.aborted)
  }

  function background(work: Promise<unknown>): void {
    const logged = work.catch(log).finally(() => {
      pending.delete(logged)
    })
    pending.add(logged)
  }

  function wake(): void {
    if (end.signal.aborted) return
    again = true
    if (running) return
    clearTimeout(timer)
    running = run().finally(() => {
      running = null
      if (!end.signal.aborted) timer = setTimeout(wake, seconds * 1000)
    })
  }

  wake()
  return {
    wake,
    async stop() {
      end.abort()
      clearTimeout(timer)
      await running
      await Promise.all(pending)
    },
  }
}
