import type { Caller } from '../api.ts'
import type { Shape } from '../body-shape.ts'
import type { OrganizationPermission } from '../clients.ts'

/** One call that has passed routing, permission and body check. */
export interface ConsoleCall {
  /** Path parameter by name; empty for a name the path does not have. */
  param(name: string): string
  /** Parsed, and of the route's shape: the handlers name its type. */
  readonly body: unknown
  readonly caller: Caller
  readonly headers: Headers
}

/** One operation of the Console API. */
export interface ConsoleRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** Absent: the operation needs no token. */
  readonly permission?: OrganizationPermission | undefined
  /** Shape of the body, where the operation has one. */
  readonly body?: Shape | undefined
  handle(call: ConsoleCall): Response
}
