/** Threads on which Node analyzes texts, so that a long analysis holds up no other request. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Failure } from '../failure.ts'
import type { JobReply } from './thread-jobs.ts'

export interface ThreadLimits {
  /** How many jobs run at once, each on a thread of its own. */
  readonly threads: number
  /** How many jobs wait for a thread; more are refused. */
  readonly waiting: number
  /** How long a job may run, in seconds. */
  readonly seconds: number
  /** How much memory the objects of a thread may take, in megabytes. */
  readonly heap: number
}

export const THREAD_LIMITS: ThreadLimits = { threads: 2, waiting: 16, seconds: 60, heap: 512 }

interface Task<Job> {
  readonly job: Job
  readonly resolve: (answer: string) => void
  readonly reject: (reason: unknown) => void
}

/** A pool of threads that run `script`, which calls `serveJobs`. A thread is started when a job needs it, and kept. */
export class AnalysisThreads<Job> {
  readonly #script: URL
  readonly #limits: ThreadLimits
  readonly #idle = new Set<Worker>()
  readonly #busy = new Set<Worker>()
  readonly #queue: Task<Job>[] = []

  constructor(script: URL, limits: ThreadLimits = THREAD_LIMITS) {
    this.#script = script
    this.#limits = limits
  }

  /** The answer to a job. Throws Failure: busy, too_large (it took too long, or too much memory), and what the job throws. */
  run(job: Job): Promise<string> {
    if (this.#queue.length >= this.#limits.waiting)
      return Promise.reject(new Failure('busy', 'Too many texts are being analyzed. Send it again later.'))
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject })
      this.#startNext()
    })
  }

  /** Ends all threads; jobs that wait are refused. */
  async stop(): Promise<void> {
    for (const { reject } of this.#queue.splice(0)) reject(new Failure('busy', 'The server is stopping.'))
    await Promise.all([...this.#idle, ...this.#busy].map((worker) => worker.terminate()))
  }

  #startNext(): void {
    const [idle] = this.#idle
    if (!idle && this.#busy.size >= this.#limits.threads) return
    const task = this.#queue.shift()
    if (task) void this.#work(idle ?? this.#start(), task)
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.heap } })
    worker.unref()
    // A thread may die while it has no job, too.
    worker.on('error', () => this.#idle.delete(worker))
    return worker
  }

  async #work(worker: Worker, { job, resolve, reject }: Task<Job>): Promise<void> {
    this.#idle.delete(worker)
    this.#busy.add(worker)
    try {
      const reply = await this.#replyOf(worker, job)
      this.#idle.add(worker)
      if ('answer' in reply) resolve(reply.answer)
      else reject(new Failure(reply.code, reply.detail, reply.errors))
    } catch (error) {
      await worker.terminate()
      reject(this.#reasonOf(error))
    } finally {
      this.#busy.delete(worker)
      this.#startNext()
    }
  }

  /** Rejects where the thread dies or the time is over. */
  async #replyOf(worker: Worker, job: Job): Promise<JobReply> {
    const ended = new AbortController()
    const exit = () => ended.abort(new Error('The thread ended.'))
    worker.once('exit', exit)
    const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(this.#limits.seconds * 1000)])
    try {
      const reply = once(worker, 'message', { signal })
      worker.postMessage(job)
      const [message] = (await reply) as [JobReply]
      return message
    } finally {
      worker.off('exit', exit)
    }
  }

  #reasonOf(error: unknown): unknown {
    const { seconds, heap } = this.#limits
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ERR_WORKER_OUT_OF_MEMORY')
      return new Failure('too_large', `The analysis needs more than ${heap} MB of memory. Send less text.`)
    const cause = error instanceof Error ? error.cause : null
    if (cause instanceof DOMException && cause.name === 'TimeoutError')
      return new Failure('too_large', `The analysis takes more than ${seconds} seconds. Send less text.`)
    return error
  }
}
