import type { Api } from '../../src/api.ts'
import { createClock, type EmulatorClock } from '../../src/clock.ts'
import { createEngines, type Engines } from '../../src/engine/engines.ts'
import { createRunningCluster, type RunningCluster } from '../../src/engine/running-cluster.ts'
import { type OperateData, readSampleData } from '../../src/engine/sample-data.ts'
import { createWaiting } from '../../src/engine/waiting.ts'
import { parseExact, stringifyExact } from '../../src/exact-json.ts'
import { createOperateApi } from '../../src/operate/api.ts'

/** 2026-11-20T08:15:00Z */
export const NOW: number = Date.UTC(2026, 10, 20, 8, 15)

export type Item = Record<string, unknown> & { readonly key: number | bigint }

export interface Page {
  readonly items: Item[]
  readonly sortValues?: unknown[]
  readonly total: number
}

export interface Answer {
  readonly status: number
  readonly type: string
  readonly allow: string | null
  readonly text: string
  /** The body as JSON with long integers as bigint. */
  readonly body: unknown
}

export const RESOURCES = [
  'process-definitions',
  'process-instances',
  'flownode-instances',
  'incidents',
  'variables',
  'drd',
  'decision-definitions',
  'decision-instances',
] as const

export interface HarnessOptions extends OperateData {
  readonly clusterId?: string
  readonly seed?: number
  readonly lagMs?: number
}

export interface Harness {
  readonly engines: Engines
  /** What runs in the cluster. */
  readonly cluster: RunningCluster
  readonly clock: EmulatorClock
  send(method: string, path: string, body?: string, headers?: Record<string, string>): Promise<Answer>
  get(path: string): Promise<Answer>
  /** A search that must succeed. */
  search(resource: string, query?: object): Promise<Page>
  /** Every item, by paging. */
  all(resource: string, query?: object): Promise<Item[]>
}

export function createHarness({ clusterId = 'a-cluster', seed = 1, lagMs = 0, ...data }: HarnessOptions = {}): Harness {
  const clock = createClock(() => NOW)
  const waiting = createWaiting(clock)
  const parts = { clock, seed, lagMs, waiting, data: readSampleData(data), hasHistory: () => true }
  const engines = createEngines(parts, createRunningCluster)
  const apis = new Map<RunningCluster, Api>()
  const api = (): Api => {
    const cluster = engines.of(clusterId)
    const known = apis.get(cluster) ?? createOperateApi(cluster)
    apis.set(cluster, known)
    return known
  }

  async function send(method: string, path: string, body = '', headers: Record<string, string> = {}): Promise<Answer> {
    const given = new Headers(body === '' ? headers : { 'content-type': 'application/json', ...headers })
    const request = { method, path, query: new URLSearchParams(), headers: given, body, caller: undefined }
    const response = (await api().handle({ ...request, bytes: new TextEncoder().encode(body).buffer })) as Response
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    const allow = response.headers.get('allow')
    return { status: response.status, type, allow, text, body: type.includes('json') ? parseExact(text) : undefined }
  }

  async function search(resource: string, query: object = {}): Promise<Page> {
    const { status, text, body } = await send('POST', `/v1/${resource}/search`, stringifyExact(query))
    if (status !== 200) throw new Error(`${status} ${text}`)
    return body as Page
  }

  async function all(resource: string, query: object = {}): Promise<Item[]> {
    const items: Item[] = []
    for (let searchAfter: unknown[] | undefined; ; ) {
      const page = await search(resource, { size: 1000, ...query, ...(searchAfter && { searchAfter }) })
      items.push(...page.items)
      if (!page.sortValues) return items
      searchAfter = page.sortValues
    }
  }

  return {
    engines,
    get cluster() {
      return engines.of(clusterId)
    },
    clock,
    send,
    get: (path) => send('GET', path),
    search,
    all,
  }
}
