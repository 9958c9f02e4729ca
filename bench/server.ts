/** Servers in processes of their own, so that a server and its load have a core each. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export interface Server {
  readonly url: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Starts `script` with PORT set to a free port and waits until it has written its first line. */
export async function startServer(script: string, env: Readonly<Record<string, string>>): Promise<Server> {
  const port = await freePort()
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, LIMIT_READS: '0', LIMIT_WRITES: '0', LIMIT_ANALYSES: '0', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await firstLine(child, script)
  return serverOf(child, port)
}

/** Starts the Worker by `wrangler dev`, over a local D1 in `folder`, and waits until it answers. */
export async function startWorker(folder: string, token: string): Promise<Server> {
  const port = await freePort()
  const wrangler = 'node_modules/wrangler/bin/wrangler.js'
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' }
  const local = ['--local', '--persist-to', folder]
  execFileSync(process.execPath, [wrangler, 'd1', 'migrations', 'apply', 'claimtrail', ...local], { env, stdio: 'ignore' })
  const args = [wrangler, 'dev', ...local, '--port', String(port), '--ip', '127.0.0.1', '--var', `BOOTSTRAP_TOKEN:${token}`]
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' })
  const server = serverOf(child, port)
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await fetch(`${server.url}/healthz`).catch(() => null)
    if (answer?.ok) return server
    await delay(300)
  }
  await server.stop()
  throw new Error('wrangler dev does not answer')
}

function serverOf(child: ChildProcess, port: number): Server {
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

function firstLine(child: ChildProcess, script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
