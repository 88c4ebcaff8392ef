import type { CreatedInstance, Engine } from '@x/engine'
import type { RunningClock } from '../../clock.ts'
import type { ClusterEngine } from '../../engine/cluster-engine.ts'
import type { Waiting } from '../../engine/waiting.ts'
import { parseExact } from '../../exact-json.ts'
import { Problem } from '../../problem.ts'
import type { Handlers } from '../handler.ts'

/** How long a creation waits for the instance to complete by default, in milliseconds. */
const PATIENCE = 15_000

/** Starts, ends and changes process instances. */
export function processInstanceOperations({ engine }: ClusterEngine, clock: RunningClock, waiting: Waiting): Handlers {
  return {
    'processInstances.create': async ({ body, request: { signal } }) => {
      const { awaitCompletion = false, requestTimeout = 0, fetchVariables = [], ...input } = body
      const created = engine.createInstance(input)
      if (!awaitCompletion) return { ...created, variables: {} }
      const deadline = clock.now() + (requestTimeout > 0 ? requestTimeout : PATIENCE)
      const variables = await waiting.until(() => resultOf(engine, created, fetchVariables), deadline, signal)
      if (variables) return { ...created, variables }
      const { state = 'DELETED' } = engine.processInstances.get(created.processInstanceKey) ?? {}
      const detail = `The process instance ${created.processInstanceKey} has not completed in time. Its state is ${state}.`
      throw new Problem(504, detail, 'DEADLINE_EXCEEDED')
    },
    'processInstances.cancel': ({ params: { processInstanceKey = '' } }) => engine.cancelInstance(processInstanceKey),
    'processInstances.assignBusinessId': ({ params: { processInstanceKey = '' }, body: { businessId } }) =>
      engine.assignBusinessId(processInstanceKey, businessId),
    'processInstances.delete': ({ params: { processInstanceKey = '' } }) =>
      engine.deleteInstances([processInstanceKey]),
    'processInstances.modify': ({ params: { processInstanceKey = '' }, body }) =>
      engine.modifyInstance(processInstanceKey, body),
    'processInstances.migrate': ({ params: { processInstanceKey = '' }, body }) =>
      engine.migrateInstance(processInstanceKey, body),
    'processInstances.suspend': ({ params: { processInstanceKey = '' } }) => engine.suspendInstance(processInstanceKey),
    'processInstances.resume': ({ params: { processInstanceKey = '' } }) => engine.resumeInstance(processInstanceKey),
    'adHocSubProcesses.activateActivities': ({ params: { adHocSubProcessInstanceKey = '' }, body }) =>
      engine.activateAdHocActivities(adHocSubProcessInstanceKey, body),
    'incidents.resolve': ({ params: { incidentKey = '' } }) => engine.resolveIncident(incidentKey),
  }
}

/** The variables of a completed process instance, those with these names or all; undefined if it has not completed. */
function resultOf(
  engine: Engine,
  { processInstanceKey }: CreatedInstance,
  names: readonly string[],
): Readonly<Record<string, unknown>> | undefined {
  engine.runUntilIdle()
  if (engine.processInstances.get(processInstanceKey)?.state !== 'COMPLETED') return undefined
  const variables = [...engine.variables.of(processInstanceKey)]
    .filter(({ scopeKey, name }) => scopeKey === processInstanceKey && (names.length === 0 || names.includes(name)))
    .map(({ name, value }) => [name, parseExact(value)])
  return Object.fromEntries(variables)
}
