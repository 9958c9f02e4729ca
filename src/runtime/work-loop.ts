/** Work that repeats as long as a process runs: at once where something wakes it, and every few seconds for what became due. */

export interface WorkLoop {
  /** Starts a run, or another one after the present one: there may be something to do. */
  wake(): void
  /** Starts no more runs, aborts what is under way, and waits until it has ended. */
  stop(): Promise<void>
}

/** Does what is due until `stopped`; gives what takes long to `background`, so that the next run can start. */
type Work = (stopped: AbortSignal, background: (work: Promise<unknown>) => void) => Promise<unknown>

/** `seconds`: how often the work runs where nothing wakes it; `name`: begins the lines of the log. */
export function startWorkLoop(name: string, work: Work, seconds: number): WorkLoop {
  const log = (error: unknown) => console.error(`${name}:`, error)
  const pending = new Set<Promise<unknown>>()
  const end = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let again = false

  async function run(): Promise<void> {
    do {
      again = false
      await work(end.signal, background).catch(log)
    } while (again && !end.signal.aborted)
  }

  function background(rest: Promise<unknown>): void {
    const logged = rest.catch(log).finally(() => {
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
