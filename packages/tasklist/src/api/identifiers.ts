import type { TextKey } from '@x/rest'

/** Id of a task: digits. A task of a job worker has the key of its job. */
export type TaskId = TextKey<'TaskId'>

/** Id of a variable: the key of its scope and its name for a variable of an open task, or digits. */
export type VariableId = TextKey<'VariableId'>

/** Id of a form: that of its file, or one that Tasklist created for a form embedded in a process. */
export type FormId = TextKey<'FormId'>

/** Key of a process definition. */
export type ProcessDefinitionKey = TextKey<'ProcessDefinitionKey'>

/** Key of a process instance. */
export type ProcessInstanceKey = TextKey<'ProcessInstanceKey'>
