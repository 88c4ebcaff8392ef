import { sequenceOf } from '../keys.ts'
import type { ElementModel } from '../model/process-model.ts'
import { RESERVED_HEADER } from '../model/read-user-task.ts'
import type { UserTaskModel } from '../model/user-task-model.ts'
import { evaluateText } from '../run/evaluate.ts'
import { Failure } from '../run/failure.ts'
import type { Runtime } from '../run/runtime.ts'
import { evaluateAssignee, evaluateUserTaskPriority } from '../run/user-task-attributes.ts'
import { findForm } from '../run/user-tasks.ts'
import { Form } from '../state/deployed-file.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { Job } from '../state/job.ts'
import type { UserTaskSpec } from '../state/user-task.ts'
import { conflict } from './migration.ts'

type Headers = Readonly<Record<string, string>>

/**
 * Returns what a worker's user task becomes if its target is a Camunda user task; otherwise undefined. Its job says who
 * may do the work and when it is due. The rest comes from the target, as far as it can be evaluated.
 */
export function planUserTask(
  runtime: Runtime,
  instance: ElementInstance,
  target: ElementModel,
): UserTaskSpec | undefined {
  const job = instance.live?.job
  const { element, parent } = instance
  if (target.type !== 'USER_TASK' || element.job === undefined || target.job !== undefined) return undefined
  if (job?.kind !== 'BPMN_ELEMENT' || parent === undefined) return undefined
  const model = target.userTask as UserTaskModel
  return {
    ...readForm(runtime, element, target, parent, job),
    headers: ownHeaders(job.headers),
    attributes: readAttributes(model, parent, job),
  }
}

function readAttributes(model: UserTaskModel, scope: ElementInstance, { headers }: Job): UserTaskSpec['attributes'] {
  const header = (name: string): string | undefined => headers[RESERVED_HEADER + name]
  return {
    assignee: orElse(() => evaluateAssignee(model, scope), null),
    candidateGroups: JSON.parse(header('candidateGroups') ?? '[]'),
    candidateUsers: JSON.parse(header('candidateUsers') ?? '[]'),
    dueDate: header('dueDate') ?? null,
    followUpDate: header('followUpDate') ?? null,
    priority: orElse(() => evaluateUserTaskPriority(model, scope), 50),
  }
}

/** The target's form replaces a form that is embedded in the process; any other form is kept. */
function readForm(
  runtime: Runtime,
  source: ElementModel,
  target: ElementModel,
  scope: ElementInstance,
  { headers }: Job,
): Pick<UserTaskSpec, 'form' | 'externalFormReference'> {
  const formKey = headers[`${RESERVED_HEADER}formKey`]
  const model = target.userTask as UserTaskModel
  if (formKey === undefined) return { form: undefined, externalFormReference: null }
  if (source.userTask?.form !== undefined) {
    return { form: runtime.store.find(Form, sequenceOf(formKey)), externalFormReference: null }
  }
  if (!/bpmn:usertaskform/i.test(formKey)) return { form: undefined, externalFormReference: formKey }
  try {
    const { externalFormReference } = model
    if (externalFormReference === undefined) {
      return { form: findForm(runtime, model, scope), externalFormReference: null }
    }
    return { form: undefined, externalFormReference: evaluateText(externalFormReference, scope) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw conflict(`The form of '${target.id}', which '${source.id}' is mapped to, cannot be found: ${error.message}`)
  }
}

function ownHeaders(headers: Headers): Headers {
  const own = Object.entries(headers).filter(([name]) => !name.startsWith(RESERVED_HEADER))
  return Object.freeze(Object.fromEntries(own))
}

/** Returns `other` if the evaluation fails, since a migration raises no incidents. */
function orElse<T>(evaluate: () => T, other: T): T {
  try {
    return evaluate()
  } catch (error) {
    if (error instanceof Failure) return other
    throw error
  }
}
