import type { ElementInstance } from '../state/element-instance.ts'
import { ACTIVATABLE } from '../state/job.ts'
import { NEVER } from '../state/never.ts'
import type { ProcessInstance } from '../state/process-instance.ts'
import { offerJob } from './jobs.ts'
import { receiveBuffered } from './messages.ts'
import type { Runtime } from './runtime.ts'
import type { Step } from './step-queue.ts'

/**
 * Defers the next step of an element instance if its process instance is suspended. Returns true if it did. A step that
 * ends an element is never deferred.
 */
export function putOff(runtime: Runtime, instance: ElementInstance, step: Step): boolean {
  return putOffUntilResumed(instance.processInstance, () => runtime.next(step, instance))
}

/** The same for something that happens to the instance from outside and must not be lost, such as a timer. */
export function putOffUntilResumed(processInstance: ProcessInstance, action: () => void): boolean {
  if (!processInstance.isSuspended) return false
  processInstance.putOff ??= []
  processInstance.putOff.push(action)
  return true
}

/**
 * Resumes a process instance: deferred steps run in their original order, its jobs are available again, and messages
 * that are still waiting reach it.
 */
export function resume(runtime: Runtime, processInstance: ProcessInstance): void {
  const { putOff } = processInstance
  processInstance.suspendedTime = NEVER
  processInstance.putOff = undefined
  for (const action of putOff ?? []) action()
  for (let job = processInstance.firstJob; job !== undefined; job = job.next) {
    if (job.phase === ACTIVATABLE) offerJob(runtime, job)
  }
  for (let at = processInstance.firstSubscription; at !== undefined; at = at.next) receiveBuffered(runtime, at)
}
