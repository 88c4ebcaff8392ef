import type { ServerResponse } from 'node:http'
import { startServer, type TestServer } from 'test-servers'
import { onTestFinished } from 'vitest'

/** A server for one test that gives one answer after the other, the last one again and again. */
export async function serve(...answers: ((response: ServerResponse) => unknown)[]): Promise<TestServer> {
  let count = 0
  const server = await startServer((_, response) => {
    answers[Math.min(count++, answers.length - 1)]?.(response)
  })
  onTestFinished(server.close)
  return server
}

/** An answer with a status, a body and headers. */
export function answer(status: number, body: unknown = '', headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? {} : { 'content-type': 'application/json' }
  return (response: ServerResponse): void => {
    response.writeHead(status, { ...type, ...headers }).end(text)
  }
}
