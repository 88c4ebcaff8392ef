import { peersFolder } from '../catalog.ts'

/** A job worker that the bench measures. */
export interface WorkerEntry {
  readonly id: string
  readonly title: string
  /** The file that exports `open`. */
  readonly module: URL
  readonly kind: 'limit' | 'ours' | 'peer'
}

/** Where a worker under test gets its jobs, and how it handles them. */
export interface WorkerOptions {
  /** Address of the Orchestration Cluster API, without `/v2`. */
  readonly baseUrl: string
  readonly type: string
  /** Maximum number of jobs at once. */
  readonly maxJobs: number
  readonly handle: () => void | Promise<void>
}

/** The export `open` of each file: starts the worker, which works until its process ends. */
export type OpenWorker = (options: WorkerOptions) => void | Promise<void>

const own = (name: string): URL => new URL(`./workers/${name}.ts`, import.meta.url)
const peer = (name: string): URL => new URL(`${name}-worker.js`, peersFolder)

/** The first one is the reference for the others. */
export const workers: readonly WorkerEntry[] = [
  { id: 'by-hand', title: 'a loop over fetch by hand', module: own('by-hand'), kind: 'limit' },
  {
    id: 'by-hand-careful',
    title: 'the same with time limits and status',
    module: own('by-hand-careful'),
    kind: 'limit',
  },
  { id: 'x-worker', title: '@x/worker', module: own('x-worker'), kind: 'ours' },
  { id: 'x-worker-undici', title: '@x/worker over undici', module: own('x-worker-undici'), kind: 'ours' },
  {
    id: 'orchestration-cluster-api',
    title: '@camunda8/orchestration-cluster-api',
    module: peer('orchestration-cluster-api'),
    kind: 'peer',
  },
  { id: 'camunda-sdk', title: '@camunda8/sdk, REST', module: peer('camunda-sdk'), kind: 'peer' },
]
