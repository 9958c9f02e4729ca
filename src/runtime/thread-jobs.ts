/** The side of a thread that runs jobs: takes one message a job and sends one reply. */
import { parentPort } from 'node:worker_threads'
import { Failure, type FailureCode, type FieldError } from '../failure.ts'

/** The answer to a job, or the failure that it threw, as plain data. */
export type JobReply =
  | { readonly answer: string }
  | { readonly code: FailureCode; readonly detail: string; readonly errors: readonly FieldError[] }

/** Runs each job that the starting thread sends. An error that is no Failure ends the thread. */
export function serveJobs<Job>(run: (job: Job) => string): void {
  parentPort?.on('message', (job: Job) => parentPort?.postMessage(replyTo(run, job)))
}

function replyTo<Job>(run: (job: Job) => string, job: Job): JobReply {
  try {
    return { answer: run(job) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { code: error.code, detail: error.message, errors: error.errors }
  }
}
