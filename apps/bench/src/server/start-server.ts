import { startChild } from '../child/ask.ts'
import type { Counts, Plan, ServerOrder } from './plan.ts'

/** The addresses of one run on the counting server. */
export interface Run {
  readonly tokenUrl: string
  readonly apiUrl: string
  counts(): Promise<Counts>
  close(): Promise<void>
}

/** The counting server. */
export interface Server {
  open(plan: Plan): Promise<Run>
  stop(): void
}

/** Starts the counting server in a separate process. */
export async function startServer(): Promise<Server> {
  const child = await startChild<ServerOrder>(new URL('./counting-server.ts', import.meta.url))
  let last = 0
  return {
    async open(plan) {
      const run = `run-${++last}`
      const { origin } = await child.ask<{ origin: string }>({ do: 'open', run, plan })
      return {
        tokenUrl: `${origin}/${run}/oauth/token`,
        apiUrl: `${origin}/${run}/api`,
        counts: () => child.ask({ do: 'counts', run }),
        close: async () => void (await child.ask({ do: 'close', run })),
      }
    },
    stop: child.kill,
  }
}
