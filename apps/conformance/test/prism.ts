import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

export interface Prism {
  readonly url: string
  stop(): Promise<void>
}

/** Starts prism on a free loopback port, answering by `mock` or in front of a server by `proxy`. */
export async function startPrism(spec: string, upstream?: string): Promise<Prism> {
  const port = await freePort()
  const mode = upstream === undefined ? ['mock', '--errors', spec] : ['proxy', '--errors', spec, upstream]
  const prism = spawn('prism', [...mode, '--port', String(port), '--host', '127.0.0.1'], { stdio: 'pipe' })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk
      if (output.includes('is listening')) resolve()
    }
    prism.stdout.on('data', read)
    prism.stderr.on('data', read)
    prism.once('exit', () => reject(new Error(`prism did not start:\n${output}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        prism.removeAllListeners('exit')
        prism.once('exit', () => resolve())
        prism.kill()
      }),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
