import type { Members } from '../sampled/members.ts'
import type { RealRequest } from '../sampled/real.ts'
import type { Permission } from './authorization/permissions.ts'

/** One request of an operation, validated by its shapes. */
export interface Call extends Pick<RealRequest, 'operation' | 'request' | 'minor'> {
  /** Path parameters by name, in the order of the path. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Members
  // biome-ignore lint/suspicious/noExplicitAny: the shape of the operation is data, not a type
  readonly body: any
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly form: any
  /** Whether the caller may read a record; undefined if every caller may read every record. */
  readonly isReadable?: ((record: unknown) => boolean) | undefined
  /** Whether the caller has a permission for a record; undefined if every caller has every permission. */
  readonly allows?: ((permission: Permission, record: Members) => boolean) | undefined
}

/** A result with a status other than 200 (204 for an operation without a response). */
export class Reply {
  readonly status: number
  readonly body: unknown

  constructor(status: number, body: unknown) {
    this.status = status
    this.body = body
  }
}

export const created = (body: unknown): Reply => new Reply(201, body)

/**
 * Executes an operation. Returns the response's body, of which only the members of the cluster's version are sent, or a
 * `Response`. @throws {@link Problem} if the real server would reject it.
 */
export type Handler = (call: Call) => unknown

/** Handlers by operation id. */
export type Handlers = Readonly<Record<string, Handler | undefined>>
