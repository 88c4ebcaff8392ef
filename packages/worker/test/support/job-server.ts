import type { Clock } from '../../src/clock.ts'
import type { ActivatedJob, ActivateJobs, JobCallOptions, JobsApi } from '../../src/index.ts'

/** What happens to requests. `lost`: the server does what it is asked, and the response breaks off. */
export type Mode = 'up' | 'unavailable' | 'exhausted' | 'throttled' | 'unreachable' | 'lost'

/** A job, and all that happened to it. */
export interface ServerJob {
  readonly key: string
  readonly type: string
  readonly more: Partial<ActivatedJob>
  state: 'ready' | 'active' | 'completed' | 'error' | 'incident'
  retries: number
  /** Not activated before. */
  readyAt: number
  lease: number
  /** When its timeout passes, as the worker is told. */
  deadline: number
  activations: number
  timeouts: number
  readonly accepted: { readonly command: string; readonly body: Record<string, unknown>; readonly at: number }[]
}

interface Poll {
  readonly type: string
  readonly count: number
  readonly waitMs: number
  readonly at: number
  readonly body: ActivateJobs
}

export interface JobServer extends JobsApi {
  mode: Mode
  /** One way, in milliseconds. */
  latencyMs: number
  /** Whether it sees that a client has ended its poll. */
  noticesAborts: boolean
  retryAfterMs: number | undefined
  /** How much earlier than the worker it sees a timeout pass. */
  earlyMs: number
  /** How many jobs it adds to what a poll requests. */
  surplus: number
  readonly jobs: Map<string, ServerJob>
  readonly polls: Poll[]
  readonly commands: { readonly command: string; readonly key: string; readonly at: number }[]
  /** Most jobs that were with the worker or requested by its open polls at one time. */
  readonly mostHeld: number
  add(type: string, more?: Partial<ActivatedJob>): ServerJob
  openPolls(): number
}

interface Waiter {
  readonly poll: Poll
  readonly deliver: (jobs: ServerJob[]) => void
}

