import { type Respond, startServer, type TestServer } from 'test-servers'
import { afterEach } from 'vitest'
import { createOrchestrationClient, type OrchestrationClient, type OrchestrationClientOptions } from '../src/index.ts'

const servers: TestServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** A server that ends with the test, and a client of it. */
export async function serve(
  respond: Respond,
  options: Partial<OrchestrationClientOptions> = {},
): Promise<{ server: TestServer; camunda: OrchestrationClient }> {
  const server = await startServer(respond)
  servers.push(server)
  return { server, camunda: createOrchestrationClient({ auth, baseUrl: server.url, ...options }) }
}

export const auth = { headers: async () => ({ authorization: 'Bearer token-of-the-client' }) }

/** A problem as Camunda's servers send it. */
export function problem(status: number, detail: string, title = 'NOT_FOUND'): object {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title, status, detail, instance: '/v2' }),
  }
}
