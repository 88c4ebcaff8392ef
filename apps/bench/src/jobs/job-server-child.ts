// The job endpoints of the Orchestration Cluster API on loopback, in a separate process. Each worker has its own
// addresses: a queue that never runs out while it is fed, and otherwise contains only the jobs that are added.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { serveOrders } from '../child/ask.ts'

/** The orders that the server process executes. */
export type JobServerOrder =
  | { readonly do: 'open'; readonly id: string }
  /** Starts or stops feeding the queue. `delayMs` delays each response, as a network would. */
  | { readonly do: 'feed'; readonly id: string; readonly feeding: boolean; readonly delayMs: number }
  /** Adds one job to the queue, and returns the time in milliseconds since 1970. */
  | { readonly do: 'put'; readonly id: string }
  | { readonly do: 'counts'; readonly id: string }

/** What the server observed about one worker. */
export interface JobCounts {
  /** Processor time of this server, in milliseconds. */
  readonly at: number
  readonly requests: number
  readonly completed: number
  /** Open polls that wait for a job, and the wait that the last one requested. */
  readonly waiting: number
  readonly waitMs: number
}

interface Queue {
  feeding: boolean
  delayMs: number
  requests: number
  completed: number
  waitMs: number
  readonly waiters: Set<(count: number) => void>
}

/** How long Camunda lets a poll wait by default. */
const defaultWaitMs = 10_000

const queues = new Map<string, Queue>()
let lastKey = 2251799813685248n

const server = createServer(async (request, response) => {
  const [, id = '', , , key, command] = (request.url ?? '').split('/')
  const queue = queues.get(id)
  if (!queue) return void response.writeHead(404).end()
  queue.requests++
  const body = await text(request)
  if (key === 'activation') activate(queue, JSON.parse(body), response)
  else {
    if (command === 'completion') queue.completed++
    later(queue, () => response.writeHead(204).end())
  }
})
server.keepAliveTimeout = 120_000

function activate(
  queue: Queue,
  { maxJobsToActivate, requestTimeout }: Record<string, number>,
  response: ServerResponse,
): void {
  const deliver = (count: number): void => {
    queue.waiters.delete(deliver)
    clearTimeout(timer)
    const jobs = Array.from({ length: Math.min(count, maxJobsToActivate ?? 1) }, job).join()
    const content = `{"jobs":[${jobs}]}`
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }
    later(queue, () => response.writeHead(200, headers).end(content))
  }
  let timer: NodeJS.Timeout | undefined
  if (queue.feeding) deliver(Number.POSITIVE_INFINITY)
  else {
    queue.waitMs = requestTimeout || defaultWaitMs
    queue.waiters.add(deliver)
    timer = setTimeout(deliver, Math.max(0, queue.waitMs), 0)
    response.on('close', () => queue.waiters.delete(deliver))
  }
}

function later({ delayMs }: Queue, send: () => void): void {
  if (delayMs > 0) setTimeout(send, delayMs)
  else send()
}

/** A job as Camunda 8.10 sends it. */
const [head, tail] = JSON.stringify({
  jobKey: '#',
  type: 'bench',
  variables: { orderId: 'A-1', total: 42.5, express: true },
  customHeaders: { region: 'north' },
  retries: 3,
  deadline: 1_796_000_000_000,
  worker: 'bench',
  kind: 'BPMN_ELEMENT',
  listenerEventType: 'UNSPECIFIED',
  elementId: 'Activity_Charge',
  elementInstanceKey: '2251799813685301',
  processInstanceKey: '2251799813685302',
  rootProcessInstanceKey: '2251799813685302',
  processDefinitionId: 'order',
  processDefinitionVersion: 1,
  processDefinitionKey: '2251799813685303',
  userTask: null,
  tags: [],
  businessId: null,
  priority: 0,
  jobLeaseToken: null,
  tenantId: '<default>',
  physicalTenantId: 'default',
}).split('#')

function job(): string {
  lastKey++
  return `${head}${lastKey}${tail}`
}

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
serveOrders<JobServerOrder>((order) => {
  if (order.do === 'open') {
    queues.set(order.id, { feeding: false, delayMs: 0, requests: 0, completed: 0, waitMs: 0, waiters: new Set() })
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${order.id}`
  }
  const queue = queues.get(order.id)
  if (!queue) throw new Error(`there is no queue ${order.id}`)
  if (order.do === 'feed') {
    Object.assign(queue, { feeding: order.feeding, delayMs: order.delayMs })
    if (order.feeding) for (const deliver of [...queue.waiters]) deliver(Number.POSITIVE_INFINITY)
    return undefined
  }
  if (order.do === 'put') {
    const [deliver] = queue.waiters
    if (!deliver) throw new Error(`no poll of ${order.id} waits`)
    const at = performance.timeOrigin + performance.now()
    deliver(1)
    return at
  }
  const { requests, completed, waitMs, waiters } = queue
  return { at: performance.now(), requests, completed, waiting: waiters.size, waitMs } satisfies JobCounts
})
