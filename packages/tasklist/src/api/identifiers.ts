import type { TextKey } from '@x/rest'

/** Id of a task: digits. A task of a job worker has the key of its job. @minLength 1 */
export type TaskId = TextKey<'TaskId'>

/** Id of a variable: the key of its scope and its name for a variable of an open task, or digits. @minLength 1 */
export type VariableId = TextKey<'VariableId'>

/** Id of a form: that of its file, or one that Tasklist created for a form embedded in a process. @minLength 1 */
export type FormId = TextKey<'FormId'>

/** Key of a process definition. @minLength 1 */
export type ProcessDefinitionKey = TextKey<'ProcessDefinitionKey'>

/** Key of a process instance. @minLength 1 */
export type ProcessInstanceKey = TextKey<'ProcessInstanceKey'>
