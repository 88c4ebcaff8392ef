import type { ActivatedJob, CompleteJob, FailJob, ThrowJobError } from './api.ts'
import type { BpmnError } from './bpmn-error.ts'
import { describeError } from './describe-error.ts'
import type { JobFailure } from './job-failure.ts'
import { findJsonProblem } from './json-value.ts'

/** How a job ends: the request that the worker sends for it. */
export type Command =
  | { readonly name: 'complete'; readonly body: CompleteJob }
  | { readonly name: 'throwError'; readonly body: ThrowJobError }
  | { readonly name: 'fail'; readonly body: FailJob; readonly error?: unknown }

/** Turns what a handler threw into the request for it: a BPMN error, or a failure with one retry less. */
export function toThrownCommand(job: ActivatedJob, thrown: unknown): Command {
  if (isBpmnError(thrown)) {
    const { code, message, variables } = thrown
    const problem = variables && findJsonProblem(variables, 'variables')
    if (problem) return failure(job, new TypeError(`The BpmnError has no JSON form: ${problem}`))
    return {
      name: 'throwError',
      body: { errorCode: code, ...(message && { errorMessage: message }), ...(variables && { variables }) },
    }
  }
  return failure(job, thrown)
}

/** Fails a job. Its retries are always sent: a server that gets none takes 0, which is an incident. */
export function failure(job: ActivatedJob, thrown: unknown): Command {
  const { retries = oneLess(job), backoffMs = 0, variables } = isJobFailure(thrown) ? thrown : {}
  const sendable = variables && !findJsonProblem(variables, 'variables') ? { variables } : {}
  return {
    name: 'fail',
    error: thrown,
    body: { retries, retryBackOff: backoffMs, errorMessage: describeError(thrown), ...sendable },
  }
}

/** Gives a job back to the server as it was, so that another worker gets it at once. */
export function handBack(job: ActivatedJob, workerName: string): Command {
  const errorMessage = `Handed back without using a retry: the worker ${workerName} was stopped`
  return { name: 'fail', body: { retries: Math.max(1, job.retries), retryBackOff: 0, errorMessage } }
}

function oneLess({ retries }: ActivatedJob): number {
  return Math.max(0, retries - 1)
}

function isBpmnError(thrown: unknown): thrown is BpmnError {
  return Object(thrown).isBpmnError === true
}

function isJobFailure(thrown: unknown): thrown is JobFailure {
  return Object(thrown).isJobFailure === true
}
