import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Outcome {
  readonly results: string[]
  readonly waitedMs: number
}

export interface Member {
  readonly process: ChildProcess
  call(calls: number, audience: string): Promise<Outcome>
}

/** Real processes that share one file storage, ready to go at the same moment. */
export async function startFleet(size: number, ...args: string[]): Promise<Member[]> {
  return Promise.all(
    Array.from({ length: size }, async () => {
      const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), args, { execArgv: [], stdio: 'inherit' })
      await once(child, 'message')
      return {
        process: child,
        async call(calls: number, audience: string): Promise<Outcome> {
          child.send({ calls, audience })
          return (await once(child, 'message'))[0]
        },
      }
    }),
  )
}
