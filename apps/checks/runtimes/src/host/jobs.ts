import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { createJobServer, type JobServer } from '../../../../../packages/worker/test/support/job-server.ts'
import { realClock } from '../../../../../packages/worker/test/support/real-clock.ts'
import { respondToJobs } from '../../../../../packages/worker/test/support/serve-jobs.ts'
import type { JobState } from '../suite/controls.ts'

/** Jobs for the worker of a runtime: those of the worker's own tests, over HTTP, with all digits of their variables. */
export interface Jobs {
  reset(): void
  /** @param variables - JSON text, the same for all. */
  add(count: number, variables: string): void
  list(): JobState[]
  respond(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>
}

export function createJobs(): Jobs {
  let server: JobServer
  let jsonText = '{}'
  const bodies = new Map<string, string>()
  function reset(): void {
    server = createJobServer(realClock)
    bodies.clear()
  }
  reset()
  return {
    reset,
    add(count, variables) {
      jsonText = variables
      for (let i = 0; i < count; i++) server.add('charge-card')
    },
    list: () => [...server.jobs.values()].map(({ key, state, retries }) => ({ state, retries, body: bodies.get(key) })),
    async respond(request, response, path) {
      const body = await text(request)
      const [key = '', command] = path.split('/').slice(3)
      if (command === 'completion') bodies.set(key, body)
      const reply = await respondToJobs(server, { path, body }, response)
      if (!reply) return
      const content = reply.body
        ? JSON.stringify(reply.body).replaceAll('"variables":{}', `"variables":${jsonText}`)
        : ''
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' }).end(content)
    },
  }
}
