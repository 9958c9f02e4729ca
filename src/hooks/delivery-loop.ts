/** Delivers to hooks for as long as a process runs: at once after a write, and every few seconds for what is to be sent again. */

export interface DeliveryLoop {
  /** There may be something to send. */
  wake(): void
  /** Begins nothing more, ends what is under way (without counting it as a failure), and is done when that has ended. */
  stop(): Promise<void>
}

/** `deliver` serves what is due, until `stopped`; `seconds`: how often, where nothing wakes it. */
export function startDeliveryLoop(deliver: (stopped: AbortSignal) => Promise<unknown>, seconds: number): DeliveryLoop {
  const end = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let again = false

  async function run(): Promise<void> {
    do {
      again = false
      await deliver(end.signal).catch((error) => console.error('hooks:', error))
    } while (again && !end.signal.aborted)
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
    },
  }
}
