import type { Caller } from '../api.ts'
import type { OrganizationPermission } from '../clients.ts'
import type { BodyChecks } from './body.ts'
import type { Stamp } from './entities.ts'

/** A call that has passed routing, permission check and body check. */
export interface ModelerCall {
  /** Returns a path parameter; empty for a name that is not in the path. */
  param(name: string): string
  /** The body, which has the route's members. Handlers declare its type. */
  readonly body: unknown
  readonly caller: Caller
  /** The current time, and the caller. */
  readonly stamp: Stamp
}

/** One operation of the Web Modeler API. */
export interface ModelerRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path below `/api/v1`. */
  readonly path: string
  /** If undefined, any token is enough. */
  readonly permission?: OrganizationPermission | undefined
  /** Minor version of Camunda 8 that added the operation. By default, the oldest emulated version. */
  readonly since?: number | undefined
  /** Members of the body, if the operation has one. */
  readonly body?: BodyChecks | undefined
  /** True if the body is optional. */
  readonly bodyOptional?: boolean | undefined
  handle(call: ModelerCall): Response
}
