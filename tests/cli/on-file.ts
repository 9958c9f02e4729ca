/** A stage whose archives are real files: everything of the command line but the process itself. */
import { copyArchive, fileConnection, openFile } from '../../src/cli/archive/file-archive.ts'
import { play } from './stage.ts'

const openStore = (path: string, create: boolean) => openFile(path, { create, migrations: 'migrations' })

/** Runs a command line as the entry would, on the real clock. */
export function command(...argv: readonly string[]) {
  return play(argv, undefined, {
    now: () => new Date(),
    copy: copyArchive,
    open: async (place) => {
      if (place.kind === 'server') throw new Error('this stage has files only')
      return fileConnection(openStore(place.path, place.create), place.operator)
    },
  })
}
