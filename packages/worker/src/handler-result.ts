import type { ActivatedJob, AdHocElement, CompleteJob, UserTaskCorrections } from './api.ts'
import { HandlerResultError } from './errors.ts'
import { findJsonProblem, isPlain } from './json-value.ts'

/**
 * What a handler returns: variables to complete the job with, or nothing. A handler of a user task listener returns a
 * {@link UserTaskListenerResult}, one of an ad-hoc sub-process an {@link AdHocSubProcessResult}.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: of a function, and of an asynchronous one
export type HandlerResult = UserTaskListenerResult | AdHocSubProcessResult | object | null | undefined | void

/** What the handler of a user task listener returns; nothing means to let the event pass unchanged. */
export interface UserTaskListenerResult {
  /** Changes to the user task. */
  readonly corrections?: UserTaskCorrections | undefined
  /** Denies the event. Only possible for `ASSIGNING`, `UPDATING` and `COMPLETING`. */
  readonly denied?: boolean | undefined
  readonly deniedReason?: string | undefined
}

/** What the handler of an ad-hoc sub-process returns. */
export interface AdHocSubProcessResult {
  /** Elements to activate. */
  readonly activate?: readonly AdHocElement[] | undefined
  /** Ends the sub-process. */
  readonly isCompletionConditionFulfilled?: boolean | undefined
  /** Cancels the elements that are still active in it. */
  readonly isCancelRemainingInstances?: boolean | undefined
  readonly variables?: Readonly<Record<string, unknown>> | undefined
}

const taskListenerMembers = ['corrections', 'denied', 'deniedReason']
const adHocMembers = ['activate', 'isCompletionConditionFulfilled', 'isCancelRemainingInstances', 'variables']

/**
 * Turns what a handler returned into the body of the completion, as the kind of the job says.
 *
 * @throws HandlerResultError that says what is wrong with it
 */
export function toCompletion({ kind }: ActivatedJob, returned: unknown): CompleteJob {
  if (returned === undefined || returned === null) return {}
  if (!isPlain(returned)) {
    throw new HandlerResultError('The handler must return a plain object or nothing, not a text, a list or an instance')
  }
  const problem = findJsonProblem(returned)
  if (problem) throw new HandlerResultError(`The result of the handler has no JSON form: ${problem}`)
  if (kind === 'TASK_LISTENER') return toTaskListenerResult(returned)
  if (kind === 'AD_HOC_SUB_PROCESS') return toAdHocResult(returned)
  return { variables: returned }
}

function toTaskListenerResult(returned: Record<string, unknown>): CompleteJob {
  expectMembers(returned, taskListenerMembers, 'a user task listener')
  return { result: { type: 'userTask', ...defined(returned) } }
}

function toAdHocResult(returned: Record<string, unknown>): CompleteJob {
  expectMembers(returned, adHocMembers, 'an ad-hoc sub-process')
  const { activate, variables, ...rest } = defined(returned) as AdHocSubProcessResult
  return {
    ...(variables && { variables }),
    result: { type: 'adHocSubProcess', ...(activate && { activateElements: activate }), ...(rest as object) },
  }
}

function expectMembers(returned: object, known: readonly string[], what: string): void {
  const unknown = Object.keys(returned).find((name) => !known.includes(name))
  if (unknown === undefined) return
  const names = known.map((name) => `\`${name}\``).join(', ')
  throw new HandlerResultError(`A handler of ${what} returns ${names}; \`${unknown}\` is none of them`)
}

/** Without members that are undefined: a server may not take them for left out. */
function defined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined))
}
