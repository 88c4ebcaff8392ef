import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Member } from './fleet.ts'

/** Real processes that share one Redis, ready to go at the same moment. */
export async function startRedisFleet(size: number, ...args: string[]): Promise<Member[]> {
  const worker = fileURLToPath(new URL('redis-worker.ts', import.meta.url))
  return Promise.all(
    Array.from({ length: size }, async () => {
      const child = fork(worker, args, { execArgv: [], stdio: 'inherit' })
      await once(child, 'message')
      return {
        process: child,
        async call(calls: number, audience: string) {
          child.send({ calls, audience })
          return (await once(child, 'message'))[0]
        },
      }
    }),
  )
}
