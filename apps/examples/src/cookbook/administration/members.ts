import { connectOrganization } from '@x/camunda'
import { readOrganizationCredentials } from '@x/env'

const organization = connectOrganization(readOrganizationCredentials())
for (const { name, email, roles, invitePending } of await organization.console.members.list()) {
  console.log([name, email, roles.join(' '), invitePending ? 'invited' : 'active'].join(';'))
}
