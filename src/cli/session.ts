/** The surroundings of a command, given by the entry: streams, environment, clock and the opening of archives. */
import type { OpenArchive } from './archive/connection.ts'
import type { Target } from './archive/target.ts'

export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  /** The width of the terminal, in characters. */
  readonly columns?: number
}

export interface Session {
  /** The version of the package. */
  readonly version: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: Output
  readonly err: Output
  /** All of standard input. */
  readonly input: () => Promise<Uint8Array>
  readonly now: () => Date
  /** The folder of the demo archive; each folder in it is an article. */
  readonly seedFolder: string
  /** Opens an archive, and creates a file only if the target says so. */
  readonly open: (target: Target) => Promise<OpenArchive>
  /** Copies an archive file while it may be served. */
  readonly copy: (archive: string, to: string) => Promise<void>
  /** Serves an archive file with the settings of the environment, and these before them. */
  readonly serve: (settings: Readonly<Record<string, string>>) => Promise<void>
}
