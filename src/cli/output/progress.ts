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
  if (err.isTTY !== true || steps < 2) return NONE
  let done = 0
  return {
    advance(message) {
      done += 1
      err.write(ERASE + printable(`${done} of ${steps}: ${message}`).slice(0, WIDTH))
    },
    stop: () => err.write(ERASE),
  }
}
