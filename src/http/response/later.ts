/** Work that goes on after the response. */
import type { Context } from 'hono'

/** Lets work go on after the response; on Workers the runtime waits for it. A failure is logged. */
export function later(c: Pick<Context, 'executionCtx'>, work: Promise<unknown> | null): void {
  const done = work?.catch(console.error)
  if (done && runtimeWaits(c)) c.executionCtx.waitUntil(done)
}

/** Whether the runtime has a context of the request: Node has none, and Hono throws where it is asked for. */
function runtimeWaits(c: Pick<Context, 'executionCtx'>): boolean {
  try {
    return c.executionCtx !== undefined
  } catch {
    return false
  }
}
