import { readDmn } from '../dmn/read-dmn.ts'
import type { RequirementsGraph } from '../dmn/requirements-graph.ts'
import type { DeploymentProblem } from '../errors.ts'
import { keyOf } from '../keys.ts'
import type { Runtime } from '../run/runtime.ts'
import { DecisionDefinition } from '../state/decision-definition.ts'
import { DecisionRequirements } from '../state/decision-requirements.ts'
import {
  type DeployedResource,
  type DeploymentItem,
  type DeploymentTarget,
  deploymentItem,
  type ReadResource,
} from './deployment.ts'

/** Reads a DMN file. Returns undefined if it cannot be evaluated. */
export async function readDecisions(
  runtime: Runtime,
  resource: DeployedResource,
  problems: DeploymentProblem[],
): Promise<ReadResource | undefined> {
  const reading = await readDmn(resource.content, runtime.feel)
  problems.push(
    ...reading.problems.map(({ elementId = null, line = null, message }) => ({
      resourceName: resource.name,
      elementId,
      line,
      message,
    })),
  )
  const { graph } = reading
  if (graph === undefined) return undefined
  const decisions = [...graph.decisions.values()]
  return {
    ids: [
      { what: 'decision requirements graph', id: graph.id },
      ...decisions.map(({ id }) => ({ what: 'decision', id })),
    ],
    bindings: [],
    findDuplicate(tenantId) {
      const requirements = runtime.decisionRequirements.latest(tenantId, graph.id)
      if (requirements?.xml !== resource.content || requirements.resourceName !== resource.name) return undefined
      const latest = decisions.map(({ id }) => runtime.decisions.latest(tenantId, id))
      const isDuplicate = (definition: DecisionDefinition | undefined): definition is DecisionDefinition =>
        definition?.requirements === requirements
      return latest.every(isDuplicate) ? toItems(requirements, latest) : undefined
    },
    deploy(target) {
      const requirements = addRequirements(runtime, graph, resource, target)
      return toItems(requirements, addDecisions(runtime, requirements))
    },
  }
}

function addRequirements(
  { store, decisionRequirements }: Runtime,
  graph: RequirementsGraph,
  resource: DeployedResource,
  { tenantId, deploymentSequence }: DeploymentTarget,
): DecisionRequirements {
  const version = decisionRequirements.nextVersion(tenantId, graph.id)
  const sequence = store.nextSequence()
  const requirements = new DecisionRequirements(sequence, graph, version, resource, tenantId, deploymentSequence)
  decisionRequirements.add(requirements)
  return store.add(store.decisionRequirements, requirements)
}

function addDecisions({ store, decisions }: Runtime, requirements: DecisionRequirements): DecisionDefinition[] {
  return [...requirements.graph.decisions.values()].map((decision) => {
    const version = decisions.nextVersion(requirements.tenantId, decision.id)
    const definition = new DecisionDefinition(store.nextSequence(), decision, version, requirements)
    decisions.add(definition)
    requirements.definitions.set(decision.id, definition)
    return store.add(store.decisionDefinitions, definition)
  })
}

function toItems(requirements: DecisionRequirements, definitions: readonly DecisionDefinition[]): DeploymentItem[] {
  const { id, graph, version, resourceName, tenantId } = requirements
  const decisionRequirementsKey = keyOf(requirements.sequence)
  const items = definitions.map(({ sequence, decision, version }) =>
    deploymentItem({
      decisionDefinition: {
        decisionDefinitionKey: keyOf(sequence),
        decisionDefinitionId: decision.id,
        name: decision.name,
        version,
        decisionRequirementsId: id,
        decisionRequirementsKey,
        tenantId,
      },
    }),
  )
  const decisionRequirements = {
    decisionRequirementsKey,
    decisionRequirementsId: id,
    decisionRequirementsName: graph.name,
    version,
    resourceName,
    tenantId,
  }
  return [...items, deploymentItem({ decisionRequirements })]
}
