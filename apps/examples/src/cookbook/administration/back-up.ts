import process from 'node:process'
import { connectOrganization } from '@x/camunda'
import { readOrganizationCredentials } from '@x/env'

const organization = connectOrganization(readOrganizationCredentials())
const [clusterId = ''] = process.argv.slice(2)
const { backups } = organization.console
await backups.create(clusterId)
const complete = (await backups.list(clusterId)).filter(({ status }) => status === 'Complete')
complete.sort((one, other) => Date.parse(other.created) - Date.parse(one.created))
for (const { uuid } of complete.slice(3)) await backups.delete(clusterId, uuid) // keep the last three
