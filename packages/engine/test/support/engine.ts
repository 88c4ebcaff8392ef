import { type ActivatedJob, createEngine, type Engine, EngineError, type EngineOptions } from '../../src/index.ts'

/** An engine with one file deployed. */
export async function engineWith(xml: string, options?: EngineOptions): Promise<Engine> {
  const engine = createEngine(options)
  await engine.deploy([{ name: 'process.bpmn', content: xml }])
  return engine
}

export function startInstance(engine: Engine, variables: Record<string, unknown> = {}, id = 'process'): string {
  return engine.createInstance({ processDefinitionId: id, variables }).processInstanceKey
}

export function activate(engine: Engine, type: string, maxJobsToActivate = 10): ActivatedJob[] {
  return engine.activateJobs({ type, timeout: 60_000, maxJobsToActivate })
}

/** Activates and completes all jobs of a type. Returns how many there were. */
export function work(engine: Engine, type: string, variables?: Record<string, unknown>): number {
  const jobs = activate(engine, type, 1000)
  for (const { jobKey } of jobs) engine.completeJob(jobKey, variables && { variables })
  return jobs.length
}

export function stateOf(engine: Engine, processInstanceKey: string): string | undefined {
  return engine.processInstances.get(processInstanceKey)?.state
}

/** Element ids of an instance in the order in which they were activated, with their state unless completed. */
export function path(engine: Engine, processInstanceKey: string): string[] {
  return [...engine.elementInstances.of(processInstanceKey)].map(({ elementId, state }) =>
    state === 'COMPLETED' ? elementId : `${elementId} ${state}`,
  )
}

/** The variables of the process instance itself, or of one scope. */
export function variablesOf(engine: Engine, processInstanceKey: string, scopeKey = processInstanceKey): object {
  const variables = [...engine.variables.of(processInstanceKey)].filter((variable) => variable.scopeKey === scopeKey)
  return Object.fromEntries(variables.map(({ name, value }) => [name, JSON.parse(value)]))
}

export function activeIncidents(engine: Engine): string[] {
  return [...engine.incidents]
    .filter(({ state }) => state === 'ACTIVE')
    .map(({ elementId, errorType }) => `${elementId} ${errorType}`)
}

export function activeIncidentKey(engine: Engine): string {
  const incident = [...engine.incidents].find(({ state }) => state === 'ACTIVE')
  if (incident === undefined) throw new Error('There is no active incident.')
  return incident.incidentKey
}

/** The code with which a command is rejected. */
export function codeOf(command: () => unknown): string {
  try {
    command()
    return 'accepted'
  } catch (error) {
    if (error instanceof EngineError) return error.code
    throw error
  }
}
