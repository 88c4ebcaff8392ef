import { type Respond, startServer, type TestServer } from 'test-servers'
import { afterEach } from 'vitest'
import { createOptimizeClient, type OptimizeClient, type OptimizeClientOptions } from '../src/index.ts'

const servers: TestServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** A server that ends with the test, and a client of it. */
export async function serve(
  respond: Respond,
  options: Partial<OptimizeClientOptions> = {},
): Promise<{ server: TestServer; optimize: OptimizeClient }> {
  const server = await startServer(respond)
  servers.push(server)
  return { server, optimize: createOptimizeClient({ auth, baseUrl: server.url, retry: false, ...options }) }
}

export const auth = { headers: async () => ({ authorization: 'Bearer token-of-the-client' }) }
