import type { Int, LongText, ReadOptions } from '@x/rest'
import type { FormKey, TenantId } from './identifiers.ts'

/** Deployed forms. For the form of a user task see `userTasks.getForm`, for a start form `processDefinitions.getStartForm`. */
export interface Forms {
  /**
   * Returns one version of a deployed form by its key, with its schema as JSON text.
   *
   * @operation GET /forms/{formKey}
   * @permission RESOURCE READ
   * @since 8.10
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   */
  get(formKey: FormKey, options?: ReadOptions<Form>): Promise<Form>
}

/** A deployed form. */
export interface Form {
  readonly formKey: FormKey
  /** Id of the form in its file. */
  readonly formId: string
  readonly version: Int
  /** The form as JSON text, for a form renderer such as form-js. */
  readonly schema: LongText
  readonly tenantId: TenantId
}
