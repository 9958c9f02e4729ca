/** `claimtrail key create NAME`: makes a private key that signs checkpoints. */
import { isKeyName, makeKey, signerOf } from '../../../log/note.ts'
import { command } from '../../command.ts'
import { EXIT, wrongUsage } from '../../exit.ts'

export const keyCreate = command({
  name: 'key create',
  description: 'Make a private key that signs checkpoints, for the setting LOG_KEY; the public key goes to stderr',
  args: {
    name: { type: 'positional', description: 'The host that readers reach, such as archive.example', valueHint: 'name' },
  },
  examples: ['key create archive.example | npx wrangler secret put LOG_KEY'],
  async run({ name }, session) {
    if (!isKeyName(name)) throw wrongUsage('a name has neither spaces nor plus signs')
    const key = await makeKey(name)
    session.err.write(`${(await signerOf(key)).verifier}\n`)
    session.out.write(`${key}\n`)
    return EXIT.good
  },
})
