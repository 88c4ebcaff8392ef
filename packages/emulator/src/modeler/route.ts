import type { Caller } from '../api.ts'
import type { OrganizationPermission } from '../clients.ts'
import type { BodyChecks } from './body.ts'
import type { Stamp } from './entities.ts'

/** One call that has passed routing, permission and body check. */
export interface ModelerCall {
  /** Path parameter by name; empty for a name the path does not have. */
  param(name: string): string
  /** Of the route's members: the handlers name its type. */
  readonly body: unknown
  readonly caller: Caller
  /** Now, and who calls. */
  readonly stamp: Stamp
}

/** One operation of the Web Modeler API. */
export interface ModelerRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`. */
  readonly path: string
  /** Absent: a token is enough. */
  readonly permission?: OrganizationPermission | undefined
  /** Minor version of Camunda 8 that brought the operation; the first that is emulated unless given. */
  readonly since?: number | undefined
  /** Members of the body, where the operation has one. */
  readonly body?: BodyChecks | undefined
  /** True where the body may be left out. */
  readonly bodyOptional?: boolean | undefined
  handle(call: ModelerCall): Response
}
