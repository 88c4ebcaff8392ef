/** A user task of either kind: one that the engine manages, or a job for people. */
export interface Task {
  /** Its key; for a job, the key of the job. */
  readonly id: string
  readonly implementation: 'JOB_WORKER' | 'ZEEBE_USER_TASK'
  readonly name: string | null
  readonly taskDefinitionId: string
  readonly processName: string | null
  readonly taskState: 'CREATED' | 'COMPLETED' | 'CANCELED' | 'FAILED'
  readonly assignee: string | null
  readonly candidateGroups: readonly string[]
  readonly candidateUsers: readonly string[]
  readonly priority: number
  /** Dates are ISO 8601 in UTC. */
  readonly creationDate: string
  readonly completionDate: string | null
  readonly dueDate: string | null
  readonly followUpDate: string | null
  readonly formKey: string | null
  readonly formId: string | null
  readonly formVersion: number | null
  readonly isFormEmbedded: boolean | null
  /** The element instance whose variables the task sees. */
  readonly scopeKey: string
  readonly processInstanceKey: string
  readonly processDefinitionKey: string
  readonly tenantId: string
}

const DATES = ['creationDate', 'completionDate', 'dueDate', 'followUpDate'] as const

/** Returns the task as it is sent: without a colon in the offset of dates. */
export function toWire(task: Task): Record<string, unknown> {
  const { scopeKey, ...wire } = task
  const dates = DATES.map((name) => [name, task[name]?.replace('Z', '+0000') ?? null])
  return { ...wire, ...Object.fromEntries(dates) }
}
