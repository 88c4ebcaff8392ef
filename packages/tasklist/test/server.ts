import { type Respond, startServer, type TestServer } from 'test-servers'
import { afterEach } from 'vitest'
import { createTasklistClient, type TasklistClient, type TasklistClientOptions } from '../src/index.ts'

const servers: TestServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** A server that ends with the test, and a client of it. */
export async function serve(
  respond: Respond,
  options: Partial<TasklistClientOptions> = {},
): Promise<{ server: TestServer; tasklist: TasklistClient }> {
  const server = await startServer(respond)
  servers.push(server)
  return { server, tasklist: createTasklistClient({ auth, baseUrl: server.url, retry: false, ...options }) }
}

export const auth = { headers: async () => ({ authorization: 'Bearer token-of-the-client' }) }

/** An error as Tasklist sends it. */
export function failure(status: number, message: string): object {
  const body = { status, message, instance: '5f4a1f2e-1d6f-4a0f-9b5c-0c0e1f4b1c11' }
  return { status, headers: { 'content-type': 'application/problem+json' }, body: JSON.stringify(body) }
}

/** A task as a search returns it. */
export function task(id: string): object {
  return {
    id,
    name: 'Check order',
    taskDefinitionId: 'check',
    processName: 'Order',
    creationDate: '2026-03-20T08:15:00.000+0000',
    completionDate: null,
    assignee: null,
    taskState: 'CREATED',
    processDefinitionKey: '2251799813685249',
    processInstanceKey: '2251799813685251',
    formVersion: null,
    isFirst: id === 't0',
    sortValues: ['1774000000000', id],
  }
}