export function createJobServer(clock: Clock): JobServer {
  const jobs = new Map<string, ServerJob>()
  const waiters = new Set<Waiter>()
  /** Jobs that the worker knows of: delivered, not ended, and not timed out. */
  const delivered = new Set<ServerJob>()
  let requested = 0
  let mostHeld = 0
  const wait = (ms: number): Promise<void> => new Promise((resolve) => void clock.setTimeout(resolve, ms))

  const server: JobServer = {
    mode: 'up',
    latencyMs: 0,
    noticesAborts: true,
    retryAfterMs: undefined,
    earlyMs: 0,
    surplus: 0,
    jobs,
    polls: [],
    commands: [],
    get mostHeld() {
      return mostHeld
    },
    openPolls: () => waiters.size,
    add(type, more = {}) {
      const key = String(2251799813685248n + BigInt(jobs.size))
      const { retries = 3 } = more
      const counts = { readyAt: 0, lease: 0, deadline: 0, activations: 0, timeouts: 0, accepted: [] }
      const job: ServerJob = { key, type, more, state: 'ready', retries, ...counts }
      jobs.set(key, job)
      serve()
      return job
    },
    async activate(body, options) {
      const { type, maxJobsToActivate: count, requestTimeout: waitMs } = body
      const poll = { type, count, waitMs, at: clock.now(), body }
      server.polls.push(poll)
      requested += count
      mostHeld = Math.max(mostHeld, delivered.size + requested)
      try {
        await travel(options)
        const taken = await take(poll, options?.signal)
        await travelBack(taken, options?.signal)
        // One that was completed on its way, by an activation before, is not counted: its end was confirmed.
        for (const job of taken) if (job.state === 'active') delivered.add(job)
        return { jobs: taken.map((job) => toActivatedJob(job, body)) }
      } finally {
        requested -= count
      }
    },
    complete: (key, body = {}, options) => finish('complete', key, { ...body }, options, () => 'completed'),
    throwError: (key, body, options) => finish('throwError', key, { ...body }, options, () => 'error'),
    fail: (key, body, options) =>
      finish('fail', key, { ...body }, options, (job) => {
        job.retries = body?.retries ?? 0
        job.readyAt = clock.now() + (body?.retryBackOff ?? 0)
        if (body?.retryBackOff) clock.setTimeout(serve, body.retryBackOff)
        return job.retries > 0 ? 'ready' : 'incident'
      }),
    async update(key, { changeset }, options) {
      await travel(options)
      const job = jobs.get(key)
      if (job?.state !== 'active') throw httpError(404, 'NOT_FOUND')
      expire(job, changeset.timeout)
    },
  }

  function finish(
    command: string,
    key: string,
    body: Record<string, unknown>,
    options: JobCallOptions | undefined,
    change: (job: ServerJob) => ServerJob['state'],
  ): Promise<void> {
    const run = async (): Promise<void> => {
      server.commands.push({ command, key, at: clock.now() })
      const { mode } = server
      await travel(options)
      const job = jobs.get(key)
      if (job?.state !== 'active') throw httpError(404, 'NOT_FOUND')
      if (body.jobLeaseToken !== undefined && body.jobLeaseToken !== `lease-${job.lease}`) throw httpError(409, 'LEASE')
      job.state = change(job)
      job.accepted.push({ command, body, at: clock.now() })
      delivered.delete(job)
      if (job.state === 'ready') serve()
      if (server.latencyMs > 0) await wait(server.latencyMs)
      if (mode === 'lost') throw lostConnection()
      options?.signal?.throwIfAborted()
    }
    return run()
  }

  /** The way to the server, and what it says at its door. */
  async function travel(options: JobCallOptions | undefined): Promise<void> {
    options?.signal?.throwIfAborted()
    if (server.latencyMs > 0) await wait(server.latencyMs)
    options?.signal?.throwIfAborted()
    const { mode, retryAfterMs } = server
    if (mode === 'unavailable') throw httpError(503, 'UNAVAILABLE', retryAfterMs)
    if (mode === 'exhausted') throw httpError(500, 'RESOURCE_EXHAUSTED')
    if (mode === 'throttled') throw httpError(429, 'RESOURCE_EXHAUSTED', retryAfterMs)
    if (mode === 'unreachable') throw lostConnection()
  }

  async function travelBack(taken: ServerJob[], signal: AbortSignal | undefined): Promise<void> {
    const lost = server.mode === 'lost'
    if (server.latencyMs > 0) await wait(server.latencyMs)
    if (lost && taken.length > 0) throw lostConnection()
    if (!signal?.aborted) return
    if (server.noticesAborts) for (const job of taken) job.state = 'ready'
    serve()
    throw signal.reason
  }

  async function take(poll: Poll, signal: AbortSignal | undefined): Promise<ServerJob[]> {
    const found = activate(poll)
    if (found.length > 0 || poll.waitMs < 0) return found
    return new Promise((resolve, reject) => {
      const end = (jobs: ServerJob[]): void => {
        clock.clearTimeout(timer)
        waiters.delete(waiter)
        resolve(jobs)
      }
      const waiter: Waiter = { poll, deliver: end }
      const timer = clock.setTimeout(() => end([]), poll.waitMs)
      waiters.add(waiter)
      signal?.addEventListener('abort', () => {
        // Else it stays, and the jobs that it gets are lost.
        if (server.noticesAborts) waiters.delete(waiter)
        reject(signal.reason)
      })
    })
  }

  function activate({ type, count, body }: Poll): ServerJob[] {
    const found = [...jobs.values()].filter(
      (job) => job.type === type && job.state === 'ready' && job.readyAt <= clock.now(),
    )
    const taken = found.slice(0, count + server.surplus)
    for (const job of taken) {
      job.state = 'active'
      job.activations++
      expire(job, body.timeout)
    }
    return taken
  }

  function expire(job: ServerJob, ms: number): void {
    const lease = ++job.lease
    job.deadline = clock.now() + ms
    clock.setTimeout(() => {
      if (job.state !== 'active' || job.lease !== lease) return
      job.state = 'ready'
      job.timeouts++
      delivered.delete(job)
      serve()
    }, ms - server.earlyMs)
  }

  function serve(): void {
    for (const waiter of waiters) {
      const found = activate(waiter.poll)
      if (found.length > 0) waiter.deliver(found)
    }
  }

  function toActivatedJob(job: ServerJob, { worker, withLease }: ActivateJobs): ActivatedJob {
    return {
      jobKey: job.key,
      type: job.type,
      variables: {},
      customHeaders: {},
      deadline: job.deadline,
      worker: worker ?? '',
      kind: 'BPMN_ELEMENT',
      listenerEventType: 'UNSPECIFIED',
      elementId: 'Task',
      elementInstanceKey: '2251799813685301',
      processInstanceKey: '2251799813685302',
      processDefinitionId: 'order',
      processDefinitionVersion: 1,
      processDefinitionKey: '2251799813685303',
      userTask: null,
      tags: [],
      tenantId: '<default>',
      ...(withLease && { jobLeaseToken: `lease-${job.lease}` }),
      ...job.more,
      retries: job.retries,
    }
  }

  return server
}

export function httpError(status: number, title: string, retryAfterMs?: number): Error {
  return Object.assign(new Error(`The server responded with ${status}`), {
    status,
    title,
    ...(retryAfterMs && { retryAfterMs }),
  })
}

function lostConnection(): Error {
  return Object.assign(new Error('fetch failed'), { code: 'network' })
}
