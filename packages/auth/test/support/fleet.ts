import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startTokenServer, type TokenServer } from './token-server.ts'

export interface Outcome {
  /** Every header or error that a call ended in, each once. */
  readonly results: string[]
  readonly waitedMs: number
}

export interface Member {
  readonly process: ChildProcess
  /** So many calls, all at once or one each `everyMs`. */
  call(calls: number, audience: string, everyMs?: number): Promise<Outcome>
}

const worker = fileURLToPath(new URL('worker.ts', import.meta.url))
// A quarter of the time that hundreds of processes take to start. Written by one that ends in peace.
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'auth-test-compile-cache') }
let warmedUp: Promise<unknown> | undefined

export async function startMember(...args: string[]): Promise<Member> {
  warmedUp ??= promisify(execFile)(process.execPath, [worker, 'http://127.0.0.1:1', tmpdir(), 'secret'], { env })
  await warmedUp
  const child = fork(worker, args, { execArgv: [], stdio: 'inherit', env })
  await once(child, 'message')
  return {
    process: child,
    async call(calls, audience, everyMs) {
      child.send({ calls, audience, everyMs })
      return (await once(child, 'message'))[0]
    },
  }
}

export interface Fleet {
  readonly server: TokenServer
  readonly directory: string
  /** Real processes that share one file storage, ready to go at the same moment. */
  start(size: number, clientSecret: string, minTokenIntervalMs?: number): Promise<Member[]>
}

/** A token server and a directory for the processes of one test; ends them all. */
export async function withFleet(body: (fleet: Fleet) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'auth-fleet-'))
  const server = await startTokenServer()
  const started: Member[] = []
  try {
    await body({
      server,
      directory,
      async start(size, clientSecret, minTokenIntervalMs = 1000) {
        const args = [server.url, directory, clientSecret, `${minTokenIntervalMs}`]
        const members = await Promise.all(Array.from({ length: size }, () => startMember(...args)))
        started.push(...members)
        return members
      },
    })
  } finally {
    for (const { process } of started) process.kill('SIGKILL')
    await server.close()
    await rm(directory, { recursive: true, force: true })
  }
}
