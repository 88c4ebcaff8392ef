import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createOperateClient } from '@x/operate'

const cluster = readClusterCredentials() // the variables of the downloaded file
const auth = createOAuth(cluster)
const operate = createOperateClient({ auth, baseUrl: cluster.operateUrl })

const { items, total } = await operate.processInstances.search({ filter: { state: 'ACTIVE' }, size: 5 })
console.log(`${total} active process instances`)
for (const { key, bpmnProcessId, startDate } of items) console.log(key, bpmnProcessId, startDate)
