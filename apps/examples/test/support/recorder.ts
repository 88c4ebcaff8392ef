import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Recorded {
  readonly headers: IncomingHttpHeaders
  /** Of a form body. */
  readonly form: Readonly<Record<string, string>>
}

export interface Recorder {
  readonly url: string
  /** Method and path of each request. */
  readonly paths: readonly string[]
  readonly requests: readonly Recorded[]
}

/** A server on loopback that notes how clients prove who they are, and that finds nothing in each search. */
export async function startRecorder(): Promise<Recorder> {
  const paths: string[] = []
  const requests: Recorded[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const form = request.headers['content-type']?.includes('urlencoded')
      ? Object.fromEntries(new URLSearchParams(body))
      : {}
    paths.push(`${request.method} ${request.url}`)
    requests.push({ headers: request.headers, form })
    response.setHeader('content-type', 'application/json')
    response.setHeader('x-csrf-token', 'csrf')
    if (request.url?.endsWith('/login')) response.setHeader('set-cookie', 'OPERATE-SESSION=one; Path=/; HttpOnly')
    const isTokenRequest = form.grant_type !== undefined
    const answer = isTokenRequest ? { access_token: 'token', expires_in: 300 } : { items: [], total: 0 }
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, paths, requests }
}
