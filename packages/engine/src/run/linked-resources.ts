import { keyOf } from '../keys.ts'
import type { JobModel } from '../model/process-model.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { evaluateText } from './evaluate.ts'
import { findBound } from './find-bound.ts'
import type { Runtime } from './runtime.ts'

/** The headers of a job, including the one that lists the resources that the worker needs. Throws a `Failure`. */
export function headersOf(runtime: Runtime, owner: ElementInstance, model: JobModel): Readonly<Record<string, string>> {
  const { headers, linkedResources } = model
  if (linkedResources.length === 0) return headers
  const resources = linkedResources.map(({ resourceId, resourceType, linkName, binding }) => {
    const what = { name: 'resource', id: evaluateText(resourceId, owner), errorType: 'RESOURCE_NOT_FOUND' } as const
    const { sequence } = findBound(runtime.resources, what, binding, owner)
    return { resourceKey: keyOf(sequence), resourceType, linkName }
  })
  return { ...headers, linkedResources: JSON.stringify(resources) }
}
