// Run by networks.test.ts behind a proxy. The guide on networks quotes the region.
import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createOperateClient } from '@x/operate'

const cluster = readClusterCredentials()

// #region proxy
import { EnvHttpProxyAgent } from 'undici'

const dispatcher = new EnvHttpProxyAgent() // reads HTTPS_PROXY and NO_PROXY
const throughProxy: typeof fetch = (input, init) => fetch(input, { ...init, dispatcher } as RequestInit)

const auth = createOAuth({ ...cluster, fetch: throughProxy })
const operate = createOperateClient({ auth, baseUrl: cluster.operateUrl, fetch: throughProxy })
// #endregion proxy
const { total } = await operate.processInstances.search({ filter: { state: 'ACTIVE' }, size: 1 })
console.log(`${total} active process instances`)
