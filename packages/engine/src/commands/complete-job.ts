import { endJob } from '../run/jobs.ts'
import { readVariables } from '../run/json.ts'
import { complete, continueAfterListener } from '../run/lifecycle.ts'
import { finishListener } from '../run/listeners.ts'
import type { Runtime } from '../run/runtime.ts'
import type { Job } from '../state/job.ts'
import { type AdHocSubProcessResult, readAdHocResult } from './ad-hoc-activities.ts'
import { checkBusinessId, giveBusinessId } from './assign-business-id.ts'
import { findUnfinishedJob } from './find.ts'
import { readTaskListenerResult, type TaskListenerResult } from './task-listener-result.ts'

export interface CompleteJobInput {
  /**
   * The result of the work. The element's output mappings, if any, decide which variables it becomes. The result of a
   * start listener becomes local variables of its element; the result of an end listener becomes variables of the scope
   * around it.
   */
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  /** The decision of the worker of an ad-hoc sub-process, or of a task listener. */
  readonly result?: AdHocSubProcessResult | TaskListenerResult | null | undefined
  /** Becomes the business id of the process instance, if it has none yet. */
  readonly businessId?: string | null | undefined
  readonly jobLeaseToken?: string | null | undefined
}

export function completeJob(runtime: Runtime, jobKey: string, input: CompleteJobInput): void {
  const job = findUnfinishedJob(runtime, jobKey, input.jobLeaseToken)
  const variables = readVariables(input.variables)
  const proceed = afterJob(runtime, job, input.result ?? undefined, variables)
  const { root } = job.owner.processInstance
  const businessId = input.businessId ?? undefined
  if (businessId !== undefined) checkBusinessId(root, businessId)
  endJob(runtime, job, 'COMPLETED')
  if (businessId !== undefined) giveBusinessId(runtime, root, businessId)
  proceed()
}

/** Checks the result, and returns what to do once the job is completed. */
function afterJob(
  runtime: Runtime,
  job: Job,
  result: AdHocSubProcessResult | TaskListenerResult | undefined,
  variables: Readonly<Record<string, unknown>> | undefined,
): () => void {
  const { owner, kind, listenerEventType } = job
  if (kind === 'TASK_LISTENER') {
    return readTaskListenerResult(runtime, job, isAdHoc(result) ? undefined : result, variables)
  }
  if (kind === 'AD_HOC_SUB_PROCESS') {
    return readAdHocResult(runtime, owner, isAdHoc(result) ? result : undefined, variables)
  }
  if (listenerEventType !== 'START' && listenerEventType !== 'END') return () => complete(runtime, owner, variables)
  return () => {
    finishListener(runtime, owner, listenerEventType, variables)
    continueAfterListener(runtime, owner)
  }
}

function isAdHoc(result: AdHocSubProcessResult | TaskListenerResult | undefined): result is AdHocSubProcessResult {
  return result?.type === 'adHocSubProcess'
}
