import type { DecisionDefinition, FlowNodeStatistics, OperateClient } from '@x/operate'
import type { ElementStatistics } from '@x/orchestration'
import type { CallOptions, ReadOptions } from '@x/rest'
import type { SequenceFlow, SequenceFlows } from '../resources/process-instances.ts'
import { readError } from './error.ts'
import { readOlder } from './read.ts'

/** Returns the number of instances of each element from Operate. */
export function getElementStatistics(
  { processInstances }: OperateClient,
  key: string,
  options: ReadOptions<ElementStatistics> | undefined,
): Promise<ElementStatistics> {
  return readOlder<FlowNodeStatistics[], ElementStatistics>(
    (rest) => processInstances.getStatistics(key, rest),
    (counts) => ({ items: counts.map(({ activityId, ...count }) => ({ elementId: activityId, ...count })) }),
    options,
  )
}

/** Returns the sequence flows of an instance from Operate. */
export function getSequenceFlows(
  { processInstances }: OperateClient,
  key: string,
  options: ReadOptions<SequenceFlows> | undefined,
): Promise<SequenceFlows> {
  return readOlder<string[], SequenceFlows>(
    (rest) => processInstances.getSequenceFlows(key, rest),
    (ids) => ({ items: ids.map((id) => sequenceFlow(key, id)) }),
    options,
  )
}

/** Returns a sequence flow of v2, whose id is the instance's key and the id in the BPMN. */
function sequenceFlow(processInstanceKey: string, elementId: string): SequenceFlow {
  return {
    sequenceFlowId: `${processInstanceKey}_${elementId}`,
    processInstanceKey,
    elementId,
    processDefinitionKey: undefined,
    processDefinitionId: undefined,
    tenantId: undefined,
  }
}

/** Deletes with Operate, which responds with 400 if the instance still runs. */
export async function deleteProcessInstance(
  { processInstances }: OperateClient,
  key: string,
  options: CallOptions | undefined,
): Promise<void> {
  await processInstances.delete(key, options).catch((error: unknown) => {
    throw readError(error, true)
  })
}

/** Returns the XML of a definition from Operate. */
export function getXml(
  { processDefinitions, decisionRequirements }: OperateClient,
  of: 'processDefinitions' | 'decisionRequirements',
  key: string,
  options: ReadOptions<never> | undefined,
): Promise<string> {
  const resource = of === 'processDefinitions' ? processDefinitions : decisionRequirements
  return readOlder<string, string>(
    (rest) => resource.getXml(key, rest),
    (xml) => xml,
    options as ReadOptions<string>,
  )
}

/** Returns the XML of the file that contains a decision. Operate finds it by the key of the file. */
export async function getDecisionXml(
  operate: OperateClient,
  key: string,
  options: ReadOptions<string> | undefined,
): Promise<string> {
  const { waitFor, ...rest } = options ?? {}
  const { decisionRequirementsKey } = await readOlder<DecisionDefinition, DecisionDefinition>(
    (callOptions) => operate.decisionDefinitions.get(key, callOptions),
    (definition) => definition,
    waitFor === undefined ? rest : { ...rest, waitFor: true },
  )
  return getXml(operate, 'decisionRequirements', decisionRequirementsKey, options as ReadOptions<never>)
}
