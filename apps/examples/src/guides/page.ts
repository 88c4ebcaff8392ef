import { createProcessInstances } from '@x/operate/process-instances'
import { createProxyAuth } from '@x/proxy/page'

const processInstances = createProcessInstances({
  auth: createProxyAuth(),
  baseUrl: new URL('/camunda/operate', location.href),
})

const { total } = await processInstances.search({ filter: { state: 'ACTIVE' }, size: 5 })
const out = document.querySelector('#out')
if (out) out.textContent = `${total} active process instances`
