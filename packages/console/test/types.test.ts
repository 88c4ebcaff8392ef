import { expectTypeOf, test } from 'vitest'
import type { createClusters as CreateClusters } from '../src/entries/clusters.ts'
import type { createClusters as CreateUncheckedClusters } from '../src/entries/unchecked/clusters.ts'
import type { Cluster, ConsoleClient, CreateClientBody, CreateClusterBody, Monitoring } from '../src/index.ts'

// Checked by the compiler: `tsc -p tsconfig.json` fails where an expected error does not occur.
declare const administration: ConsoleClient
declare const createClusters: typeof CreateClusters
declare const createUncheckedClusters: typeof CreateUncheckedClusters
const never = (_: () => unknown): void => {}

test('bodies are built the way people build them', () => {
  never((description?: string) => administration.clusters.update('c', { name: 'orders', description }))
  never(() => {
    const body: CreateClientBody = { clientName: 'worker' }
    body.permissions = ['Zeebe']
    return administration.clients.create('c', body)
  })
  // @ts-expect-error misspelt
  never(() => administration.clusters.update('c', { stagelabel: 'dev' }))
  // @ts-expect-error without the ids of plan, channel, generation and region
  const incomplete: CreateClusterBody = { name: 'orders' }
  // @ts-expect-error undefined would grant all permissions
  const everything: CreateClientBody = { clientName: 'worker', permissions: undefined }
  expectTypeOf(incomplete).not.toBeAny()
  expectTypeOf(everything).not.toBeAny()
})

test('responses have enumerations that stay helpful, and features that may be off', () => {
  expectTypeOf<'Healthy'>().toExtend<Cluster['status']['ready']>()
  expectTypeOf<string>().toExtend<Cluster['status']['ready']>()
  expectTypeOf<NonNullable<Monitoring['status']['metricsEndpoint']>['target']>().toEqualTypeOf<string>()
})

test('a resource is made from options or from a client', () => {
  never(() => [createClusters(administration), createUncheckedClusters(administration)])
  never(() => createClusters({ auth: { headers: async () => ({}) } }))
  // @ts-expect-error
  never(() => createClusters({ auth: { token: 'abc' } }))
})
