import type { JobModel } from '../model/process-model.ts'
import { readUserTask } from '../model/read-user-task.ts'
import type { UserTaskModel } from '../model/user-task-model.ts'
import { createJob } from '../run/jobs.ts'
import type { Runtime } from '../run/runtime.ts'
import { evaluateAttributes } from '../run/user-task-attributes.ts'
import { userTaskJobHeaders } from '../run/user-task-headers.ts'
import { cancelUserTask, createUserTask, findForm } from '../run/user-tasks.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { ElementKind } from './element-kind.ts'

/** Waits for a person: through a user task that the engine manages, or a job that your own task list handles. */
export const userTask: ElementKind = {
  type: 'USER_TASK',
  read: readUserTask,
  activate(runtime, instance) {
    const { job } = instance.element
    if (job === undefined) createUserTask(runtime, instance)
    else createUserTaskJob(runtime, instance, job)
  },
  terminate: cancelUserTask,
}

/** Creates the job. Its headers say who should do the work and when it is due. */
function createUserTaskJob(runtime: Runtime, instance: ElementInstance, job: JobModel): void {
  const model = instance.element.userTask as UserTaskModel
  const headers = userTaskJobHeaders(evaluateAttributes(model, instance), findForm(runtime, model, instance))
  createJob(runtime, instance, { ...job, headers: Object.freeze({ ...job.headers, ...headers }) })
}
