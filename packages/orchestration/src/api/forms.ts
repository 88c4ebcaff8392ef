import type { CallOptions, Int } from '@x/rest'
import type { FormKey, TenantId } from './identifiers.ts'

/** TODO(words) */
export interface Forms {
  /**
   * TODO(words)
   *
   * @operation GET /forms/{formKey}
   * @permission RESOURCE READ
   * @since 8.10
   * @eventuallyConsistent
   */
  get(formKey: FormKey, options?: CallOptions): Promise<Form>
}

export interface Form {
  readonly tenantId: TenantId
  readonly formId: string
  readonly schema: string
  readonly version: Int
  readonly formKey: FormKey
}
