import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

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
  const server: Server = createServer(async (message, response) => {
    let raw = ''
    for await (const chunk of message) raw += chunk
    const form = Object.fromEntries(new URLSearchParams(raw))
    const request = { at: performance.now(), headers: message.headers, form, raw }
    requests.push(request)
    await started.answer(response, request, requests.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const started: TokenServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth/token`,
    requests,
    answer,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return started
}
