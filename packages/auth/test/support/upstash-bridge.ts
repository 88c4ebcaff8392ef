import type { Redis } from 'ioredis'
import { startServer } from 'test-servers'

export interface UpstashBridge {
  readonly url: string
  readonly token: string
  close(): Promise<void>
}

/** A real Redis behind the HTTP interface of Upstash: one command, or a pipeline of them, as JSON arrays. */
export async function startUpstashBridge(redis: Redis): Promise<UpstashBridge> {
  const token = 'bridge-token'
  const { url, close } = await startServer(async ({ path, headers, body }) => {
    const encode = headers['upstash-encoding'] === 'base64' ? toBase64 : (result: unknown) => result
    const run = ([name = '', ...args]: string[]): Promise<{ result?: unknown; error?: string }> =>
      redis.call(name, ...args).then(
        (result) => ({ result: encode(result) }),
        (error) => ({ error: error.message }),
      )
    const orders = JSON.parse(body)
    if (headers.authorization !== `Bearer ${token}`) return { status: 401, body: { error: 'Unauthorized' } }
    const isPipeline = path === '/pipeline'
    const replies = await Promise.all((isPipeline ? orders : [orders]).map(run))
    if (isPipeline) return { body: replies }
    return { status: replies[0]?.error ? 400 : 200, body: replies[0] }
  })
  return { url, token, close }
}

/** Upstash encodes what is text, `OK` excepted. */
function toBase64(result: unknown): unknown {
  return typeof result === 'string' && result !== 'OK' ? Buffer.from(result).toString('base64') : result
}
