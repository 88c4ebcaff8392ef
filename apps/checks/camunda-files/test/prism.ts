import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { type OpenApi, writeSpec } from './specs.ts'

const program = createRequire(import.meta.url).resolve('@stoplight/prism-cli')

export interface Prism {
  /** Set once the tests run. */
  readonly url: string
  /** For the clients. Also records the warnings that prism lets pass. */
  readonly fetch: typeof fetch
}

/**
 * Starts prism for the tests of the enclosing `describe`. It responds according to the OpenAPI file or, with
 * `upstream`, forwards to that server. Any problem that it finds in a request or response fails the test that sent it.
 */
export function usePrism(readSpec: () => OpenApi, upstream?: () => string): Prism {
  let running: { readonly url: string; stop(): Promise<void> } | undefined
  const violations: string[] = []
  beforeAll(async () => {
    running = await startPrism(readSpec(), upstream?.())
  })
  afterEach(() => {
    if (violations.length > 0) throw new Error(`prism: ${violations.splice(0).join('; ')}`)
  })
  afterAll(() => running?.stop())
  return {
    get url() {
      if (running === undefined) throw new Error('Prism runs inside of tests only.')
      return running.url
    },
    fetch: async (input, init) => {
      const response = await fetch(input, init)
      const found = response.headers.get('sl-violations')
      if (found !== null) violations.push(found)
      return response
    },
  }
}

async function startPrism(spec: OpenApi, upstream: string | undefined) {
  const { path, remove } = await writeSpec(spec)
  const mode = upstream === undefined ? ['mock', '--errors', path] : ['proxy', '--errors', path, upstream]
  const prism = spawn(process.execPath, [program, ...mode, '--port', '0', '--host', '127.0.0.1'], { stdio: 'pipe' })
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer) => {
      output += chunk
      const listening = /is listening on (http:\S+)/.exec(output)
      if (listening?.[1]) resolve(listening[1])
    }
    prism.stdout.on('data', read)
    prism.stderr.on('data', read)
    prism.once('error', reject)
    prism.once('exit', () => reject(new Error(`prism did not start:\n${output}`)))
  })
  const stop = async () => {
    await new Promise<void>((resolve) => {
      prism.once('exit', () => resolve())
      if (!prism.kill()) resolve()
    })
    await remove()
  }
  return { url, stop }
}
