import { startServer as listen, type Received } from 'test-servers'

export interface Answer {
  status?: number
  type?: string
  body?: string
  headers?: Record<string, string>
}

export interface TestServer {
  readonly url: string
  /** All requests since the last `answer`. */
  readonly seen: Received[]
  /** What to answer from now on. */
  answer(answer: Answer): void
  close(): Promise<void>
}

/** A real HTTP server on the loopback that answers what it is told and keeps what it sees. */
export async function startServer(): Promise<TestServer> {
  let next: Answer = {}
  const { url, received, close } = await listen(() => {
    const { body, status = body === undefined ? 204 : 200, type = 'application/json', headers } = next
    return { status, headers: { ...(body !== undefined && { 'content-type': type }), ...headers }, body }
  })
  return {
    url,
    seen: received,
    answer(answer) {
      received.length = 0
      next = answer
    },
    close,
  }
}
