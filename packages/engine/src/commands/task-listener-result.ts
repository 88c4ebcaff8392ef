import { EngineError } from '../errors.ts'
import type { Runtime } from '../run/runtime.ts'
import { continueTransition, denyTransition } from '../run/user-tasks.ts'
import type { Job } from '../state/job.ts'
import type { Transition, TransitionSpec, UserTask } from '../state/user-task.ts'
import { CORRECTABLE, readAttributes, type UserTaskCorrections } from './read-user-task-attributes.ts'

/** The decision of a task listener: the result of its job. */
export interface TaskListenerResult {
  readonly type?: 'userTask' | undefined
  /** Whether to reject the change. Only assigning, updating and completing can be denied. @defaultValue `false` */
  readonly denied?: boolean | null | undefined
  readonly deniedReason?: string | null | undefined
  readonly corrections?: UserTaskCorrections | null | undefined
}

/** Checks the listener's decision, and returns what to do once its job is completed. */
export function readTaskListenerResult(
  runtime: Runtime,
  job: Job,
  result: TaskListenerResult | undefined,
  variables: Readonly<Record<string, unknown>> | undefined,
): () => void {
  const task = job.owner.live?.userTask as UserTask
  const transition = task.transition as Transition
  if (variables !== undefined && Object.keys(variables).length > 0) {
    throw new EngineError('INVALID_ARGUMENT', 'The job of a task listener cannot be completed with `variables`.')
  }
  const corrections = readAttributes(result?.corrections ?? {}, CORRECTABLE)
  if (result?.denied === true) {
    requireDeniable(transition.requested, corrections)
    return () => {
      job.deniedReason = result.deniedReason ?? ''
      denyTransition(runtime, task, transition, job.deniedReason)
    }
  }
  const { event, attributes } = transition.requested
  if (event === 'creating' && corrections.assignee !== undefined && attributes.assignee !== null) {
    const message =
      'A listener for creating cannot correct an assignee that the process has set. Use one for assigning.'
    throw new EngineError('INVALID_ARGUMENT', message)
  }
  return () => {
    transition.attributes = { ...transition.attributes, ...corrections }
    transition.finishedListeners += 1
    continueTransition(runtime, task, transition)
  }
}

function requireDeniable({ event }: TransitionSpec, corrections: object): void {
  if (event === 'creating' || event === 'canceling') {
    const message = `A listener for ${event} cannot deny it. Only assigning, updating and completing can be denied.`
    throw new EngineError('INVALID_ARGUMENT', message)
  }
  if (Object.keys(corrections).length > 0) {
    const message = 'A task listener that denies the change cannot correct it. Pass either `denied` or `corrections`.'
    throw new EngineError('INVALID_ARGUMENT', message)
  }
}
