/**
 * `node bench/load-process.ts < JSON`: prints how often a second a server answers the paths. A process of its own, see light-client.ts. The
 * paths come by the standard input, since an argument has at most 128 KB on Linux.
 */
import { json } from 'node:stream/consumers'
import { getRequest, inTurn, requestsPerSecond } from './load.ts'

const { server, paths, headers } = (await json(process.stdin)) as {
  server: string
  paths: string[]
  headers: Record<string, string>
}
const requests = paths.map((path) => getRequest(new URL(path, server), headers))
console.log(await requestsPerSecond(new URL(server), inTurn(...requests)))
