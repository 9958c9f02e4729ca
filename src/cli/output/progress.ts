/** A progress bar on stderr, where stderr is a terminal and there is more than one thing to do. */
import { Writable } from 'node:stream'
import { progress } from '@clack/prompts'
import type { Session } from '../session.ts'

export interface Bar {
  readonly advance: (message: string) => void
  readonly stop: () => void
}

const NONE: Bar = { advance: () => {}, stop: () => {} }

export function progressBar({ err }: Session, steps: number): Bar {
  if (err.isTTY !== true || steps < 2 || !(err instanceof Writable)) return NONE
  const bar = progress({ max: steps, output: err })
  bar.start('Archiving')
  let done = 0
  return {
    advance: (message) => {
      done += 1
      bar.advance(1, `${done} of ${steps}: ${message}`)
    },
    stop: () => bar.stop(`${done} of ${steps} archived`),
  }
}
