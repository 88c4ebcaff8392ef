// Needed only for clusters with Operate v1 and Tasklist v1: loaded when such a cluster is called.
export {
  deleteProcessInstance,
  getDecisionXml,
  getElementStatistics,
  getSequenceFlows,
  getXml,
} from './operate-details.ts'
export { getOperate, type OperateResource, searchAllOperate, searchOperate } from './operate-queries.ts'
export { assignTask, completeTask, isOfJobWorker, unassignTask } from './task-commands.ts'
export { getTask, searchAllTasks, searchTasks } from './task-queries.ts'
export { searchTaskVariables, type UserTaskVariable } from './task-variables.ts'
