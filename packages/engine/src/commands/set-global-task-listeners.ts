import { EngineError } from '../errors.ts'
import type { GlobalTaskListener } from '../run/global-task-listeners.ts'
import type { Runtime } from '../run/runtime.ts'
import type { TaskListenerEvent } from '../state/user-task.ts'
import { requireInteger } from './find.ts'

/** A task listener for the user tasks of all processes. */
export interface GlobalTaskListenerInput {
  /** Type of its jobs. */
  readonly type: string
  readonly eventTypes: readonly ('all' | TaskListenerEvent)[]
  /** @defaultValue `3` */
  readonly retries?: number | undefined
  /** Whether it is called after the listeners of the process, instead of before them. @defaultValue `false` */
  readonly afterNonGlobal?: boolean | undefined
  /** Listeners with a higher priority are called first, then in the order of the list. @defaultValue `50` */
  readonly priority?: number | undefined
}

export function setGlobalTaskListeners(runtime: Runtime, listeners: readonly GlobalTaskListenerInput[]): void {
  const read = listeners.map(({ type, eventTypes, retries = 3, afterNonGlobal = false, priority = 50 }) => {
    if (!type) throw new EngineError('INVALID_ARGUMENT', '`type` must be the type of the jobs of a listener.')
    if (!Array.isArray(eventTypes) || eventTypes.length === 0) {
      throw new EngineError('INVALID_ARGUMENT', '`eventTypes` must name what a listener listens to.')
    }
    requireInteger('retries', retries, 0)
    requireInteger('priority', priority, Number.MIN_SAFE_INTEGER)
    const listener: GlobalTaskListener = { type, eventTypes: [...eventTypes], retries, afterNonGlobal }
    return { listener, priority }
  })
  runtime.globalTaskListeners = read.sort((a, b) => b.priority - a.priority).map(({ listener }) => listener)
}
