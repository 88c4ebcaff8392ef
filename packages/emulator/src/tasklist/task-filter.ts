import type { Task } from './task.ts'
import type { TaskVariables } from './task-variables.ts'

interface Period {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The conditions of a search, all of which must be met. */
export interface TaskConditions {
  readonly state?: string
  readonly assigned?: boolean
  readonly assignee?: string
  readonly assignees?: readonly string[]
  readonly taskDefinitionId?: string
  readonly candidateGroup?: string
  readonly candidateGroups?: readonly string[]
  readonly candidateUser?: string
  readonly candidateUsers?: readonly string[]
  readonly processDefinitionKey?: string
  readonly processInstanceKey?: string
  readonly followUpDate?: Period
  readonly dueDate?: Period
  readonly taskVariables?: readonly { readonly name: string; readonly value: string }[]
  readonly tenantIds?: readonly string[]
  readonly implementation?: string
  readonly priority?: Readonly<Partial<Record<'eq' | 'gte' | 'gt' | 'lt' | 'lte', number>>>
}

type Test = (task: Task) => boolean

export function createTaskFilter(conditions: TaskConditions, variables: TaskVariables): Test {
  const tests = (Object.keys(conditions) as (keyof TaskConditions)[]).flatMap((name) => {
    const wanted = conditions[name]
    return wanted === undefined || wanted === null ? [] : [TESTS[name]?.(wanted as never, variables) ?? always]
  })
  return (task) => tests.every((test) => test(task))
}

const always: Test = () => true

const equal =
  (name: keyof Task) =>
  (wanted: string): Test =>
  (task) =>
    task[name] === wanted

const oneOf =
  (name: 'assignee' | 'tenantId') =>
  (wanted: readonly string[]): Test =>
  (task) =>
    wanted.length === 0 || wanted.includes(task[name] ?? '')

const hasOneOf =
  (name: 'candidateGroups' | 'candidateUsers') =>
  (wanted: readonly string[]): Test =>
  (task) =>
    wanted.length === 0 || wanted.some((candidate) => task[name].includes(candidate))

const within =
  (name: 'dueDate' | 'followUpDate') =>
  ({ from, to }: Period): Test =>
  (task) => {
    const time = Date.parse(task[name] ?? '')
    return !Number.isNaN(time) && !(from && time < Date.parse(from)) && !(to && time > Date.parse(to))
  }

const TESTS: { readonly [Name in keyof TaskConditions]-?: (wanted: never, variables: TaskVariables) => Test } = {
  state: equal('taskState'),
  assigned: (wanted: boolean) => (task) => (task.assignee !== null) === wanted,
  assignee: equal('assignee'),
  assignees: oneOf('assignee'),
  taskDefinitionId: equal('taskDefinitionId'),
  candidateGroup: (wanted: string) => hasOneOf('candidateGroups')([wanted]),
  candidateGroups: hasOneOf('candidateGroups'),
  candidateUser: (wanted: string) => hasOneOf('candidateUsers')([wanted]),
  candidateUsers: hasOneOf('candidateUsers'),
  processDefinitionKey: equal('processDefinitionKey'),
  processInstanceKey: equal('processInstanceKey'),
  followUpDate: within('followUpDate'),
  dueDate: within('dueDate'),
  taskVariables: (wanted: NonNullable<TaskConditions['taskVariables']>, { of }) => {
    return (task) => {
      const visible = of(task)
      return wanted.every(({ name, value }) => visible.get(name)?.preview === value)
    }
  },
  tenantIds: oneOf('tenantId'),
  implementation: equal('implementation'),
  priority:
    ({ eq, gte, gt, lt, lte }: NonNullable<TaskConditions['priority']>) =>
    ({ priority }) =>
      (eq === undefined || priority === eq) &&
      (gte === undefined || priority >= gte) &&
      (gt === undefined || priority > gt) &&
      (lt === undefined || priority < lt) &&
      (lte === undefined || priority <= lte),
}
