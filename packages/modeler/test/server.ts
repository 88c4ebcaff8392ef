import { startServer } from 'test-servers'
import { onTestFinished } from 'vitest'
import { createModelerClient, type ModelerClient, type ModelerClientOptions } from '../src/index.ts'
import { createModelerClient as createUncheckedClient } from '../src/unchecked.ts'

export interface Received {
  readonly method: string
  /** As it came, still encoded. */
  readonly path: string
  readonly authorization: string | undefined
  /** Undefined when there was none. */
  readonly body: unknown
}

export interface Answer {
  readonly status?: number
  readonly json?: unknown
  readonly text?: string
  readonly type?: string
}

export interface TestServer {
  readonly origin: string
  readonly received: Received[]
}

export const auth = { headers: async () => ({ authorization: 'Bearer test-token' }) }

/** A real HTTP server on loopback, closed when the test ends. */
export async function serve(answer: (request: Received) => Answer): Promise<TestServer> {
  const received: Received[] = []
  const { url, close } = await startServer(({ method, path, headers: { authorization }, body: text }) => {
    const one: Received = { method, path, authorization, body: text === '' ? undefined : JSON.parse(text) }
    received.push(one)
    const { status, json, text: plain, type = 'application/json' } = answer(one)
    return { status, headers: { 'content-type': type }, body: plain ?? json }
  })
  onTestFinished(close)
  return { origin: url, received }
}

/** A client of a new server that answers like this. */
export async function clientOf(
  answer: (request: Received) => Answer,
  options: Partial<ModelerClientOptions> = {},
  create = createModelerClient,
): Promise<TestServer & { readonly modeler: ModelerClient }> {
  const server = await serve(answer)
  return { ...server, modeler: create({ auth, baseUrl: server.origin, retry: false, ...options }) }
}

/** A client by how it checks; `unchecked` is the one of that sub-path, without schemas. */
export function clientIn(
  mode: 'lenient' | 'strict' | 'off' | 'unchecked',
  answer: (request: Received) => Answer,
): ReturnType<typeof clientOf> {
  return mode === 'unchecked' ? clientOf(answer, {}, createUncheckedClient) : clientOf(answer, { validate: mode })
}

/** A problem document as Web Modeler writes it. */
export function problem(status: number, title: string, detail: string): Answer {
  return { status, json: { type: 'about:blank', title, status, detail, instance: '/api/v1/files/7' } }
}
