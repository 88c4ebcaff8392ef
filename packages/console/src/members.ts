import { type Members, membersOver } from './resources/members.ts'
import { createConsoleTransport } from './transport.ts'
import type { ConsoleResourceOptions } from './types/options.ts'

export type { Members } from './resources/members.ts'
export type { AssignableRole, Member, OrganizationRole, SetRolesBody } from './types/member.ts'
export type { ConsoleResourceOptions } from './types/options.ts'

/**
 * Makes a client of members alone, for bundles that need no more. It brings no schemas: what goes in and out is not
 * checked.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createMembers } from '@x/console/members'
 *
 * const members = createMembers({ auth, baseUrl: organization.consoleUrl })
 * await members.setRoles('jane@example.com', { orgRoles: ['analyst'] })
 * ```
 */
export function createMembers(options: ConsoleResourceOptions): Members {
  return membersOver(createConsoleTransport(options))
}
