import type { Int, LongText, ReadOptions } from '@x/rest'
import type { FormId, ProcessDefinitionKey } from './identifiers.ts'

/**
 * The forms of tasks.
 *
 * @until 8.9
 * @eventuallyConsistent
 * @deprecated Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
 */
export interface Forms {
  /**
   * Returns a form of a process, deployed or embedded.
   *
   * @operation GET /forms/{formId}
   * @throws {ApiError} 404 if the process has no such form
   * @see `GET /v2/user-tasks/{userTaskKey}/form` of the Orchestration Cluster REST API v2
   * @example
   * const { formId, formVersion, processDefinitionKey } = await tasklist.tasks.get(taskId)
   * const form = formId && (await tasklist.forms.get(formId, { processDefinitionKey, version: formVersion ?? undefined }))
   */
  get(formId: FormId, query: FormQuery, options?: ReadOptions<Form>): Promise<Form>
}

/** The form to return. */
export interface FormQuery {
  readonly processDefinitionKey: ProcessDefinitionKey
  /** Version of a deployed form. @defaultValue the latest */
  readonly version?: Int | undefined
}

/** A form. */
export interface Form {
  readonly id: FormId
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly title?: string | null | undefined
  /** The form as JSON text, for form-js. */
  readonly schema: LongText
  /** `null` for an embedded form. */
  readonly version?: Int | null | undefined
  readonly tenantId?: string | null | undefined
  /** True if a deployed form has been deleted. */
  readonly isDeleted?: boolean | null | undefined
}
