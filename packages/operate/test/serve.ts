import { startServer } from 'test-servers'
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
  const { url, close } = await startServer(async ({ method, path, headers: { authorization }, body }) => {
    const entry: Received = { method, path, authorization, body }
    const { status, type = 'application/json', body: answer } = await reply(entry, received.push(entry) - 1)
    return { status, headers: { 'content-type': type }, body: answer }
  })
  onTestFinished(close)
  return { baseUrl: url, received }
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
