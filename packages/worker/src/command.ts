import type { ActivatedJob, CompleteJob, FailJob, ThrowJobError } from './api.ts'
import type { BpmnError } from './bpmn-error.ts'
import { describeError } from './describe-error.ts'
import { HandlerResultError } from './errors.ts'
import type { JobFailure } from './job-failure.ts'
import { findJsonProblem } from './json-value.ts'

/** How a job ends: the request that the worker sends for it. */
export type Command =
  | { readonly name: 'complete'; readonly body: CompleteJob }
  | { readonly name: 'throwError'; readonly body: ThrowJobError }
  | { readonly name: 'fail'; readonly body: FailJob; readonly error?: unknown; readonly isHandBack?: true }

/** Converts an error of a handler to its request: a BPMN error, or a failure with one retry less. */
export function toThrownCommand(job: ActivatedJob, thrown: unknown): Command {
  try {
    return readThrown(job, thrown)
  } catch (error) {
    // A handler may throw anything: a proxy, or variables with a getter that throws.
    return failure(
      job,
      new HandlerResultError(`The handler threw a value that cannot be read: ${describeError(error)}`),
    )
  }
}

function readThrown(job: ActivatedJob, thrown: unknown): Command {
  if (Object(thrown).isBpmnError === true) {
    const { code, message, variables } = thrown as BpmnError
    const problem = variables && findJsonProblem(variables, 'variables')
    if (problem) return failure(job, new TypeError(`The BpmnError cannot be represented in JSON: ${problem}`))
    return { name: 'throwError', body: { errorCode: code, errorMessage: message || undefined, variables } }
  }
  return failure(job, thrown)
}

/** Fails a job. Its retries are always sent: without them, the server assumes 0 and creates an incident. */
function failure(job: ActivatedJob, thrown: unknown): Command {
  const given: Partial<JobFailure> = Object(thrown).isJobFailure === true ? (thrown as JobFailure) : {}
  const { retries = Math.max(0, job.retries - 1), backoffMs = 0, variables } = given
  const body = {
    retries,
    retryBackOff: backoffMs,
    errorMessage: describeError(thrown),
    variables: findJsonProblem(variables, 'variables') ? undefined : variables,
  }
  return { name: 'fail', error: thrown, body }
}

/** Fails a job whose result the server rejects and would reject again. */
export function failRejected(job: ActivatedJob, error: unknown): Command {
  const { title, detail, message } = Object(error) as Record<string, unknown>
  const reason = [title, detail].filter(Boolean).join(': ') || String(message)
  return failure(job, new HandlerResultError(`The result of the handler was rejected: ${reason}`))
}

/** Returns a job to the server unchanged, so that another worker gets it at once. */
export function handBack(job: ActivatedJob, reason: string): Command {
  const errorMessage = `Handed back without using a retry: ${reason}`
  const body = { retries: Math.max(1, job.retries), retryBackOff: 0, errorMessage }
  return { name: 'fail', body, isHandBack: true }
}
