import { createOAuth } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import { readClusterCredentials } from '@x/env'
import { createOperateClient, parseVariable } from '@x/operate'

// The same variables as before. The directory replaces the cache in ~/.camunda, which is not changed.
const cluster = readClusterCredentials()
const auth = createOAuth({ ...cluster, storage: fileStorage({ directory: process.env.TOKEN_DIRECTORY ?? '.tokens' }) })
const operate = createOperateClient({ auth, baseUrl: cluster.operateUrl })

const { items } = await operate.processInstances.search({ filter: { state: 'ACTIVE' }, size: 1 })
const processInstanceKey = items[0]?.key ?? ''

// #region variables
// Replaces getJSONVariablesforProcess. Searches truncate long values, `get` returns full ones. Integers stay exact.
const variables: Record<string, unknown> = {}
for await (const found of operate.variables.searchAll({ filter: { processInstanceKey } })) {
  const { name, value } = found.truncated ? await operate.variables.get(found.key) : found
  variables[name] = parseVariable(value)
}
// #endregion variables
console.log(processInstanceKey, Object.keys(variables).length > 0, auth.stats().tokenRequests)
