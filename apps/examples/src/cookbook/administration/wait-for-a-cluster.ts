import process from 'node:process'
import { connectOrganization } from '@x/camunda'
import { readOrganizationCredentials } from '@x/env'

const organization = connectOrganization(readOrganizationCredentials())
const [clusterId = ''] = process.argv.slice(2)
await organization.console.clusters.wake(clusterId)
const signal = AbortSignal.timeout(20 * 60 * 1000)
const { name, status } = await organization.console.clusters.waitUntilHealthy(clusterId, { signal })
console.log(name, status.ready)
