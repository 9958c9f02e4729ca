/** `claimtrail serve`: serves an archive file over HTTP, as `npm run start:node` does. */
import { targetArgs } from '../archive/target.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { defined } from '../input/defined.ts'

export const serve = command({
  name: 'serve',
  description: 'Serve an archive file over HTTP, read its watches and send to its hooks, until Ctrl-C',
  args: {
    archive: targetArgs.archive,
    host: { type: 'string', valueHint: 'host', description: 'The address to listen at (or HOST; default 127.0.0.1)' },
    port: { type: 'string', valueHint: 'port', description: 'The port (or PORT; default 8787)' },
  },
  notes: ['The file is made where it does not exist. Other settings are taken from the environment.'],
  examples: ['serve', 'serve --archive desk.sqlite --port 8788'],
  async run({ archive, host, port }, session) {
    await session.serve(defined({ ARCHIVE: archive, HOST: host, PORT: port }))
    return EXIT.good
  },
})
