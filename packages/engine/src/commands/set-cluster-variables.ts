import { EngineError } from '../errors.ts'
import { copyJson } from '../run/json.ts'
import type { Runtime } from '../run/runtime.ts'

/**
 * A variable that expressions of all processes see as `camunda.vars.cluster.NAME`, or those of one tenant as
 * `camunda.vars.tenant.NAME`.
 */
export interface ClusterVariableInput {
  readonly name: string
  /** As JSON. */
  readonly value: unknown
  /** @defaultValue a variable of the whole cluster */
  readonly tenantId?: string | null | undefined
}

export function setClusterVariables({ clusterVariables }: Runtime, variables: readonly ClusterVariableInput[]): void {
  const read = variables.map(({ name, value, tenantId }) => {
    if (!name) throw new EngineError('INVALID_ARGUMENT', '`name` must be the name of a cluster variable.')
    return { name, value: copyJson(value), tenantId: tenantId ?? undefined }
  })
  clusterVariables.replace(read)
}
