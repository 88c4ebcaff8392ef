import { createProcessInstances } from '@x/orchestration/process-instances'
import { createProxyAuth } from '@x/proxy/page'

const processInstances = createProcessInstances({
  auth: createProxyAuth(),
  baseUrl: new URL('/camunda/orchestration', location.href),
})

const { total } = await processInstances.search({ filter: { state: 'ACTIVE' }, page: { limit: 5 } })
const out = document.querySelector('#out')
if (out) out.textContent = `${total} active process instances`
