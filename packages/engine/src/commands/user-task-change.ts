import { keyOf } from '../keys.ts'
import type { Transition, TransitionOutcome, UserTask } from '../state/user-task.ts'

/** The outcome of a change to a user task. It is `PENDING` while task listeners work on it. */
export interface UserTaskChange {
  readonly userTaskKey: string
  /**
   * `DENIED` by a task listener, or `CANCELED` together with the task. It is updated when the listeners' jobs are
   * completed.
   */
  readonly outcome: TransitionOutcome
  /** The reason that the denying task listener gave; empty if it gave none, or nothing was denied. */
  readonly deniedReason: string
}

export function toChange(task: UserTask, transition: Transition): UserTaskChange {
  return {
    userTaskKey: keyOf(task.sequence),
    get outcome() {
      return transition.outcome
    },
    get deniedReason() {
      return transition.deniedReason
    },
  }
}
