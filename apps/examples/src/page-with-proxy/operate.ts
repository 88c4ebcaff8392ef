import { createOperateClient } from '@x/operate'
import { createProxyAuth } from '@x/proxy/page'

const baseUrl = new URL('/camunda/operate', location.href)
export const operate = createOperateClient({ auth: createProxyAuth(), baseUrl })
