/** The surroundings of a command, given by the entry: streams, environment, clock and the opening of archives. */
import type { OpenArchive } from './archive/connection.ts'
import type { Target } from './archive/target.ts'

export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
}

export interface Session {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: Output
  readonly err: Output
  readonly now: () => Date
  /** The folder of the demo archive; each folder in it is an article. */
  readonly seedFolder: string
  /** Opens an archive, and creates a file only if the target says so. */
  readonly open: (target: Target) => Promise<OpenArchive>
}
