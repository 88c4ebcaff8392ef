import type { FlowNode, ProcessModel } from './bpmn/model.ts'
import type { FlowNodeInstance, Incident, IncidentType, ProcessInstance, Variable } from './entities.ts'
import type { NextKey } from './keys.ts'
import type { Store } from './store.ts'

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

/** Sets a variable of the process instance, or of a flow node instance when `scope` is given. */
export function setVariable({ store, nextKey }: Records, run: Run, name: string, value: unknown, scope?: bigint): void {
  const text = JSON.stringify(value)
  const known = scope === undefined ? run.variables.get(name) : undefined
  if (scope === undefined) run.values[name] = value
  if (known) {
    known.value = text
    return
  }
  const variable: Variable = {
    key: nextKey(run.partition),
    processInstanceKey: run.instance.key,
    scopeKey: scope ?? run.instance.key,
    name,
    value: text,
    truncated: false,
    tenantId: TENANT,
  }
  store.variables.set(variable.key, variable)
  if (scope === undefined) run.variables.set(name, variable)
}

export function setVariables(records: Records, run: Run, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) setVariable(records, run, name, value)
}

/** Marks a flow node as stuck, and all instances above it as having an incident. */
export function raiseIncident({ store, nextKey }: Records, active: ActiveNode, problem: Problem, at: number): Incident {
  const { run, record } = active
  const incident: Incident = {
    key: nextKey(run.partition),
    processDefinitionKey: run.instance.processDefinitionKey,
    processInstanceKey: run.instance.key,
    type: problem.type,
    message: problem.message,
    creationTime: at,
    state: 'ACTIVE',
    jobKey: problem.type === 'JOB_NO_RETRIES' ? nextKey(run.partition) : undefined,
    tenantId: TENANT,
  }
  store.incidents.set(incident.key, incident)
  active.stuck = { incident, problem }
  record.incident = true
  record.incidentKey = incident.key
  flag(run)
  return incident
}

/** Resolves the incident of a flow node, if it has one; the flow node itself is left as it is. */
export function clearIncident(active: ActiveNode): void {
  if (!active.stuck) return
  active.stuck.incident.state = 'RESOLVED'
  active.stuck = undefined
  active.record.incident = false
  active.record.incidentKey = undefined
  flag(active.run)
}

function flag(run: Run): void {
  run.instance.incident = [...run.active].some(({ record }) => record.incident)
  if (!run.caller) return
  run.caller.record.incident = run.instance.incident
  flag(run.caller.run)
}
