import { compileExpression } from '../feel/expression.ts'
import type { JobModel } from '../model/process-model.ts'
import type { UserTaskModel } from '../model/user-task-model.ts'
import type { TaskListenerEvent } from '../state/user-task.ts'
import type { Runtime } from './runtime.ts'

/** A task listener for the user tasks of all processes. */
export interface GlobalTaskListener {
  /** Type of its jobs. */
  readonly type: string
  readonly eventTypes: readonly ('all' | TaskListenerEvent)[]
  readonly retries: number
  /** Whether it is called after the listeners of the process, instead of before them. */
  readonly afterNonGlobal: boolean
}

/** The listeners for an event of a user task, in the order in which they are called. */
export function listenersFor(runtime: Runtime, model: UserTaskModel, event: TaskListenerEvent): readonly JobModel[] {
  const own = model.listeners[event]
  const global = runtime.globalTaskListeners.filter(
    ({ eventTypes }) => eventTypes.includes('all') || eventTypes.includes(event),
  )
  if (global.length === 0) return own
  const toModel = ({ type, retries }: GlobalTaskListener): JobModel => ({
    type: compileExpression(type, runtime.feel),
    retries: compileExpression(String(retries), runtime.feel),
    priority: undefined,
    headers: model.headers,
    linkedResources: [],
  })
  return [
    ...global.filter(({ afterNonGlobal }) => !afterNonGlobal).map(toModel),
    ...own,
    ...global.filter(({ afterNonGlobal }) => afterNonGlobal).map(toModel),
  ]
}
