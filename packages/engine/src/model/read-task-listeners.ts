import type { TaskListenerEvent } from '../state/user-task.ts'
import type { Reading } from './draft.ts'
import { extension, type ModdleElement } from './moddle.ts'
import type { JobModel } from './process-model.ts'
import { DEFAULT_RETRIES, readHeaders } from './read-job.ts'

/** Event names. Those of Camunda 8.6 are still valid. */
const EVENTS: Readonly<Record<string, TaskListenerEvent>> = {
  creating: 'creating',
  create: 'creating',
  assigning: 'assigning',
  assignment: 'assigning',
  updating: 'updating',
  update: 'updating',
  completing: 'completing',
  complete: 'completing',
  canceling: 'canceling',
  cancel: 'canceling',
}

/** Reads the task listeners of a user task by their event, in the order of the file. */
export function readTaskListeners(
  source: ModdleElement,
  isJob: boolean,
  reading: Reading,
): Readonly<Record<TaskListenerEvent, readonly JobModel[]>> {
  const byEvent: Record<TaskListenerEvent, JobModel[]> = {
    creating: [],
    assigning: [],
    updating: [],
    completing: [],
    canceling: [],
  }
  const listeners = extension(source, 'zeebe:TaskListeners')?.listeners ?? []
  if (isJob && listeners.length > 0) {
    reading.problems.add(source.id, 'Only a Camunda user task, which has zeebe:userTask, can have task listeners.')
  }
  for (const { eventType = '', type = '', retries } of listeners) {
    const event = EVENTS[eventType]
    if (type.trim() === '') reading.problems.add(source.id, 'A task listener needs a job type.')
    if (event === undefined) {
      reading.problems.add(source.id, `The engine does not support task listeners for '${eventType}'.`)
      continue
    }
    byEvent[event].push({
      type: reading.expression(source, type),
      retries: reading.expression(source, retries || DEFAULT_RETRIES),
      priority: undefined,
      headers: readHeaders(source),
      linkedResources: [],
    })
  }
  for (const models of Object.values(byEvent)) Object.freeze(models)
  return Object.freeze(byEvent)
}
