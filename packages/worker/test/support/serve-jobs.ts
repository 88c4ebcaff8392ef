import type { ServerResponse } from 'node:http'
import { type Received, type Reply, startServer, type TestServer } from 'test-servers'
import type { JobServer } from './job-server.ts'

/** Serves a job server over HTTP, for workers in processes of their own. */
export function serveJobs(jobs: JobServer): Promise<TestServer> {
  return startServer((request, response) => respondToJobs(jobs, request, response))
}

/** The job part of the Orchestration Cluster API: `/v2/jobs/{jobKey}/{command}`. */
export async function respondToJobs(
  jobs: JobServer,
  { path, body }: Pick<Received, 'path' | 'body'>,
  response: ServerResponse,
): Promise<Reply | undefined> {
  const [key = '', command] = path.split('/').slice(3)
  const closed = new AbortController()
  response.on('close', () => closed.abort())
  try {
    const value = JSON.parse(body)
    if (key === 'activation') return { body: await jobs.activate(value, { signal: closed.signal }) }
    if (command === 'completion') await jobs.complete(key, value)
    else if (command === 'failure') await jobs.fail(key, value)
    else if (command === 'error') await jobs.throwError(key, value)
    else await jobs.update(key, value)
    return { status: 204 }
  } catch (error) {
    const { status, title } = error as { status?: number; title?: string }
    if (status) return { status, body: { status, title } }
    response.destroy()
    return undefined
  }
}
