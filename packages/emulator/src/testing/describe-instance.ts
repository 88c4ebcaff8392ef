import type { ElementInstanceRecord, Engine, IncidentRecord } from '@x/engine'

/** The active element instances without active children: where it waits. */
export function waitsAt(engine: Engine, processInstanceKey: string): ElementInstanceRecord[] {
  const active = [...engine.elementInstances.of(processInstanceKey)].filter(({ state }) => state === 'ACTIVE')
  const scopes = new Set(active.map(({ elementInstanceScopeKey }) => elementInstanceScopeKey))
  return active.filter(({ elementInstanceKey }) => !scopes.has(elementInstanceKey))
}

/** The active incidents of an instance and of the instances that it called, oldest first. */
export function activeIncidents(engine: Engine, processInstanceKey: string): IncidentRecord[] {
  const own = [...engine.incidents.of(processInstanceKey)].filter(({ state }) => state === 'ACTIVE')
  const called = [...engine.processInstances].filter((other) => other.parentProcessInstanceKey === processInstanceKey)
  return [...own, ...called.flatMap((other) => activeIncidents(engine, other.processInstanceKey))]
}

/** The path of an instance: the ids of its elements in the order of their activation. */
export function pathOf(engine: Engine, processInstanceKey: string): ElementInstanceRecord[] {
  const instances = [...engine.elementInstances.of(processInstanceKey)]
  // These are containers of the element with the same id.
  return instances.filter(({ type }) => type !== 'MULTI_INSTANCE_BODY' && type !== 'AD_HOC_SUB_PROCESS_INNER_INSTANCE')
}

const MOST_STEPS = 40

/** Describes what happened to an instance in a few lines: its path, where it waits and for what, and its incidents. */
export function describeInstance(engine: Engine, processInstanceKey: string): string {
  const path = pathOf(engine, processInstanceKey)
  const steps = path.slice(-MOST_STEPS).map(({ elementId, state }) => {
    return state === 'TERMINATED' ? `${elementId} (terminated)` : elementId
  })
  if (path.length > MOST_STEPS) steps.unshift('…')
  return [
    `Path: ${steps.join(' → ') || 'none'}`,
    ...waitingLines(engine, processInstanceKey),
    ...activeIncidents(engine, processInstanceKey).map(
      ({ elementId, errorType, errorMessage }) => `Incident at ${elementId}: ${errorType}: ${errorMessage}`,
    ),
  ].join('\n')
}

function waitingLines(engine: Engine, processInstanceKey: string): string[] {
  return waitsAt(engine, processInstanceKey).flatMap((element) => {
    const called = [...engine.processInstances].filter(
      ({ parentElementInstanceKey }) => parentElementInstanceKey === element.elementInstanceKey,
    )
    const reasons = [...reasonsOf(engine, element), ...called.map((other) => `process instance ${nameOf(other)}`)]
    const inside = called.flatMap((other) => waitingLines(engine, other.processInstanceKey))
    return [
      `Waits at ${element.elementId}: ${reasons.join(', ') || otherReason(element)}`,
      ...inside.map((line) => `  ${line}`),
    ]
  })
}

const otherReason = ({ incidentKey, type }: ElementInstanceRecord): string => (incidentKey === null ? type : 'incident')

/** What an element instance waits for, if it is a worker, a person or a message. */
function reasonsOf(engine: Engine, { elementInstanceKey, processInstanceKey }: ElementInstanceRecord): string[] {
  const jobs = [...engine.jobs.of(processInstanceKey)]
    .filter((job) => job.elementInstanceKey === elementInstanceKey && job.endTime === null)
    .map(({ type, deadline, retries, errorMessage }) => {
      const activated = deadline === null ? ', which no worker has activated' : ''
      const failed = errorMessage === null ? '' : `, which failed: ${JSON.stringify(errorMessage)}`
      return `job of type ${type}, ${retries} retries left${activated}${failed}`
    })
  const messages = [...engine.messageSubscriptions.of(processInstanceKey)]
    .filter((one) => one.elementInstanceKey === elementInstanceKey && one.messageSubscriptionState === 'CREATED')
    .map(({ messageName, correlationKey }) => `message ${messageName} with correlation key ${correlationKey}`)
  const userTasks = [...engine.userTasks.of(processInstanceKey)]
    .filter((task) => task.elementInstanceKey === elementInstanceKey && task.completionDate === null)
    .map(({ state, assignee }) => `user task in state ${state}, ${assignee === null ? 'unassigned' : `of ${assignee}`}`)
  return [...jobs, ...userTasks, ...messages]
}

export function nameOf(instance: {
  readonly processInstanceKey: string
  readonly processDefinitionId: string
}): string {
  return `${instance.processInstanceKey} of ${instance.processDefinitionId}`
}
