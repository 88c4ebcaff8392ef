import type { CallOptions, TextKey } from '@x/rest'

/** Key of one version of a process. @minLength 1 */
export type ProcessDefinitionKey = TextKey<'ProcessDefinitionKey'>

/** The data that Optimize has of process definitions. */
export interface ProcessDefinitions {
  /**
   * Requests the deletion of all data that Optimize has of one version of a process. **This cannot be undone.** The
   * deletion runs later, and affects neither the process definition in the cluster nor reports.
   *
   * A Self-Managed Optimize must run with its job registry dispatcher enabled.
   *
   * @operation DELETE /public/process-definition/{processDefinitionKey}
   * @since 8.10
   * @throws {ApiError} 404 if Optimize does not know the process definition
   * @throws {ConflictError} if the deletion was requested before
   */
  deleteData(processDefinitionKey: ProcessDefinitionKey, options?: CallOptions): Promise<void>
}
