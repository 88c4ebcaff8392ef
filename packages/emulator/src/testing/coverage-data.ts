import type { Engine } from '@x/engine'

/** What ran, as JSON: to combine the coverage of several processes of a test runner. */
export interface CoverageData {
  readonly processes: readonly ProcessRun[]
}

/** What ran of one process. */
export interface ProcessRun {
  readonly processDefinitionId: string
  readonly resourceName: string
  /** The BPMN file. If it differs, it counts as another process. */
  readonly xml: string
  /** How many instances were started. */
  readonly instances: number
  /** How often each element was activated, and how many instances took each sequence flow, by id. */
  readonly ran: Readonly<Record<string, number>>
}

/** Collects what has run in an engine so far, including deployed processes that were never started. */
export function collect(engine: Engine): CoverageData {
  const runs = new Map<string, { instances: number; readonly ran: Record<string, number> }>()
  const runOf = (processDefinitionKey: string) => {
    const run = runs.get(processDefinitionKey) ?? { instances: 0, ran: {} }
    runs.set(processDefinitionKey, run)
    return run
  }
  for (const { processDefinitionKey } of engine.processInstances) runOf(processDefinitionKey).instances += 1
  for (const { elementId, type, processDefinitionKey } of engine.elementInstances) {
    // The body of a multi-instance activity has the id of the activity.
    if (type !== 'MULTI_INSTANCE_BODY') count(runOf(processDefinitionKey).ran, elementId)
  }
  for (const { sequenceFlowId, processDefinitionKey } of engine.sequenceFlows) {
    count(runOf(processDefinitionKey).ran, sequenceFlowId)
  }
  const processes = [...engine.processDefinitions].map(
    ({ processDefinitionKey, processDefinitionId, resourceName, xml }) => ({
      processDefinitionId,
      resourceName,
      xml,
      ...runOf(processDefinitionKey),
    }),
  )
  return { processes: merge(processes) }
}

/** Adds up several runs of the same process. */
export function merge(runs: readonly ProcessRun[]): ProcessRun[] {
  const merged = new Map<string, ProcessRun>()
  for (const run of runs) {
    const id = `${run.processDefinitionId} ${run.xml}`
    const before = merged.get(id) ?? { ...run, instances: 0, ran: {} }
    const ran = { ...before.ran }
    for (const [elementId, times] of Object.entries(run.ran)) count(ran, elementId, times)
    merged.set(id, { ...before, instances: before.instances + run.instances, ran })
  }
  return [...merged.values()]
}

function count(ran: Record<string, number>, id: string, times = 1): void {
  ran[id] = (ran[id] ?? 0) + times
}
