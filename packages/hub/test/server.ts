import { type Respond, startServer, type TestServer } from 'test-servers'
import { afterEach } from 'vitest'
import { createHubClient, type HubClient, type HubClientOptions } from '../src/index.ts'

const servers: TestServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** A server that ends with the test, and a client of it. */
export async function serve(
  respond: Respond,
  options: Partial<HubClientOptions> = {},
): Promise<{ server: TestServer; hub: HubClient }> {
  const server = await startServer(respond)
  servers.push(server)
  return { server, hub: createHubClient({ auth, baseUrl: server.url, retry: false, ...options }) }
}

export const auth = { headers: async () => ({ authorization: 'Bearer token-of-the-client' }) }

/** A problem as Camunda Hub sends it. */
export function problem(status: number, title: string, detail: string): object {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title, status, detail, instance: '/api/v2' }),
  }
}

const by = { name: 'Jane', email: 'jane@example.com' }
const changes = {
  created: '2026-11-20T08:15:00.000Z',
  createdBy: by,
  updated: '2026-11-20T08:15:00.000Z',
  updatedBy: by,
}

/** A file as a search returns it. */
export function file(fileKey: string): object {
  return {
    fileKey,
    name: 'order',
    projectKey: null,
    folderKey: null,
    simplePath: 'order.bpmn',
    canonicalPath: '',
    revision: 3,
    type: 'bpmn',
    content: null,
    ...changes,
  }
}
