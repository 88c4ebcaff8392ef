import { createOAuth, type OAuthOptions } from '@x/auth'
import { type CamundaVersion, type ClusterStorage, createEmulator, type Emulator } from '@x/emulator'
import { type ClusterCredentials, parseCredentials } from '@x/env'
import { type ClusterOptions, type ConnectedCluster, connectCluster } from '../../src/index.ts'

export interface Emulated {
  readonly emulator: Emulator
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly camunda: ConnectedCluster
  /** How many requests went to the Orchestration Cluster API only to find out its version. */
  topologies(): number
}

const shared = new Map<string, Emulator>()

/**
 * A cluster with little history, since making it takes most of the time. Its tests share it, so they must not depend on what
 * others change.
 */
export function sharedEmulator(minor: number, storage: ClusterStorage = 'search'): Emulator {
  const id = `${minor} ${storage}`
  const version = `8.${minor}` as CamundaVersion
  const emulator =
    shared.get(id) ?? createEmulator({ version, storage, operate: { processInstances: 20 }, rateLimit: false })
  shared.set(id, emulator)
  return emulator
}

/** A cluster of a minor version of its own, with as much history as `processInstances` says. */
export const emulatorWith = (minor: number, processInstances: number): Emulator =>
  createEmulator({ version: `8.${minor}` as CamundaVersion, operate: { processInstances }, rateLimit: false })

/** The front door to a cluster of a minor version, with nothing detected yet. */
export function emulate(
  minor: number,
  options: ClusterOptions = {},
  emulator: Emulator = sharedEmulator(minor),
): Emulated {
  const cluster = parseCredentials(emulator.credentialsFile('cluster')).cluster as ClusterCredentials
  // What is known of a cluster belongs to the function that sends the requests.
  const fetch: Emulated['fetch'] = (url, init) => emulator.fetch(url, init)
  const count = (): number => emulator.journal.count({ kind: 'orchestration', path: /\/topology$/ })
  const before = count()
  return {
    emulator,
    fetch,
    camunda: connectCluster(cluster, { auth: unpacedAuth({ ...cluster, fetch }), fetch, ...options }),
    topologies: () => count() - before,
  }
}

/** Authenticates without the second that lies between two token requests, which no test has to wait for. */
export const unpacedAuth = (options: OAuthOptions) => createOAuth({ ...options, minTokenIntervalMs: 0 })

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}
