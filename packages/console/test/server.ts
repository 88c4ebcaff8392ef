import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as the server saw it. */
export interface Seen {
  method: string
  path: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface Answer {
  status?: number
  type?: string
  body?: string
  headers?: Record<string, string>
}

export interface TestServer {
  readonly url: string
  /** All requests since the last `answer`. */
  readonly seen: Seen[]
  /** What to answer from now on. */
  answer(answer: Answer): void
  close(): Promise<void>
}

/** A real HTTP server on the loopback that answers what it is told and keeps what it sees. */
export async function startServer(): Promise<TestServer> {
  const seen: Seen[] = []
  let next: Answer = {}
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body })
      const type: Record<string, string> =
        next.body === undefined ? {} : { 'content-type': next.type ?? 'application/json' }
      response.writeHead(next.status ?? (next.body === undefined ? 204 : 200), { ...type, ...next.headers })
      response.end(next.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answer(answer) {
      seen.length = 0
      next = answer
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
