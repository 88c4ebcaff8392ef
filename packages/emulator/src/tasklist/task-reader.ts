import type { Engine, JobRecord, UserTaskRecord } from '@x/engine'
import type { Task } from './task.ts'

/** The user tasks of an engine, as Tasklist sees them. */
export interface TaskReader {
  get(id: string): Task | undefined
  all(): Task[]
}

/** The type of a job that is a user task, and the prefix of its headers. */
const JOB_TYPE = 'io.camunda.zeebe:userTask'
const HEADER = 'io.camunda.zeebe:'

/** The priority of a task that is a job, which has none. */
const PRIORITY = 50

/**
 * @param assigneeOf - The assignee that Tasklist stores for a job, unknown to the engine. Undefined to use that of the
 * model.
 */
export function createTaskReader(
  engine: Engine,
  assigneeOf: (jobKey: string) => string | null | undefined,
): TaskReader {
  const { jobs, userTasks, elementInstances, processDefinitions } = engine

  function fromJob(job: JobRecord): Task {
    const { elementId, elementInstanceKey, processDefinitionKey, customHeaders } = job
    const header = (name: string): string | null => customHeaders[HEADER + name] ?? null
    const name = elementInstances.get(elementInstanceKey)?.elementName
    const assignee = assigneeOf(job.jobKey)
    return {
      id: job.jobKey,
      implementation: 'JOB_WORKER',
      name: name === undefined || name === elementId ? null : name,
      taskDefinitionId: elementId,
      processName: processDefinitions.get(processDefinitionKey)?.name ?? null,
      taskState: stateOf(job),
      assignee: assignee === undefined ? header('assignee') : assignee,
      candidateGroups: readList(header('candidateGroups')),
      candidateUsers: readList(header('candidateUsers')),
      priority: PRIORITY,
      creationDate: job.creationTime,
      completionDate: job.endTime,
      dueDate: readDate(header('dueDate')),
      followUpDate: readDate(header('followUpDate')),
      ...formOf(engine, header('formKey')),
      scopeKey: elementInstanceKey,
      processInstanceKey: job.processInstanceKey,
      processDefinitionKey,
      tenantId: job.tenantId,
    }
  }

  function fromUserTask(task: UserTaskRecord): Task {
    const { userTaskKey: id, elementId: taskDefinitionId, elementInstanceKey: scopeKey, state } = task
    return {
      ...task,
      id,
      implementation: 'ZEEBE_USER_TASK',
      taskDefinitionId,
      taskState: state === 'COMPLETED' || state === 'CANCELED' ? state : 'CREATED',
      ...formOf(engine, task.formKey ?? task.externalFormReference),
      scopeKey,
    }
  }

  return {
    get: (id) => {
      const task = userTasks.get(id)
      if (task) return fromUserTask(task)
      const job = jobs.get(id)
      return job?.type === JOB_TYPE ? fromJob(job) : undefined
    },
    all: () => [...[...userTasks].map(fromUserTask), ...[...jobs].filter(({ type }) => type === JOB_TYPE).map(fromJob)],
  }
}

function stateOf({ state, retries }: JobRecord): Task['taskState'] {
  if (state === 'COMPLETED' || state === 'CANCELED') return state
  return state === 'FAILED' && retries === 0 ? 'FAILED' : 'CREATED'
}

/** The form with this key: a deployed form, a reference to a form embedded in the process, or any other text. */
function formOf(
  { forms }: Engine,
  key: string | null,
): Pick<Task, 'formKey' | 'formId' | 'formVersion' | 'isFormEmbedded'> {
  const deployed = key === null ? undefined : forms.get(key)
  if (deployed) {
    const { formId, version } = deployed
    return { formKey: formId, formId, formVersion: version, isFormEmbedded: false }
  }
  const isFormEmbedded = key === null ? null : key.startsWith('camunda-forms:bpmn:')
  return { formKey: key, formId: null, formVersion: null, isFormEmbedded }
}

const readList = (text: string | null): string[] => (text === null ? [] : (JSON.parse(text) as string[]))

function readDate(text: string | null): string | null {
  const time = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
