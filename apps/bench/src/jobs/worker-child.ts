// One process of one worker under test. The first argument is the worker's file, the second the address of its queue.
import { serveOrders } from '../child/ask.ts'
import type { OpenWorker } from './catalog.ts'

/** The orders that a worker executes. */
export type JobWorkerOrder =
  /** Sets how long each job takes. */
  { readonly do: 'take'; readonly jobMs: number } | { readonly do: 'usage' }

/** The current counts of the worker. */
export interface JobWorkerUsage {
  /** Processor time, in microseconds. */
  readonly cpuUs: number
  /** Time of the last call of a handler, in milliseconds since 1970. */
  readonly calledAt: number
}

/** The value in the documentation of the Java client, and our default. */
const maxJobs = 32

const [module = '', baseUrl = ''] = process.argv.slice(2)
let jobMs = 0
let calledAt = 0
const { open } = (await import(module)) as { open: OpenWorker }
await open({
  baseUrl,
  type: 'bench',
  maxJobs,
  handle() {
    calledAt = performance.timeOrigin + performance.now()
    return jobMs > 0 ? new Promise((resolve) => setTimeout(resolve, jobMs)) : undefined
  },
})

serveOrders<JobWorkerOrder>((order) => {
  if (order.do === 'take') jobMs = order.jobMs
  const { user, system } = process.cpuUsage()
  return { cpuUs: user + system, calledAt } satisfies JobWorkerUsage
})
