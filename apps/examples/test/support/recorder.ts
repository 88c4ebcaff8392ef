import type { IncomingHttpHeaders } from 'node:http'
import { startServer } from 'test-servers'
import { onTestFinished } from 'vitest'

export interface Recorded {
  readonly headers: IncomingHttpHeaders
  /** The parameters of a form body. */
  readonly form: Readonly<Record<string, string>>
}

export interface Recorder {
  readonly url: string
  /** Method and path of each request. */
  readonly paths: readonly string[]
  readonly requests: readonly Recorded[]
}

/** Starts a server on loopback that records how clients authenticate, and returns no items for any search. */
export async function startRecorder(): Promise<Recorder> {
  const paths: string[] = []
  const requests: Recorded[] = []
  const { url, close } = await startServer(({ method, path, headers, body }) => {
    const isForm = headers['content-type']?.includes('urlencoded')
    const form: Record<string, string> = isForm ? Object.fromEntries(new URLSearchParams(body)) : {}
    paths.push(`${method} ${path}`)
    requests.push({ headers, form })
    const session = path.endsWith('/login') && { 'set-cookie': 'OPERATE-SESSION=one; Path=/; HttpOnly' }
    const isTokenRequest = form.grant_type !== undefined
    return {
      headers: { 'x-csrf-token': 'csrf', ...session },
      body: isTokenRequest ? { access_token: 'token', expires_in: 300 } : { items: [], total: 0 },
    }
  })
  onTestFinished(close)
  return { url, paths, requests }
}
