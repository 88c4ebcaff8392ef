import process from 'node:process'
import { connectOrganization } from '@x/camunda'
import { readOrganizationCredentials } from '@x/env'

const organization = connectOrganization(readOrganizationCredentials())
const [clusterId = '', secretName = '', secretValue = ''] = process.argv.slice(2)
const { secrets } = organization.console
const exists = secretName in (await secrets.list(clusterId))
if (exists) await secrets.update(clusterId, secretName, { secretValue })
else await secrets.create(clusterId, { secretName, secretValue })
console.log(`${secretName} was ${exists ? 'updated' : 'created'}`)
