import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Redis } from 'ioredis'

export interface UpstashBridge {
  readonly url: string
  readonly token: string
  close(): Promise<void>
}

/** A real Redis behind the HTTP interface of Upstash: one command, or a pipeline of them, as JSON arrays. */
export async function startUpstashBridge(redis: Redis): Promise<UpstashBridge> {
  const token = 'bridge-token'
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const encode = request.headers['upstash-encoding'] === 'base64' ? toBase64 : (result: unknown) => result
    const run = ([name = '', ...args]: string[]): Promise<{ result?: unknown; error?: string }> =>
      redis.call(name, ...args).then(
        (result) => ({ result: encode(result) }),
        (error) => ({ error: error.message }),
      )
    const orders = JSON.parse(body)
    let [status, answer]: [number, unknown] = [401, { error: 'Unauthorized' }]
    if (request.headers.authorization === `Bearer ${token}`) {
      const isPipeline = request.url === '/pipeline'
      const replies = await Promise.all((isPipeline ? orders : [orders]).map(run))
      answer = isPipeline ? replies : replies[0]
      status = !isPipeline && replies[0]?.error ? 400 : 200
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Upstash encodes what is text, `OK` excepted. */
function toBase64(result: unknown): unknown {
  return typeof result === 'string' && result !== 'OK' ? Buffer.from(result).toString('base64') : result
}
