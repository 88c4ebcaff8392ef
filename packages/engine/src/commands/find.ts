import { EngineError } from '../errors.ts'
import { keyOf, sequenceOf } from '../keys.ts'
import type { Runtime } from '../run/runtime.ts'
import { ElementInstance } from '../state/element-instance.ts'
import { ENDED, Job, WAITING } from '../state/job.ts'
import { ProcessDefinition } from '../state/process-definition.ts'

/** The tenant of everything that names none. Whether multi-tenancy is enabled is up to the caller. */
export const DEFAULT_TENANT = '<default>'

/** Returns the running element instance or process instance with this key. */
export function findActiveElement(runtime: Runtime, key: string): ElementInstance {
  const instance = runtime.store.find(ElementInstance, sequenceOf(key))
  if (instance === undefined || instance.isEnded) {
    throw new EngineError('NOT_FOUND', `There is no active element instance with the key '${key}'.`)
  }
  return instance
}

export function findActiveProcessInstance(runtime: Runtime, key: string): ElementInstance {
  const instance = runtime.store.find(ElementInstance, sequenceOf(key))
  if (instance === undefined || instance.parent !== undefined || instance.isEnded) {
    throw new EngineError('NOT_FOUND', `There is no active process instance with the key '${key}'.`)
  }
  return instance
}

/** Returns a process definition that was not deleted. */
export function findProcessDefinition(runtime: Runtime, key: string): ProcessDefinition {
  const definition = runtime.store.find(ProcessDefinition, sequenceOf(key))
  if (definition?.isDeleted === false) return definition
  throw new EngineError('NOT_FOUND', `There is no process definition with the key '${key}'.`)
}

/** Returns a job that has not ended. */
export function findOpenJob(runtime: Runtime, key: string): Job {
  const job = runtime.store.find(Job, sequenceOf(key))
  if (job !== undefined && job.phase !== ENDED) return job
  throw new EngineError('NOT_FOUND', `There is no open job with the key '${key}'.`)
}

/**
 * Returns a job that can be finished: it is not waiting, and if it is leased, `leaseToken` is that of its latest
 * activation.
 */
export function findUnfinishedJob(runtime: Runtime, key: string, leaseToken: string | null | undefined): Job {
  const job = findOpenJob(runtime, key)
  requireNotSuspended(job.owner)
  if (job.phase === WAITING) {
    throw new EngineError('INVALID_STATE', `The job '${key}' cannot be finished in the state ${job.state}.`)
  }
  if (job.leaseToken !== null && job.leaseToken !== leaseToken) {
    throw new EngineError('INVALID_STATE', `The job '${key}' is leased. Pass the \`jobLeaseToken\` of its activation.`)
  }
  return job
}

/** A suspended process instance can only be canceled, resumed or modified, or have variables set. */
export function requireNotSuspended({ processInstance }: ElementInstance): void {
  if (!processInstance.isSuspended) return
  const key = keyOf(processInstance.root.sequence)
  throw new EngineError('INVALID_STATE', `The process instance '${key}' is suspended. Resume it first.`)
}

export function requireInteger(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new EngineError('INVALID_ARGUMENT', `\`${name}\` must be an integer of at least ${least}.`)
  }
}
