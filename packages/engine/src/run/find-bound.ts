import type { BindingModel } from '../model/activity-model.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { IncidentErrorType } from '../state/incident.ts'
import type { Versioned, Versions } from '../state/versions.ts'
import { Failure } from './failure.ts'

/** Returns the version of a process or decision that an element refers to. Throws a `Failure` if it is not deployed. */
export function findBound<T extends Versioned>(
  versions: Versions<T>,
  what: { readonly name: string; readonly id: string; readonly errorType: IncidentErrorType },
  binding: BindingModel,
  { processInstance }: ElementInstance,
): T {
  const { tenantId, deploymentSequence } = processInstance.definition
  const { name, id, errorType } = what
  const fail = (message: string): never => {
    throw new Failure(errorType, message)
  }
  switch (binding.type) {
    case 'latest':
      return versions.latest(tenantId, id) ?? fail(`No ${name} with the id '${id}' is deployed.`)
    case 'deployment':
      return (
        versions.inDeployment(tenantId, id, deploymentSequence) ??
        fail(`No ${name} with the id '${id}' was deployed together with this process.`)
      )
    case 'versionTag':
      return (
        versions.withVersionTag(tenantId, id, binding.versionTag) ??
        fail(`No ${name} with the id '${id}' and the version tag '${binding.versionTag}' is deployed.`)
      )
  }
}
