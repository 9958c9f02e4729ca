/** `node bench/load-process.ts JSON`: prints how often a second a server answers the paths. A process of its own, see light-client.ts. */
import { getRequest, inTurn, requestsPerSecond } from './load.ts'

const { server, paths, headers } = JSON.parse(process.argv[2] ?? '') as {
  server: string
  paths: string[]
  headers: Record<string, string>
}
const requests = paths.map((path) => getRequest(new URL(path, server), headers))
console.log(await requestsPerSecond(new URL(server), inTurn(...requests)))
