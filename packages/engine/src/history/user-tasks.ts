import { parseDateTimeText } from '../feel/date-time.ts'
import { keyOf } from '../keys.ts'
import type { UserTask, UserTaskState } from '../state/user-task.ts'
import { toDate } from './collection.ts'

/**
 * A user task that the engine manages. User tasks that workers handle are in `jobs`, with the type
 * `io.camunda.zeebe:userTask`.
 */
export interface UserTaskRecord {
  readonly userTaskKey: string
  /** Name of the element; null if it has none. */
  readonly name: string | null
  readonly state: UserTaskState
  readonly assignee: string | null
  readonly candidateGroups: readonly string[]
  readonly candidateUsers: readonly string[]
  readonly priority: number
  readonly creationDate: string
  /** When it was completed or canceled. */
  readonly completionDate: string | null
  readonly dueDate: string | null
  readonly followUpDate: string | null
  /** Key of its form; null if there is none. */
  readonly formKey: string | null
  readonly externalFormReference: string | null
  readonly customHeaders: Readonly<Record<string, string>>
  readonly elementId: string
  readonly elementInstanceKey: string
  readonly processInstanceKey: string
  readonly rootProcessInstanceKey: string
  readonly processDefinitionId: string
  readonly processDefinitionKey: string
  readonly processDefinitionVersion: number
  readonly processName: string | null
  readonly tags: readonly string[]
  readonly businessId: string | null
  readonly tenantId: string
}

export function toUserTaskRecord(task: UserTask): UserTaskRecord {
  const { attributes, form } = task
  const { element, processInstance, sequence } = task.owner
  const { root, top, tags } = processInstance
  const definition = processInstance.definitionOf(element)
  return {
    userTaskKey: keyOf(task.sequence),
    name: element.name,
    state: task.state,
    assignee: attributes.assignee,
    candidateGroups: attributes.candidateGroups,
    candidateUsers: attributes.candidateUsers,
    priority: attributes.priority,
    creationDate: toDate(task.creationTime) as string,
    completionDate: toDate(task.endTime),
    dueDate: inUtc(attributes.dueDate),
    followUpDate: inUtc(attributes.followUpDate),
    formKey: form === undefined ? null : keyOf(form.sequence),
    externalFormReference: task.externalFormReference,
    customHeaders: task.headers,
    elementId: element.id,
    elementInstanceKey: keyOf(sequence),
    processInstanceKey: keyOf(root.sequence),
    rootProcessInstanceKey: keyOf(top.sequence),
    processDefinitionId: definition.model.id,
    processDefinitionKey: keyOf(definition.sequence),
    processDefinitionVersion: definition.version,
    processName: definition.model.name,
    tags,
    businessId: processInstance.businessIdOf(task.sequence),
    tenantId: definition.tenantId,
  }
}

function inUtc(date: string | null): string | null {
  const time = date === null ? undefined : parseDateTimeText(date)
  return time === undefined ? null : new Date(time).toISOString()
}
