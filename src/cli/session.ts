/** What a command runs with: streams, environment, clock and the way to an archive, all handed in by the entry. */
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
  /** The folder with the demo archive, one folder an article. */
  readonly seedFolder: string
  /** Opens the archive at a place, creating a file only if the place says so. */
  readonly open: (place: Target) => Promise<OpenArchive>
}
