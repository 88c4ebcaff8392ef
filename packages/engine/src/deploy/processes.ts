import { elementReaders } from '../elements/registry.ts'
import type { DeploymentProblem } from '../errors.ts'
import { keyOf } from '../keys.ts'
import type { Problems } from '../model/problems.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { readBpmn } from '../model/read-bpmn.ts'
import { Failure } from '../run/failure.ts'
import type { Runtime } from '../run/runtime.ts'
import { evaluateStart, openStartEvents, startEventsOf } from '../run/start-events.ts'
import { ProcessDefinition } from '../state/process-definition.ts'
import { readBindings } from './bindings.ts'
import {
  type DeployedResource,
  type DeploymentItem,
  type DeploymentTarget,
  deploymentItem,
  type ReadResource,
} from './deployment.ts'

/** Reads a BPMN file. */
export async function readProcesses(
  runtime: Runtime,
  resource: DeployedResource,
  problems: DeploymentProblem[],
): Promise<ReadResource> {
  const file = await readBpmn(resource.name, resource.content, { readers: elementReaders, feel: runtime.feel })
  for (const model of file.processes) checkStartEvents(model, file.problems, runtime.now)
  problems.push(...file.problems.list)
  const { processes } = file
  return {
    ids: processes.map(({ id }) => ({ what: 'process', id })),
    bindings: processes.flatMap((model) => readBindings(model, file.problems)),
    findDuplicate(tenantId) {
      const latest = processes.map(({ id }) => runtime.definitions.latest(tenantId, id))
      const isDuplicate = (definition: ProcessDefinition | undefined): definition is ProcessDefinition =>
        definition?.xml === resource.content && definition.resourceName === resource.name
      return latest.every(isDuplicate) ? latest.map(toItem) : undefined
    },
    deploy: (target) => processes.map((model) => toItem(addDefinition(runtime, model, resource, target))),
  }
}

/**
 * A process waits for its start events from deployment on, so their expressions must already work without variables.
 */
function checkStartEvents(model: ProcessModel, problems: Problems, now: number): void {
  for (const event of startEventsOf(model)) {
    try {
      evaluateStart(event, now)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      problems.add(event.id, error.message)
    }
  }
}

function addDefinition(
  runtime: Runtime,
  model: ProcessModel,
  resource: DeployedResource,
  { tenantId, deploymentSequence }: DeploymentTarget,
): ProcessDefinition {
  const { store, definitions, clusterVariables } = runtime
  const previous = definitions.latest(tenantId, model.id)
  const version = definitions.nextVersion(tenantId, model.id)
  const definition = new ProcessDefinition(
    store.nextSequence(),
    model,
    version,
    resource,
    tenantId,
    deploymentSequence,
    clusterVariables,
  )
  definitions.add(definition)
  openStartEvents(runtime, definition, previous)
  return store.add(store.processDefinitions, definition)
}

function toItem(definition: ProcessDefinition): DeploymentItem {
  return deploymentItem({
    processDefinition: {
      processDefinitionKey: keyOf(definition.sequence),
      processDefinitionId: definition.id,
      processDefinitionVersion: definition.version,
      resourceName: definition.resourceName,
      tenantId: definition.tenantId,
    },
  })
}
