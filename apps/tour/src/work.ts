import { createOAuth, type TokenStorage } from '@x/auth'
import type { ClusterCredentials } from '@x/env'
import { createOrchestrationClient, orchestrationApi } from '@x/orchestration'
import { createWorker } from '@x/worker'
import { orderProcess } from './order-process.ts'
import type { Recorder } from './recorder.ts'

const instances = 20

/** Far longer than it takes, so that the tour never hangs. */
const limitMs = 10_000

/**
 * Deploys a process, starts instances of it, works on their jobs, and reads the finished instances.
 *
 * @returns the number of calls with a response
 */
export async function workOnProcess(
  cluster: ClusterCredentials,
  recorder: Recorder,
  storage: TokenStorage,
): Promise<number> {
  let calls = 0
  const auth = createOAuth({ ...cluster, storage })
  const camunda = createOrchestrationClient({
    auth,
    baseUrl: cluster.restUrl,
    onEvent({ type }) {
      if (type === 'response') calls++
    },
  })
  const { id: processDefinitionId, xml } = orderProcess
  await recorder.step(
    `token for ${orchestrationApi.audience}`,
    () => auth.token(orchestrationApi.audience),
    () => 'for deployments, instances and jobs',
  )
  await recorder.step(
    'deploy: deployments.create',
    () => camunda.deployments.create({ resources: [new File([xml], `${processDefinitionId}.bpmn`)] }),
    ({ deployments }) =>
      `${processDefinitionId}, version ${deployments[0]?.processDefinition?.processDefinitionVersion}`,
  )
  await recorder.step(
    'start: processInstances.create',
    () =>
      Promise.all(
        Array.from({ length: instances }, (_, orderId) =>
          camunda.processInstances.create({ processDefinitionId, variables: { orderId } }),
        ),
      ),
    ({ length }) => `${length} instances`,
  )
  await recorder.step(
    'work: charge-card, then ship-parcel',
    () => work(camunda),
    ({ completed, failed, polls }) => `${completed} jobs completed, ${failed} failed and retried, ${polls} polls`,
  )
  await recorder.step(
    'done: processInstances.search COMPLETED',
    () =>
      camunda.processInstances.search(
        { filter: { processDefinitionId, state: 'COMPLETED' }, page: { limit: instances } },
        { waitFor: ({ items }) => items.length === instances },
      ),
    ({ items }) => `${items.length} of ${instances} instances`,
  )
  return calls
}

/** Works until all instances have passed both tasks. The first card is declined once, and its job is retried. */
async function work(orchestration: ReturnType<typeof createOrchestrationClient>) {
  const done = new AbortController()
  const worker = createWorker({
    orchestration,
    name: 'tour',
    jobs: {
      'charge-card'({ variables, retries }) {
        if (variables.orderId === 0 && retries === 3) throw new Error('The card was declined')
        return { receipt: `R-${variables.orderId}` }
      },
      'ship-parcel': async ({ variables }) => ({ parcel: `P-${variables.receipt}` }),
    },
    onEvent({ type }) {
      if (type === 'job_completed' && worker.stats().completed === 2 * instances) done.abort()
    },
  })
  await worker.run({ signal: AbortSignal.any([done.signal, AbortSignal.timeout(limitMs)]) })
  return worker.stats()
}
