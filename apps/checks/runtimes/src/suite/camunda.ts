import { connectCluster } from '@x/camunda'
import { cluster, signIn } from './clients.ts'
import { equal, ok } from './expect.ts'
import type { Place } from './place.ts'
import type { Suite } from './suite.ts'

export function camundaSuite({ test }: Suite, place: Place): void {
  test('camunda', 'detects what the cluster serves', async () => {
    const camunda = connectCluster(cluster(place), { auth: signIn(place) })
    const pages = await Promise.all([camunda.incidents.search(), camunda.processDefinitions.search()])
    for (const { served } of pages) equal(served, 'orchestration', 'the API that responded')
    ok(/^8\.\d/.test((await camunda.version()) ?? ''), 'a version')
  })

  test('camunda', 'reads from an older API with the members of the newer one', async () => {
    const camunda = connectCluster(cluster(place), { auth: signIn(place), version: '8.7' })
    const filter = { state: { $in: ['ACTIVE', 'TERMINATED'] } } as const
    const { items, served, endCursor } = await camunda.processInstances.search({ filter, page: { limit: 3 } })
    equal(served, 'operate', 'the API that responded')
    equal(items.length, 3, 'instances')
    const after = endCursor ?? undefined
    const next = await camunda.processInstances.search({ filter, page: { limit: 3, after } })
    const keys = [...items, ...next.items].map(({ processInstanceKey }) => processInstanceKey)
    equal(new Set(keys).size, 6, 'instances on two pages')
    for await (const { state } of camunda.processInstances.searchAll({ filter }, { limit: 10 })) {
      ok(state === 'ACTIVE' || state === 'TERMINATED', 'one of the states')
    }
  })
}
