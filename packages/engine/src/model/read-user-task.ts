import { parseDateTimeText } from '../feel/date-time.ts'
import type { Expression } from '../feel/expression.ts'
import type { ElementDraft, Reading } from './draft.ts'
import { extension, type ModdleElement } from './moddle.ts'
import type { JobModel } from './process-model.ts'
import { readBinding } from './read-binding.ts'
import { readHeaders, readJobPriority } from './read-job.ts'
import { readTaskListeners } from './read-task-listeners.ts'
import type { CandidatesModel, UserTaskModel } from './user-task-model.ts'

/** The job type of user tasks that workers handle. */
const USER_TASK_JOB_TYPE = 'io.camunda.zeebe:userTask'

/** The prefix of the headers that Camunda sets. */
export const RESERVED_HEADER = 'io.camunda.zeebe:'

/** Reads a user task. Without `zeebe:userTask`, a worker handles it through a job. */
export function readUserTask(draft: ElementDraft, source: ModdleElement, reading: Reading): void {
  const isJob = extension(source, 'zeebe:UserTask') === undefined
  const { assignee, candidateGroups, candidateUsers } = extension(source, 'zeebe:AssignmentDefinition') ?? NONE
  const { dueDate, followUpDate } = extension(source, 'zeebe:TaskSchedule') ?? NONE
  const form = extension(source, 'zeebe:FormDefinition')
  const optional = (text: string | undefined): Expression | undefined =>
    text?.trim() ? reading.expression(source, text) : undefined
  draft.userTask = {
    assignee: optional(assignee),
    candidateGroups: readCandidates('candidate groups', candidateGroups, source, reading),
    candidateUsers: readCandidates('candidate users', candidateUsers, source, reading),
    dueDate: readDate('due date', dueDate, source, reading),
    followUpDate: readDate('follow-up date', followUpDate, source, reading),
    priority: isJob ? undefined : readPriority(source, reading),
    form: form?.formId?.trim() ? readForm(source, form, form.formId, reading) : undefined,
    externalFormReference: isJob ? undefined : optional(form?.externalReference),
    headers: readHeaders(source),
    listeners: readTaskListeners(source, isJob, reading),
  }
  if (form !== undefined) validateForm(draft, form, isJob, reading)
  if (isJob) draft.job = readUserTaskJob(source, draft.userTask, form?.formKey, reading)
}

const NONE: Partial<ModdleElement> = {}

function readUserTaskJob(
  source: ModdleElement,
  { headers }: UserTaskModel,
  formKey: string | undefined,
  reading: Reading,
): JobModel {
  return {
    type: reading.expression(source, USER_TASK_JOB_TYPE),
    retries: reading.expression(source, '1'),
    priority: readJobPriority(source, reading),
    headers: formKey === undefined ? headers : Object.freeze({ ...headers, [`${RESERVED_HEADER}formKey`]: formKey }),
    linkedResources: [],
  }
}

function readCandidates(
  what: string,
  text: string | undefined,
  source: ModdleElement,
  reading: Reading,
): CandidatesModel | undefined {
  if (!text?.trim()) return undefined
  const expression = reading.expression(source, text)
  if (!expression.isStatic) return expression
  const names = text.split(',').map((name) => name.trim())
  if (names.includes('')) {
    reading.problems.add(source.id, `The ${what} must be names with commas between them, but are '${text}'.`)
  }
  return Object.freeze(names)
}

function readDate(
  what: string,
  text: string | undefined,
  source: ModdleElement,
  reading: Reading,
): Expression | undefined {
  if (!text?.trim()) return undefined
  const expression = reading.expression(source, text)
  if (expression.isStatic && parseDateTimeText(text) === undefined) {
    reading.problems.add(source.id, `The ${what} must be a date and time with an offset, but is '${text}'.`)
  }
  return expression
}

function readPriority(source: ModdleElement, reading: Reading): Expression | undefined {
  const text = extension(source, 'zeebe:PriorityDefinition')?.priority?.trim()
  if (!text) return undefined
  const expression = reading.expression(source, text)
  const isValid = /^\d+$/.test(text) && Number(text) <= 100
  if (expression.isStatic && !isValid) {
    reading.problems.add(source.id, `The priority must be an integer from 0 to 100, but is '${text}'.`)
  }
  return expression
}

function readForm(source: ModdleElement, form: ModdleElement, formId: string, reading: Reading): UserTaskModel['form'] {
  return { formId: reading.expression(source, formId), binding: readBinding(source, form, reading) }
}

/** Each kind of user task has two ways to refer to a form, and may use only one of them. */
function validateForm(draft: ElementDraft, form: ModdleElement, isJob: boolean, { problems }: Reading): void {
  const other = isJob ? 'formKey' : 'externalReference'
  const hasOther = Boolean(form[other]?.trim())
  if (hasOther === Boolean(form.formId?.trim())) {
    problems.add(draft.id, `The form definition needs either a formId or a${isJob ? '' : 'n'} ${other}.`)
  } else if (hasOther && form.bindingType !== undefined && form.bindingType !== 'latest') {
    problems.add(draft.id, `A form definition with a${isJob ? '' : 'n'} ${other} cannot have a binding type.`)
  }
}
