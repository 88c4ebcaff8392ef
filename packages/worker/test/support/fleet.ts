import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { startServer } from 'test-servers'
import { onTestFinished } from 'vitest'

export interface Member {
  readonly name: string
  /** Resolves when its handler is called for the first time. */
  readonly firstRun: Promise<void>
  /** Kills it with -9. */
  kill(): Promise<void>
  /** Ends it with SIGTERM. Resolves with its exit code, and what it printed at the end. */
  terminate(): Promise<{ readonly code: number | null; readonly resources: readonly string[]; readonly lost: number }>
}

export interface Fleet {
  /** Names of the workers whose handlers were called, by job. */
  readonly runs: ReadonlyMap<string, readonly string[]>
  /** Starts a worker in a process of its own. */
  start(name: string): Member
}

const member = fileURLToPath(new URL('member.ts', import.meta.url))
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'worker-test-compile-cache') }

/** Real processes that work on the jobs of one server. All end with the test. */
export async function createFleet(baseUrl: string, token = 'token'): Promise<Fleet> {
  const runs = new Map<string, string[]>()
  const waiting = new Map<string, () => void>()
  const reports = await startServer(({ path }) => {
    const [, name = '', key = ''] = path.split('/')
    runs.set(key, [...(runs.get(key) ?? []), name])
    waiting.get(name)?.()
    return { status: 204 }
  })
  const started: ChildProcess[] = []
  onTestFinished(async () => {
    for (const child of started) child.kill('SIGKILL')
    await reports.close()
  })
  return {
    runs,
    start(name) {
      const args = [member, baseUrl, token, `${reports.url}/${name}`, name]
      const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
      started.push(child)
      const ended = once(child, 'exit') as Promise<[code: number | null]>
      const printed = text(child.stdout)
      return {
        name,
        firstRun: new Promise((resolve) => waiting.set(name, resolve)),
        async kill() {
          child.kill('SIGKILL')
          await ended
        },
        async terminate() {
          child.kill('SIGTERM')
          const [code] = await ended
          return { code, ...JSON.parse(await printed) }
        },
      }
    },
  }
}
