import { ACTIVATABLE, type Job } from '../state/job.ts'
import { Heap } from './heap.ts'

type Queues = Map<string, Map<string, Heap<QueuedJob>>>

/** Jobs that can be activated, by type and tenant: in order of priority, then of age. */
export class JobQueues {
  readonly #open: Queues = new Map()
  /** Jobs that were once leased, which only workers with leases get. */
  readonly #leased: Queues = new Map()

  add(job: Job, tenantId: string): void {
    const queues = job.leaseToken === null ? this.#open : this.#leased
    queueOf(queues, job.type, tenantId).push({ job, priority: job.priority })
  }

  /** Removes and returns the next job of one of these tenants; undefined if there is none. */
  take(type: string, tenantIds: readonly string[], withLease: boolean): Job | undefined {
    const open = firstQueue(this.#open.get(type), tenantIds, false)
    const best = withLease ? firstQueue(this.#leased.get(type), tenantIds, true, open) : open
    return best?.pop()?.job
  }
}

interface QueuedJob {
  readonly job: Job
  /** The priority when the job was added. A job whose priority changes is added again. */
  readonly priority: number
}

function queueOf(queues: Queues, type: string, tenantId: string): Heap<QueuedJob> {
  let tenants = queues.get(type)
  if (tenants === undefined) {
    tenants = new Map()
    queues.set(type, tenants)
  }
  let queue = tenants.get(tenantId)
  if (queue === undefined) {
    queue = new Heap(isBefore)
    tenants.set(tenantId, queue)
  }
  return queue
}

/** Of `best` and the tenants' queues, returns the one whose first job comes first. */
function firstQueue(
  tenants: ReadonlyMap<string, Heap<QueuedJob>> | undefined,
  tenantIds: readonly string[],
  isLeased: boolean,
  best?: Heap<QueuedJob>,
): Heap<QueuedJob> | undefined {
  let chosen = best
  for (const tenantId of tenantIds) {
    const queue = tenants?.get(tenantId)
    const first = queue && firstWaiting(queue, isLeased)
    if (first !== undefined && (chosen === undefined || isBefore(first, chosen.peek() as QueuedJob))) chosen = queue
  }
  return chosen
}

function isBefore(a: QueuedJob, b: QueuedJob): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority
  if (a.job.creationTime !== b.job.creationTime) return a.job.creationTime < b.job.creationTime
  return a.job.sequence < b.job.sequence
}

/**
 * Jobs that ended, or were activated, leased, suspended or given another priority, stay in the queue until they come
 * first.
 */
function firstWaiting(queue: Heap<QueuedJob>, isLeased: boolean): QueuedJob | undefined {
  for (let first = queue.peek(); first !== undefined; first = queue.peek()) {
    const { job, priority } = first
    const isCurrent = job.priority === priority && (job.leaseToken !== null) === isLeased
    if (job.phase === ACTIVATABLE && isCurrent && !job.owner.processInstance.isSuspended) return first
    queue.pop()
  }
  return undefined
}
