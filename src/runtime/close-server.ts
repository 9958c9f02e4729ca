/** Closing an HTTP server: requests that have arrived are answered, and nothing that is still being sent is waited for. */
import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/** How long answers may take after the server began to close, in milliseconds. */
const GRACE = 10_000

/** Watches `server` from now on and returns the function that closes it. */
export function closable(server: Server): () => Promise<void> {
  /** The request that is being answered on each connection; null: none. */
  const requests = new Map<Socket, IncomingMessage | null>()
  let closing = false
  server.on('connection', (socket) => {
    requests.set(socket, null)
    socket.once('close', () => requests.delete(socket))
  })
  server.on('request', (request, response) => {
    requests.set(request.socket, request)
    response.once('close', () => {
      if (requests.has(request.socket)) requests.set(request.socket, null)
      if (closing) request.socket.end()
    })
  })
  return async () => {
    closing = true
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const [socket, request] of requests) if (!request?.complete) socket.destroy()
    const late = setTimeout(() => server.closeAllConnections(), GRACE)
    await closed
    clearTimeout(late)
  }
}
