import { signal } from '@preact/signals'
import { JobFailure } from '@x/worker'
import type { Cluster } from '../../connection/connection.ts'
import { onSwitch } from '../../connection/on-switch.ts'
import { messageOf } from '../../message-of.ts'
import { refresh } from '../refreshes.ts'

/** How the worker of this tab handles the jobs of a type. */
export interface JobPlan {
  /** Variables to complete jobs with; undefined to fail them. */
  readonly variables: Readonly<Record<string, unknown>> | undefined
  readonly durationMs: number
}

/** A worker for one job type, with its counts. */
export interface TabWorker {
  readonly completed: number
  readonly failed: number
  /** The reason why it has stopped by itself. */
  readonly problem: string | undefined
}

/** The workers of this tab, by job type. */
export const tabWorkers = signal<ReadonlyMap<string, TabWorker>>(new Map())

const controllers = new Map<string, AbortController>()

/** Starts a worker for the jobs of a type. It works until it is stopped or the page connects to another cluster. */
export function startWorker(cluster: Cluster, type: string, { variables, durationMs }: JobPlan): void {
  stopWorker(type)
  const controller = new AbortController()
  controllers.set(type, controller)
  update(type, {})
  const handle = async ({ signal: timeout }: { readonly signal: AbortSignal }): Promise<Record<string, unknown>> => {
    await sleep(durationMs, timeout)
    if (!variables) {
      update(type, { failed: 1 })
      setTimeout(refresh, 100)
      throw new JobFailure('Failed by the worker in the playground')
    }
    update(type, { completed: 1 })
    setTimeout(refresh, 100)
    return { ...variables }
  }
  cluster
    .work({ [type]: { handle, maxJobs: 4 } }, { signal: controller.signal, name: 'playground', graceMs: 500 })
    .catch((error: unknown) => {
      if (!controller.signal.aborted) update(type, { problem: messageOf(error) })
    })
}

export function stopWorker(type: string): void {
  controllers.get(type)?.abort()
  controllers.delete(type)
  const workers = new Map(tabWorkers.value)
  workers.delete(type)
  tabWorkers.value = workers
}

/** Updates the counts of a worker. */
function update(type: string, { completed = 0, failed = 0, problem }: Partial<TabWorker>): void {
  const former = tabWorkers.value.get(type)
  tabWorkers.value = new Map(tabWorkers.value).set(type, {
    completed: (former?.completed ?? 0) + completed,
    failed: (former?.failed ?? 0) + failed,
    problem,
  })
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

onSwitch(() => {
  for (const type of controllers.keys()) stopWorker(type)
})
