import type { ActivatedJob, AdHocElement, CompleteJob, UserTaskCorrections } from './api.ts'
import { HandlerResultError } from './errors.ts'
import { findJsonProblem, isPlain } from './json-value.ts'

/**
 * The result of a handler: variables to complete the job with, or nothing. A handler of a user task listener returns a
 * {@link UserTaskListenerResult}, one of an ad-hoc sub-process an {@link AdHocSubProcessResult}.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: of a function, and of an asynchronous one
export type HandlerResult = UserTaskListenerResult | AdHocSubProcessResult | object | null | undefined | void

/** The result of a handler of a user task listener. Return nothing to let the event pass unchanged. */
export interface UserTaskListenerResult {
  /** Changes to the user task. */
  readonly corrections?: UserTaskCorrections | undefined
  /** Denies the event. Only possible for `ASSIGNING`, `UPDATING` and `COMPLETING`. */
  readonly denied?: boolean | undefined
  readonly deniedReason?: string | undefined
}

/** The result of a handler of an ad-hoc sub-process. */
export interface AdHocSubProcessResult {
  /** Elements to activate. */
  readonly activate?: readonly AdHocElement[] | undefined
  /** True to complete the sub-process. */
  readonly isCompletionConditionFulfilled?: boolean | undefined
  /** True to cancel the elements that are still active in it. */
  readonly isCancelRemainingInstances?: boolean | undefined
  readonly variables?: Readonly<Record<string, unknown>> | undefined
}

const taskListenerMembers = ['corrections', 'denied', 'deniedReason']
const adHocMembers = ['activate', 'isCompletionConditionFulfilled', 'isCancelRemainingInstances', 'variables']

/**
 * Converts the result of a handler to the body of the completion, depending on the kind of the job.
 *
 * @throws HandlerResultError that describes the problem
 */
export function toCompletion({ kind }: ActivatedJob, returned: unknown): CompleteJob {
  if (returned === undefined || returned === null) return {}
  if (!isPlain(returned)) {
    throw new HandlerResultError(
      'The handler must return a plain object or nothing, not a string, an array or an instance',
    )
  }
  const problem = findJsonProblem(returned)
  if (problem) throw new HandlerResultError(`The result of the handler cannot be represented in JSON: ${problem}`)
  if (kind === 'TASK_LISTENER') return toTaskListenerResult(returned)
  if (kind === 'AD_HOC_SUB_PROCESS') return toAdHocResult(returned)
  return { variables: returned }
}

function toTaskListenerResult(returned: Record<string, unknown>): CompleteJob {
  expectMembers(returned, taskListenerMembers, 'a user task listener')
  return { result: { type: 'userTask', ...returned } }
}

function toAdHocResult(returned: Record<string, unknown>): CompleteJob {
  expectMembers(returned, adHocMembers, 'an ad-hoc sub-process')
  const { activate: activateElements, variables, ...conditions } = returned as AdHocSubProcessResult
  return { variables, result: { type: 'adHocSubProcess', activateElements, ...conditions } }
}

function expectMembers(returned: object, known: readonly string[], what: string): void {
  const unknown = Object.keys(returned).find((name) => !known.includes(name))
  if (unknown === undefined) return
  const names = known.map((name) => `\`${name}\``).join(', ')
  throw new HandlerResultError(`A handler of ${what} must return ${names}, not \`${unknown}\``)
}
