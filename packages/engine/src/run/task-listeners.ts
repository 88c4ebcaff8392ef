import type { JobModel } from '../model/process-model.ts'
import type { ListenerEventType } from '../state/job.ts'
import type { TaskListenerEvent, Transition, UserTask } from '../state/user-task.ts'
import { Failure } from './failure.ts'
import { raiseIncident } from './incidents.ts'
import { createJob } from './jobs.ts'
import type { Runtime } from './runtime.ts'
import { taskListenerHeaders } from './user-task-headers.ts'

const EVENT_TYPES: Readonly<Record<TaskListenerEvent, ListenerEventType>> = {
  creating: 'CREATING',
  assigning: 'ASSIGNING',
  updating: 'UPDATING',
  completing: 'COMPLETING',
  canceling: 'CANCELING',
}

/**
 * Creates the job of the next task listener. Returns false if there is none left, so that the change can be applied. If
 * an expression of the listener fails, an incident is raised; as in Camunda, all listeners are called again once it is
 * resolved.
 */
export function callTaskListeners(
  runtime: Runtime,
  task: UserTask,
  transition: Transition,
  retry: () => void,
): boolean {
  const { owner } = task
  const listener = transition.listeners[transition.finishedListeners]
  if (listener === undefined) return false
  const model: JobModel = {
    ...listener,
    headers: Object.freeze({ ...listener.headers, ...taskListenerHeaders(task, transition) }),
  }
  try {
    createJob(runtime, owner, model, 'TASK_LISTENER', EVENT_TYPES[transition.requested.event])
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    transition.finishedListeners = 0
    transition.attributes = transition.requested.attributes
    raiseIncident(runtime, owner, error.errorType, error.message, retry)
  }
  return true
}
