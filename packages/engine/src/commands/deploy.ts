import { readDecisions } from '../deploy/decisions.ts'
import type { DeployedResource, Deployment, DeploymentItem, DeployOptions, ReadResource } from '../deploy/deployment.ts'
import { readForm, readGenericResource } from '../deploy/files.ts'
import { readProcesses } from '../deploy/processes.ts'
import { DeploymentError, type DeploymentProblem, EngineError } from '../errors.ts'
import { keyOf } from '../keys.ts'
import type { Runtime } from '../run/runtime.ts'
import { DEFAULT_TENANT } from './find.ts'

type ResourceReader = (
  runtime: Runtime,
  resource: DeployedResource,
  problems: DeploymentProblem[],
) => ReadResource | undefined | Promise<ReadResource | undefined>

/** Readers by file extension. Files with any other extension are stored as they are. */
const READERS: readonly (readonly [RegExp, ResourceReader])[] = [
  [/\.(bpmn|xml)$/, readProcesses],
  [/\.dmn$/, readDecisions],
  [/\.form$/, readForm],
]

/** Reads all resources. Throws one error with the problems of all of them. */
export async function readResources(
  runtime: Runtime,
  resources: readonly DeployedResource[],
): Promise<readonly ReadResource[]> {
  if (resources.length === 0) throw new EngineError('INVALID_ARGUMENT', '`resources` must contain at least one file.')
  const problems: DeploymentProblem[] = []
  const files: { readonly name: string; readonly read: ReadResource }[] = []
  for (const resource of resources) {
    const reader = READERS.find(([ending]) => ending.test(resource.name))?.[1] ?? readGenericResource
    const read = await reader(runtime, resource, problems)
    if (read !== undefined) files.push({ name: resource.name, read })
  }
  const seen = new Map<string, string>()
  for (const { name, read } of files) {
    for (const { what, id } of read.ids) {
      const first = seen.get(`${what} ${id}`)
      seen.set(`${what} ${id}`, name)
      if (first === undefined) continue
      const message = `The deployment has another ${what} with this id, in ${first}.`
      problems.push({ resourceName: name, elementId: id, line: null, message })
    }
  }
  // A file with a problem may contain what the other files are bound to.
  if (problems.length === 0) {
    const missing = files.flatMap(({ read }) => read.bindings.filter(({ what, id }) => !seen.has(`${what} ${id}`)))
    problems.push(...missing.map(({ problem }) => problem))
  }
  if (problems.length > 0) throw new DeploymentError(problems)
  return files.map(({ read }) => read)
}

/** The order in which Camunda's API lists the deployed items. */
const ITEM_ORDER = ['processDefinition', 'decisionDefinition', 'decisionRequirements', 'form', 'resource'] as const

/**
 * Deploys what was read. If all of it is already deployed, it keeps its versions; otherwise all of it gets new
 * versions.
 */
export function deploy(runtime: Runtime, read: readonly ReadResource[], options: DeployOptions): Deployment {
  const tenantId = options.tenantId ?? DEFAULT_TENANT
  const deploymentSequence = runtime.store.nextSequence()
  const duplicates = read.map((resource) => resource.findDuplicate(tenantId))
  const items: readonly (readonly DeploymentItem[] | undefined)[] = duplicates.includes(undefined)
    ? read.map((resource) => resource.deploy({ tenantId, deploymentSequence }))
    : duplicates
  const all = items.flatMap((list) => list ?? [])
  return {
    deploymentKey: keyOf(deploymentSequence),
    tenantId,
    deployments: ITEM_ORDER.flatMap((kind) => all.filter((item) => item[kind] !== null)),
  }
}
