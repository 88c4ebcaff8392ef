import { keyOf } from '../keys.ts'
import type { Form, GenericResource } from '../state/deployed-file.ts'

export interface FormRecord {
  readonly formKey: string
  readonly formId: string
  readonly version: number
  readonly versionTag: string | null
  readonly resourceName: string
  readonly tenantId: string
  readonly deploymentKey: string
  /** The form as JSON text. */
  readonly schema: string
}

export function toFormRecord(form: Form): FormRecord {
  return {
    formKey: keyOf(form.sequence),
    formId: form.id,
    version: form.version,
    versionTag: form.versionTag,
    resourceName: form.resourceName,
    tenantId: form.tenantId,
    deploymentKey: keyOf(form.deploymentSequence),
    schema: form.content,
  }
}

export interface ResourceRecord {
  readonly resourceKey: string
  /** The id from the file, or the file's name if it has none. */
  readonly resourceId: string
  readonly version: number
  readonly versionTag: string | null
  readonly resourceName: string
  readonly tenantId: string
  readonly deploymentKey: string
  readonly content: string
}

export function toResourceRecord(resource: GenericResource): ResourceRecord {
  return {
    resourceKey: keyOf(resource.sequence),
    resourceId: resource.id,
    version: resource.version,
    versionTag: resource.versionTag,
    resourceName: resource.resourceName,
    tenantId: resource.tenantId,
    deploymentKey: keyOf(resource.deploymentSequence),
    content: resource.content,
  }
}
