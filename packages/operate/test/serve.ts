import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A request as it came over the wire. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  /** The bytes of the body, so that digits can be compared before anything has parsed them. */
  readonly body: string
}

export interface Reply {
  readonly status?: number
  readonly type?: string
  readonly body: string
}

/** A real HTTP server on loopback for one test. `received` grows with each request. */
export async function serve(
  reply: (request: Received, index: number) => Reply | Promise<Reply>,
): Promise<{ baseUrl: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    const { method = '', url: path = '', headers } = request
    const entry: Received = { method, path, authorization: headers.authorization, body }
    const { status = 200, type = 'application/json', body: answer } = await reply(entry, received.push(entry) - 1)
    response.writeHead(status, { 'content-type': type }).end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received }
}

/** An authenticator that also records the audiences it was asked for. */
export function testAuth(): {
  audiences: (string | undefined)[]
  headers(audience: string | undefined): Promise<Record<string, string>>
} {
  const audiences: (string | undefined)[] = []
  return {
    audiences,
    headers: async (audience) => {
      audiences.push(audience)
      return { authorization: 'Bearer test' }
    },
  }
}
