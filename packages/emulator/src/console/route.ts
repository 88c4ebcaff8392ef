import type { Caller } from '../api.ts'
import type { Shape } from '../body-shape.ts'
import type { OrganizationPermission } from '../clients.ts'

/** A call that has passed routing, permission check and body check. */
export interface ConsoleCall {
  /** Returns a path parameter; empty for a name that is not in the path. */
  param(name: string): string
  /** The parsed body, which has the route's shape. Handlers declare its type. */
  readonly body: unknown
  readonly caller: Caller
  readonly headers: Headers
}

/** One operation of the Console API. */
export interface ConsoleRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** If undefined, the operation requires no token. */
  readonly permission?: OrganizationPermission | undefined
  /** Shape of the body, if the operation has one. */
  readonly body?: Shape | undefined
  handle(call: ConsoleCall): Response
}
