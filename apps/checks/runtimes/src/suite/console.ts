import { openConsole } from './clients.ts'
import { equal, ok, rejectsWith } from './expect.ts'
import type { Place } from './place.ts'
import type { Suite } from './suite.ts'

export function consoleSuite({ test }: Suite, place: Place): void {
  const first = async (camunda = openConsole(place)): Promise<string> => {
    const [cluster] = await camunda.clusters.list()
    ok(cluster, 'a cluster')
    return cluster.uuid
  }

  test('console', 'lists clusters and reads one', async () => {
    const camunda = openConsole(place)
    const uuid = await first(camunda)
    equal((await camunda.clusters.get(uuid)).uuid, uuid, 'the cluster asked for')
  })

  test('console', 'creates, changes and deletes a secret', async () => {
    const camunda = openConsole(place)
    const uuid = await first(camunda)
    await camunda.secrets.create(uuid, { secretName: 'GREETING', secretValue: 'Grüße' })
    await camunda.secrets.update(uuid, 'GREETING', { secretValue: 'Grüße, 世界' })
    equal((await camunda.secrets.list(uuid)).GREETING, 'Grüße, 世界', 'the secret')
    await camunda.secrets.delete(uuid, 'GREETING')
    equal((await camunda.secrets.list(uuid)).GREETING, undefined, 'the secret after it was deleted')
  })

  test('console', 'a new client has access to Operate', async () => {
    const camunda = openConsole(place)
    const uuid = await first(camunda)
    const { clientId } = await camunda.clients.create(uuid, { clientName: 'mine', permissions: ['Operate'] })
    ok(
      (await camunda.clients.list(uuid)).some((client) => client.clientId === clientId),
      'the client in the list',
    )
  })

  test('console', 'reads a table as text', async () => {
    ok((await openConsole(place).activity.getCsv()).includes('\n'), 'lines')
  })

  test('console', 'a missing item is an ApiError', async () => {
    const { clusters } = openConsole(place)
    const expected = { code: 'http', status: 404, operation: 'clusters.get', isRestError: true }
    await rejectsWith(clusters.get('00000000-0000-4000-8000-000000000000'), 'ApiError', expected)
  })
}
