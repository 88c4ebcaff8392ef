import process from 'node:process'
import { connectOrganization } from '@x/camunda'
import { readOrganizationCredentials } from '@x/env'
import { storeInVault } from './vault.ts'

const organization = connectOrganization(readOrganizationCredentials())
const [clusterId = '', oldClientId = ''] = process.argv.slice(2)
const { clients } = organization.console
const clientName = `worker-${new Date().toISOString().slice(0, 10)}`
const { clientId, clientSecret } = await clients.create(clusterId, { clientName, permissions: ['Zeebe'] })
await storeInVault({ clientId, clientSecret }) // Camunda does not show the secret again
if (oldClientId) await clients.delete(clusterId, oldClientId) // once nothing uses it anymore
