import type { TenantId } from './identifiers.ts'

/** An isolated part of the cluster with its own definitions and data. */
export interface Tenant {
  readonly name: string
  readonly tenantId: TenantId
  readonly description: string | null
}

/** A new tenant. */
export interface CreateTenantRequest extends UpdateTenantRequest {
  /** Letters, digits and `_ . -`. */
  readonly tenantId: TenantId
}

/** New name and description of a tenant. */
export interface UpdateTenantRequest {
  readonly name: string
  readonly description?: string | undefined
}

/** Conditions on tenants; all must be met. */
export interface TenantFilter {
  readonly tenantId?: TenantId | undefined
  readonly name?: string | undefined
}

/** Fields to sort tenants by. */
export type TenantSortField = 'key' | 'name' | 'tenantId'
