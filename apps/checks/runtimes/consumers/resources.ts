// One resource at a time, checked or not, with its own connection or that of a client; and the operation table.
import type { Authenticator } from '@x/auth'
import { createClusters } from '@x/console/clusters'
import { createFiles } from '@x/modeler/unchecked/files'
import { createOperateClient, operateApi } from '@x/operate'
import { createIncidents, type Incident } from '@x/operate/incidents'
import { operations } from '@x/operate/operations'
import { createProcessInstances } from '@x/operate/unchecked/process-instances'
import { createProxy, type ProxiedOperation } from '@x/proxy'

declare const auth: Authenticator
declare const baseUrl: string | undefined

const operate = createOperateClient({ auth, baseUrl })
export const clusters = createClusters({ auth }).list()
export const files = createFiles({ auth }).searchAll({ filter: { type: 'BPMN' } })
export const instances = createProcessInstances(operate)
export const incidents = createIncidents(operate)

export async function first(key: string): Promise<Incident | undefined> {
  const instance = await instances.get(key, { waitFor: true, waitForMs: 5000 })
  const { items } = await createIncidents(operate).search({ filter: { processInstanceKey: instance.key } })
  return items[0]
}

export const searches = operations.filter(({ paging }) => paging !== undefined).map(({ id }) => id)
export const names = operations.flatMap(({ body }) =>
  body?.shape.kind === 'object' ? body.shape.members.map(({ name }) => name) : [],
)

// A table that is not ours: only what the proxy reads.
const reports: readonly ProxiedOperation[] = [
  {
    id: 'reports.list',
    method: 'GET',
    path: '/reports',
    query: { shape: { kind: 'object', members: [{ name: 'size' }] } },
  },
  { id: 'reports.upload', method: 'POST', path: '/reports', form: {} },
]
export const proxy = createProxy({
  basePath: '/camunda',
  origins: ['https://app.example.com'],
  session: () => true,
  apis: {
    operate: { ...operateApi, auth, baseUrl, operations, allow: searches },
    reports: { auth, baseUrl: 'https://reports.example.com', operations: reports, allow: ['reports.list'] },
  },
})
