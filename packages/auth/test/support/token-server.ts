import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { startServer } from 'test-servers'

export interface TokenRequest {
  readonly at: number
  readonly headers: IncomingHttpHeaders
  readonly form: Record<string, string>
  readonly raw: string
}

export type Answer = (response: ServerResponse, request: TokenRequest, count: number) => void | Promise<void>

export interface TokenServer {
  readonly url: string
  readonly requests: TokenRequest[]
  answer: Answer
  close(): Promise<void>
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** Grants `token-1`, `token-2` and so on. */
export const grant =
  (expiresIn: unknown = 3600): Answer =>
  (response, _request, count) =>
    json(response, 200, { access_token: `token-${count}`, expires_in: expiresIn, token_type: 'Bearer' })

/** A real token endpoint on loopback that counts. */
export async function startTokenServer(answer: Answer = grant()): Promise<TokenServer> {
  const requests: TokenRequest[] = []
  const { url, close } = await startServer(async ({ headers, body }, response) => {
    const form = Object.fromEntries(new URLSearchParams(body))
    const request = { at: performance.now(), headers, form, raw: body }
    requests.push(request)
    await started.answer(response, request, requests.length)
    return undefined
  })
  const started: TokenServer = { url: `${url}/oauth/token`, requests, answer, close }
  return started
}
