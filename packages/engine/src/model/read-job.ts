import type { Expression } from '../feel/expression.ts'
import type { LinkedResourceModel } from './activity-model.ts'
import type { Reading } from './draft.ts'
import { extension, type ModdleElement } from './moddle.ts'
import type { JobModel } from './process-model.ts'
import { readBinding } from './read-binding.ts'

export const DEFAULT_RETRIES = '3'

/** Reads which worker does the work of an element; undefined if the element has no task definition. */
export function readJob(source: ModdleElement, reading: Reading): JobModel | undefined {
  const definition = extension(source, 'zeebe:TaskDefinition')
  if (definition === undefined) return undefined
  if (!definition.type?.trim()) reading.problems.add(source.id, 'The task definition needs a type.')
  return {
    type: reading.expression(source, definition.type ?? ''),
    retries: reading.expression(source, definition.retries || DEFAULT_RETRIES),
    priority: readJobPriority(source, reading),
    headers: readHeaders(source),
    linkedResources: readLinkedResources(source, reading),
  }
}

/** The priority of the process, which is the default for all of its jobs. */
export function readJobPriority(source: ModdleElement, reading: Reading): Expression | undefined {
  const definition =
    extension(source, 'zeebe:JobPriorityDefinition') ?? extension(reading.process, 'zeebe:JobPriorityDefinition')
  return definition?.priority ? reading.expression(source, definition.priority) : undefined
}

function readLinkedResources(source: ModdleElement, reading: Reading): readonly LinkedResourceModel[] {
  const resources = extension(source, 'zeebe:LinkedResources')?.values ?? []
  return resources.map((resource) => {
    const { resourceId = '', resourceType = '', linkName = '' } = resource
    if (!resourceId) reading.problems.add(source.id, 'A linked resource needs a resource id.')
    const binding = readBinding(source, resource, reading)
    return { resourceId: reading.expression(source, resourceId), resourceType, linkName, binding }
  })
}

export function readHeaders(source: ModdleElement): Readonly<Record<string, string>> {
  return Object.freeze(toHeaders(extension(source, 'zeebe:TaskHeaders')))
}

export function toHeaders(headers: ModdleElement | undefined): Readonly<Record<string, string>> {
  const entries = headers?.values ?? []
  return Object.fromEntries(entries.flatMap(({ key, value }) => (key ? [[key, value ?? ''] as const] : [])))
}
