/** Ends requests whose body has stopped coming, since what has come of it is held in memory. */
import type { Server } from 'node:http'

/** How long nothing may come of a body, in milliseconds. */
const PATIENCE = 20_000

export function dropStalledBodies(server: Server, patience = PATIENCE): void {
  server.on('request', (request, response) => {
    // Of the response, since Node ends a connection whose request is whole and has nobody to tell of the time-out.
    response.setTimeout(patience, () => {
      if (!request.complete) request.destroy()
    })
  })
}
