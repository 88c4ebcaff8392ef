import type { DeploymentProblem } from '../errors.ts'
import { keyOf } from '../keys.ts'
import type { Runtime } from '../run/runtime.ts'
import { type FileIdentity, Form, GenericResource } from '../state/deployed-file.ts'
import type { Store } from '../state/store.ts'
import type { Versions } from '../state/versions.ts'
import { type DeployedResource, type DeploymentItem, deploymentItem, type ReadResource } from './deployment.ts'

/** Reads a form. Returns undefined if it has no id. */
export function readForm(
  runtime: Runtime,
  resource: DeployedResource,
  problems: DeploymentProblem[],
): ReadResource | undefined {
  const identity = readIdentity(resource, problems)
  const { forms, store } = runtime
  return (
    identity &&
    readFile(store, resource, identity, {
      what: 'form',
      kind: Form,
      versions: forms,
      list: store.forms,
      toItem: toFormItem,
    })
  )
}

/** Reads a file that nothing executes. An RPA script contains its id; other files use their name. */
export function readGenericResource(
  runtime: Runtime,
  resource: DeployedResource,
  problems: DeploymentProblem[],
): ReadResource | undefined {
  const identity = resource.name.endsWith('.rpa')
    ? readIdentity(resource, problems)
    : { id: resource.name, versionTag: null }
  const { resources, store } = runtime
  return (
    identity &&
    readFile(store, resource, identity, {
      what: 'resource',
      kind: GenericResource,
      versions: resources,
      list: store.resources,
      toItem: toResourceItem,
    })
  )
}

function readIdentity({ name, content }: DeployedResource, problems: DeploymentProblem[]): FileIdentity | undefined {
  const report = (message: string): undefined => {
    problems.push({ resourceName: name, elementId: null, line: null, message })
    return undefined
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(content)
  } catch {
    return report('The file is not JSON.')
  }
  const { id, versionTag } = (parsed ?? {}) as { readonly id?: unknown; readonly versionTag?: unknown }
  if (typeof id !== 'string' || id.trim() === '') return report('The file needs an `id`.')
  return { id, versionTag: typeof versionTag === 'string' ? versionTag : null }
}

interface FileKind<T extends Form | GenericResource> {
  readonly what: string
  readonly kind: new (...parameters: ConstructorParameters<typeof Form>) => T
  readonly versions: Versions<T>
  readonly list: T[]
  readonly toItem: (file: T) => DeploymentItem
}

function readFile<T extends Form | GenericResource>(
  store: Store,
  resource: DeployedResource,
  identity: FileIdentity,
  { what, kind, versions, list, toItem }: FileKind<T>,
): ReadResource {
  const { id } = identity
  return {
    ids: [{ what, id }],
    bindings: [],
    findDuplicate(tenantId) {
      const latest = versions.latest(tenantId, id)
      const isDuplicate = latest?.content === resource.content && latest.resourceName === resource.name
      return isDuplicate ? [toItem(latest)] : undefined
    },
    deploy({ tenantId, deploymentSequence }) {
      const version = versions.nextVersion(tenantId, id)
      const file = new kind(store.nextSequence(), identity, version, resource, tenantId, deploymentSequence)
      versions.add(file)
      return [toItem(store.add(list, file))]
    },
  }
}

function toFormItem({ sequence, id, version, resourceName, tenantId }: Form): DeploymentItem {
  return deploymentItem({ form: { formKey: keyOf(sequence), formId: id, version, resourceName, tenantId } })
}

function toResourceItem({ sequence, id, version, resourceName, tenantId }: GenericResource): DeploymentItem {
  return deploymentItem({
    resource: { resourceKey: keyOf(sequence), resourceId: id, version, resourceName, tenantId },
  })
}
