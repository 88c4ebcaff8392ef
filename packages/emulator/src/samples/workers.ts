import { MINUTE } from './bpmn/model.ts'
import { correlationKeys, findNode, nodeOfJob } from './models.ts'
import { sendAfter } from './senders.ts'
import type { Stage } from './stage.ts'

/** The maximum duration of a worker's job. */
const TIMEOUT = 5 * MINUTE

/** Handles a new job: the worker for its type completes it after its usual duration. */
export function expectWorker(stage: Stage, type: string): void {
  const takes = nodeOfJob(type)?.takes
  if (!takes) return
  stage.after(stage.random.skewed(...takes), () => {
    if (!stage.isDown(type)) work(stage, type)
  })
}

/** Works on the job of a type that has waited longest. */
function work(stage: Stage, type: string): void {
  const { engine, random } = stage
  const activation = { type, timeout: TIMEOUT, maxJobsToActivate: 1, worker: `${type}-worker` }
  const [job] = engine.activateJobs({ ...activation, fetchVariable: correlationKeys })
  if (job === undefined) return
  const node = findNode(job.processDefinitionId, job.elementId)
  if (node === undefined) {
    // A job of a process that is not a sample becomes available again immediately.
    engine.updateJob(job.jobKey, { timeout: 0 })
    return
  }
  const { failure } = node
  // If an operator has retried it, the cause is gone.
  if (failure && job.retries > 1 && random.chance(failure.chance)) {
    engine.failJob(job.jobKey, { retries: 0, errorMessage: failure.message })
    return
  }
  const variables = node.sets?.(random) ?? {}
  engine.completeJob(job.jobKey, { variables })
  sendAfter(stage, job.processDefinitionId, job.elementId, { ...job.variables, ...variables })
}
