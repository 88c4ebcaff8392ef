import { createMembers as createOn, type Members } from './resources/members.ts'
import { createConsoleTransport, type ResourceOptions } from './transport.ts'

export type { Members } from './resources/members.ts'
export type { ResourceOptions } from './transport.ts'
export type { AssignableRole, Member, OrganizationRole, SetRolesBody } from './types/member.ts'

/** Only {@link Members}, for small bundles: without the other resources, and without validation. Defaults as in `createConsoleClient`. */
export function createMembers(options: ResourceOptions): Members {
  return createOn(createConsoleTransport(options))
}
