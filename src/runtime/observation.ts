/** Observes the requests that a Node server answers: a line of JSON for each, and metrics in the format of OpenMetrics (prom-client). */
import { Counter, collectDefaultMetrics, Gauge, Histogram, type OpenMetricsContentType, Registry } from 'prom-client'

/** A request that was answered. */
export interface Observed {
  readonly id: string
  readonly method: string
  readonly path: string
  /** The pattern of the path; `*` where no route takes it. */
  readonly route: string
  readonly status: number
  /** How long it took until its answer began, in milliseconds. */
  readonly ms: number
}

/** The bounds of the buckets of durations, in seconds. */
const BUCKETS = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10]

/** How much there is of something, by the name of its gauge and the text that explains it. */
export type Amounts = Readonly<Record<string, { readonly help: string; readonly value: number }>>

export class Metrics {
  readonly #registry = new Registry<OpenMetricsContentType>()
  readonly #requests: Counter
  readonly #seconds: Histogram
  readonly #gauges = new Map<string, Gauge>()

  constructor() {
    this.#registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    this.#requests = new Counter({
      name: 'claimtrail_requests',
      help: 'Requests that were answered.',
      labelNames: ['method', 'route', 'status'],
      registers,
    })
    this.#seconds = new Histogram({
      name: 'claimtrail_request_seconds',
      help: 'How long requests took until their answer began.',
      labelNames: ['route'],
      buckets: BUCKETS,
      registers,
    })
  }

  observe({ method, route, status, ms }: Observed): void {
    this.#requests.inc({ method, route, status })
    this.#seconds.observe({ route }, ms / 1000)
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** The text of all metrics, `amounts` among them. */
  async text(amounts: Amounts): Promise<string> {
    for (const [name, { help, value }] of Object.entries(amounts)) {
      const gauge = this.#gauges.get(name) ?? new Gauge({ name, help, registers: [this.#registry] })
      this.#gauges.set(name, gauge)
      gauge.set(value)
    }
    return this.#registry.metrics()
  }
}

const AMOUNTS = {
  articles: 'Articles of the archive.',
  versions: 'Versions of the archive.',
  watches: 'Watched pages and feeds.',
  stopped: 'Watches that stopped, because they could not be read for long.',
  failing: 'Watches whose last check read nothing.',
  deliveries: 'Messages to hooks that are to be sent, or sent again.',
} as const

/** The amounts of an archive as gauges. */
export const amountsOf = (counts: Readonly<Record<keyof typeof AMOUNTS, number>> | undefined): Amounts =>
  Object.fromEntries(
    Object.entries(AMOUNTS).map(([name, help]) => [
      `claimtrail_${name}`,
      { help, value: counts?.[name as keyof typeof AMOUNTS] ?? 0 },
    ]),
  )

/** The line of a request. The query is left out: it may hold what a reader looks for. */
export const requestLine = ({ id, method, path, route, status, ms }: Observed, now: number): string =>
  JSON.stringify({ time: new Date(now).toISOString(), id, method, path, route, status, ms: Math.round(ms * 10) / 10 })
