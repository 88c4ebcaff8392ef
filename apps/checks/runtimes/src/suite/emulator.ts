import { createOAuth } from '@x/auth'
import { createConsoleClient } from '@x/console'
import { createEmulator } from '@x/emulator'
import { createOperateClient } from '@x/operate'
import { createOrchestrationClient } from '@x/orchestration'
import { equal, ok, rejection } from './expect.ts'
import type { Place } from './place.ts'
import type { Suite } from './suite.ts'

/** An emulator inside of the runtime itself: nothing goes over a network. */
export function emulatorSuite({ test }: Suite, _place: Place): void {
  test('emulator', 'is a fetch to hand to the clients', async () => {
    const emulator = createEmulator()
    const { fetch } = emulator
    const auth = createOAuth({ ...emulator.credentials('organization'), fetch: fetch as never })
    const camunda = createConsoleClient({ auth, baseUrl: emulator.url('console'), fetch })
    equal(
      (await camunda.clusters.list()).map(({ name }) => name),
      ['Orders production', 'Orders test'],
      'clusters',
    )
    const counted = [emulator.journal.count({ kind: 'token' }), emulator.journal.count({ kind: 'console' })]
    equal(counted, [1, 1], 'requests')
  })

  test('emulator', 'moves its clock, and tokens to their end', async () => {
    const emulator = createEmulator({ tokenLifetimeSeconds: 60 })
    const { fetch, clock } = emulator
    const auth = createOAuth({ ...emulator.credentials('cluster'), fetch: fetch as never, now: clock.now })
    const operate = createOperateClient({ auth, baseUrl: emulator.url('operate'), fetch })
    for (let round = 0; round < 3; round++) {
      ok((await operate.incidents.search({ size: 1 })).total > 0, 'incidents')
      clock.advance(61_000)
    }
    equal(emulator.journal.count({ kind: 'token', status: 200 }), 3, 'tokens')
  })

  test('emulator', 'loads the operations of an API when it is first asked for', async () => {
    const emulator = createEmulator({ clusters: [{ name: 'Orders', minor: 10 }] })
    const { fetch } = emulator
    const auth = createOAuth({ ...emulator.credentials('cluster'), fetch: fetch as never })
    const camunda = createOrchestrationClient({ auth, baseUrl: emulator.url('orchestration'), fetch })
    equal((await camunda.processInstances.get('7')).processInstanceKey, '7', 'key')
    const resources = [new File(['<definitions/>'], 'order.bpmn')]
    const { deployments } = await camunda.deployments.create({ resources })
    equal(deployments[0]?.processDefinition?.resourceName, 'order.bpmn', 'name of the file')
    equal(emulator.journal.count({ tier: 'sampled' }), 2, 'samples')
  })

  test('emulator', 'is not the rest of the world', async () => {
    const error = await rejection(createEmulator().fetch('https://camunda.example.com/'), 'the request')
    equal((error as Error).name, 'TypeError', 'error')
  })
}
