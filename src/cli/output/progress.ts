/** A line of progress on stderr, where stderr is a terminal and there is more than one step. */
import type { Session } from '../session.ts'
import { printable } from './style.ts'

export interface Progress {
  readonly advance: (message: string) => void
  readonly stop: () => void
}

const NONE: Progress = { advance: () => {}, stop: () => {} }

/** The narrowest terminal that the line fits into. */
const WIDTH = 79

/** Back to the first column, and the line erased. */
const ERASE = '\r\u001b[K'

export function progressLine({ err }: Pick<Session, 'err'>, steps: number): Progress {
  return lineOf(err, steps, () => '')
}

/** As `progressLine`, with the time that is left at the pace so far. */
export function timedProgress({ err, now }: Pick<Session, 'err' | 'now'>, steps: number): Progress {
  const start = now().getTime()
  return lineOf(err, steps, (done) => {
    const left = ((now().getTime() - start) / done) * (steps - done)
    return left > 0 ? `, ${spanOf(left)} left` : ''
  })
}

/** A line that says how many of some things are done, where stderr is a terminal. */
export function countedProgress({ err }: Pick<Session, 'err'>, things: string) {
  const isShown = err.isTTY === true
  return {
    show(done: number, of: number): void {
      if (isShown) err.write(ERASE + barOf(done, of) + printable(` ${done} of ${of} ${things}`).slice(0, WIDTH - BAR - 2))
    },
    stop(): void {
      if (isShown) err.write(ERASE)
    },
  }
}

/** How many columns a bar has between its brackets. */
const BAR = 30

function barOf(done: number, of: number): string {
  const full = of === 0 ? BAR : Math.floor((done / of) * BAR)
  return `[${'#'.repeat(full)}${' '.repeat(BAR - full)}]`
}

function lineOf(err: Session['err'], steps: number, more: (done: number) => string): Progress {
  if (err.isTTY !== true || steps < 2) return NONE
  let done = 0
  return {
    advance(message) {
      done += 1
      err.write(ERASE + printable(`${done} of ${steps}${more(done)}: ${message}`).slice(0, WIDTH))
    },
    stop: () => err.write(ERASE),
  }
}

/** Milliseconds as a person says them: "40 s", "12 min", "3 h 20 min". */
export function spanOf(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
