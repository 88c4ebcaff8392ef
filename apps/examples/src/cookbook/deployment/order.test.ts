import { connectCluster } from '@x/camunda'
import { createEmulator } from '@x/emulator'
import { parseCredentials } from '@x/env'
import { expect, it } from 'vitest'
import { bpmn } from './order-process.ts'

it('charges the card, then completes', async () => {
  // Nothing to install, nothing to start, and nothing deployed yet.
  const emulator = createEmulator({ operate: { processInstances: 0 }, rateLimit: false })
  const { cluster = {} } = parseCredentials(emulator.credentialsFile('cluster'))
  const { orchestration } = connectCluster(cluster, { fetch: emulator.fetch })
  await orchestration.deployments.create({ resources: [new File([bpmn], 'order.bpmn')] })
  const { processInstanceKey } = await orchestration.processInstances.create({ processDefinitionId: 'order' })

  const { jobs } = await orchestration.jobs.activate({ type: 'charge-card', timeout: 60_000, maxJobsToActivate: 1 })
  await orchestration.jobs.complete(jobs[0]?.jobKey ?? '', { variables: { paid: true } })
  expect(await orchestration.processInstances.get(processInstanceKey)).toMatchObject({ state: 'COMPLETED' })
})
