import type { UserTask as NewerUserTask, UserTaskFilter as NewerUserTaskFilter } from '@x/orchestration'
import { type Members, only, same, type Translation } from '../member.ts'

type Names = keyof NewerUserTask | keyof NewerUserTaskFilter | 'implementation'

const members: Members<Names> = {
  userTaskKey: same('id', { filter: false, sort: 'never' }),
  name: same('name', { filter: false, sort: false }),
  state: same('taskState', {
    filter: { $eq: 'state' },
    sort: 'never',
    newer: { CREATING: '8.8', ASSIGNING: '8.8', UPDATING: '8.8', COMPLETING: '8.8', CANCELING: '8.8' },
  }),
  assignee: same('assignee', { filter: { $eq: 'assignee', $in: 'assignees', $exists: 'assigned' }, sort: 'never' }),
  candidateUsers: same('candidateUsers', { filter: 'never', sort: 'never', missing: [] }),
  candidateUser: only('8.8', { filter: { $eq: 'candidateUser', $in: 'candidateUsers' }, sort: 'never' }),
  candidateGroups: same('candidateGroups', { filter: 'never', sort: 'never', missing: [] }),
  candidateGroup: only('8.8', { filter: { $eq: 'candidateGroup', $in: 'candidateGroups' }, sort: 'never' }),
  // Tasks have one since 8.6.
  priority: same('priority', {
    from: 6,
    missing: 50,
    filter: {
      $eq: 'priority.eq',
      $gt: 'priority.gt',
      $gte: 'priority.gte',
      $lt: 'priority.lt',
      $lte: 'priority.lte',
    },
  }),
  creationDate: same('creationDate', { date: true, filter: false, sort: { name: 'creationTime' } }),
  completionDate: same('completionDate', { date: true, filter: false, sort: { name: 'completionTime' } }),
  dueDate: same('dueDate', { date: true, filter: { $gte: 'dueDate.from', $lte: 'dueDate.to' } }),
  followUpDate: same('followUpDate', { date: true, filter: { $gte: 'followUpDate.from', $lte: 'followUpDate.to' } }),
  // Tasklist returns the id of a deployed form, v2 its key.
  formKey: only('8.8', { filter: 'never', sort: 'never', read: ({ formId }) => (formId ? undefined : null) }),
  externalFormReference: only('8.8', { filter: 'never', sort: 'never', read: readExternalForm }),
  customHeaders: only('8.8', { filter: 'never', sort: 'never' }),
  elementId: same('taskDefinitionId', { sort: 'never' }),
  elementInstanceKey: only('8.8', { sort: 'never' }),
  processInstanceKey: same('processInstanceKey', { sort: 'never' }),
  rootProcessInstanceKey: only('8.9', { filter: 'never', sort: 'never' }),
  processDefinitionId: only('8.8', { sort: 'never' }),
  processDefinitionKey: same('processDefinitionKey', { sort: 'never' }),
  processDefinitionVersion: only('8.8', { filter: 'never', sort: 'never' }),
  processName: same('processName', { filter: 'never', sort: 'never' }),
  // Tasklist searches for a variable in the task and its outer scopes, v2 in one of these.
  processInstanceVariables: only('8.8', { sort: 'never' }),
  localVariables: only('8.8', { sort: 'never' }),
  businessId: only('8.10'),
  tags: only('8.9', { sort: 'never' }),
  tenantId: same('tenantId', { missing: '<default>', from: 3, filter: { $in: 'tenantIds' }, sort: 'never' }),
  implementation: same('implementation', { sort: 'never', missing: undefined }),
  $or: only('8.10', { sort: 'never' }),
}

export const userTasks: Translation = {
  resource: 'userTasks',
  api: 'tasklist',
  members,
  conditions: 'body',
  writeDate: (moment) => new Date(moment).toISOString(),
  size: 'pageSize',
  backward: true,
  // Tasklist returns the newest first; v2 sorts by key, which ascends with time.
  sort: [{ field: 'creationTime', order: 'ASC' }],
}

/** Returns a form that is neither deployed nor embedded in the BPMN: it belongs to your own application. */
function readExternalForm({ formKey, formId, isFormEmbedded }: Readonly<Record<string, unknown>>): unknown {
  return formKey && !formId && isFormEmbedded !== true && !/^camunda-forms:/.test(String(formKey)) ? formKey : null
}
