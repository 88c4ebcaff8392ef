import type { FlowNode, FlowNodeKind, ProcessModel } from '../bpmn/model.ts'
import type { FlowNodeInstance, Incident, IncidentType, ProcessInstance, Variable } from '../entities.ts'
import type { NextKey } from '../keys.ts'
import type { Store } from '../store.ts'

export const TENANT = '<default>'

/** A process instance while it is simulated. */
export interface Run {
  readonly instance: ProcessInstance
  readonly model: ProcessModel
  readonly partition: number
  /** The process instance's own variables: their values, and what the store shows of them. */
  readonly values: Record<string, unknown>
  readonly variables: Map<string, Variable>
  readonly active: Set<ActiveNode>
  /** How many sequence flows have arrived at a joining gateway that still waits for others. */
  readonly arrivals: Map<string, number>
  /** The call activity that started it. */
  readonly caller: ActiveNode | undefined
  /** Where it is: one for each active flow node. At none the instance is complete. */
  tokens: number
}

/** A flow node instance while it is active. */
export interface ActiveNode {
  readonly run: Run
  readonly node: FlowNode
  readonly record: FlowNodeInstance
  /** The instance that a call activity waits for. */
  called?: Run | undefined
  stuck?: Stuck | undefined
  /** Whether it has its local variables. */
  isMapped?: boolean | undefined
}

/** Why a flow node cannot go on. */
export interface Problem {
  readonly type: IncidentType
  readonly message: string
  /** The variable that is missing. */
  readonly missing?: string | undefined
}

export interface Stuck {
  readonly incident: Incident
  readonly problem: Problem
}

/** What the parts of the simulation share. */
export interface Records {
  readonly store: Store
  readonly nextKey: NextKey
}

/** A process as it was deployed. */
export interface DeployedProcess {
  readonly key: bigint
  readonly model: ProcessModel
}

/** Records a new process instance, with no variables and nothing active yet. */
export function createRun(
  { store, nextKey }: Records,
  { key: processDefinitionKey, model }: DeployedProcess,
  partition: number,
  at: number,
  caller: ActiveNode | undefined,
): Run {
  const instance: ProcessInstance = {
    key: nextKey(partition),
    processVersion: model.version,
    processVersionTag: model.versionTag,
    bpmnProcessId: model.id,
    parentKey: caller?.run.instance.key,
    parentFlowNodeInstanceKey: caller?.record.key,
    startDate: at,
    state: 'ACTIVE',
    incident: false,
    processDefinitionKey,
    tenantId: TENANT,
  }
  store.processInstances.set(instance.key, instance)
  store.sequenceFlows.set(instance.key, new Set())
  return {
    instance,
    model,
    partition,
    values: {},
    variables: new Map(),
    active: new Set(),
    arrivals: new Map(),
    caller,
    tokens: 1,
  }
}

/** Records that a flow node has been entered. */
export function createActiveNode({ store, nextKey }: Records, run: Run, node: FlowNode, at: number): ActiveNode {
  const record: FlowNodeInstance = {
    key: nextKey(run.partition),
    processInstanceKey: run.instance.key,
    processDefinitionKey: run.instance.processDefinitionKey,
    startDate: at,
    flowNodeId: node.id,
    flowNodeName: node.name,
    type: FLOW_NODE_TYPES[node.kind],
    state: 'ACTIVE',
    incident: false,
    tenantId: TENANT,
  }
  store.flowNodeInstances.set(record.key, record)
  const active: ActiveNode = { run, node, record }
  run.active.add(active)
  return active
}

/** Operate's words for the kinds of flow node. */
export const FLOW_NODE_TYPES: Readonly<Record<FlowNodeKind, string>> = {
  startEvent: 'START_EVENT',
  intermediateCatchEvent: 'INTERMEDIATE_CATCH_EVENT',
  boundaryEvent: 'BOUNDARY_EVENT',
  endEvent: 'END_EVENT',
  serviceTask: 'SERVICE_TASK',
  sendTask: 'SEND_TASK',
  receiveTask: 'RECEIVE_TASK',
  userTask: 'USER_TASK',
  scriptTask: 'SCRIPT_TASK',
  businessRuleTask: 'BUSINESS_RULE_TASK',
  callActivity: 'CALL_ACTIVITY',
  exclusiveGateway: 'EXCLUSIVE_GATEWAY',
  parallelGateway: 'PARALLEL_GATEWAY',
  eventBasedGateway: 'EVENT_BASED_GATEWAY',
}
