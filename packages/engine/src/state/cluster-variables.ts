import { defineMember } from '../run/json.ts'

/** The name by which expressions access them. */
export const CLUSTER = 'camunda'

type Values = Readonly<Record<string, unknown>>

/** What the expressions of a tenant see as `camunda`. */
export interface CamundaContext {
  readonly vars: { readonly cluster: Values; readonly tenant: Values; readonly env: Values }
}

export interface ClusterVariable {
  readonly name: string
  readonly value: unknown
  /** Undefined for a variable of the whole cluster. */
  readonly tenantId: string | undefined
}

/** Variables that expressions of all processes see, or those of one tenant. */
export class ClusterVariables {
  #all: readonly ClusterVariable[] = []
  readonly #contexts = new Map<string | undefined, CamundaContext>()

  replace(variables: readonly ClusterVariable[]): void {
    this.#all = variables
    this.#contexts.clear()
  }

  /** In `env`, a tenant's variables take precedence over those of the cluster. */
  of(tenantId: string | undefined): CamundaContext {
    const known = this.#contexts.get(tenantId)
    if (known !== undefined) return known
    const cluster = this.#valuesOf(undefined)
    const tenant = tenantId === undefined ? {} : this.#valuesOf(tenantId)
    const context = { vars: { cluster, tenant, env: { ...cluster, ...tenant } } }
    this.#contexts.set(tenantId, context)
    return context
  }

  #valuesOf(tenantId: string | undefined): Values {
    const values: Record<string, unknown> = {}
    for (const variable of this.#all) {
      if (variable.tenantId === tenantId) defineMember(values, variable.name, variable.value)
    }
    return values
  }
}
