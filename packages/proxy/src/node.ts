import type { ServerResponse } from 'node:http'
import type { Http2ServerResponse } from 'node:http2'
import { findBody, type NodeRequest } from './node-body.ts'

export type { NodeRequest } from './node-body.ts'

/** A listener for `createServer` of `node:http` and `node:https`, `createSecureServer` of `node:http2`, and Express's `use`. */
export type NodeListener = (request: NodeRequest, response: ServerResponse | Http2ServerResponse) => void

/**
 * A client that is still sending does not see the response, so the rest of its body is read and discarded, up to this
 * size.
 */
const MAX_DRAINED_BYTES = 16 * 1024 * 1024

/**
 * Serves a fetch handler with Node's HTTP, HTTPS or HTTP/2 server. Both bodies are streamed at the other side's pace, and
 * the request's signal is aborted when the client goes away.
 *
 * The request's URL has the host `localhost`, whatever the client sends in `Host`; a request line with a host is 400.
 * Its path is `originalUrl` if a framework such as Express sets it, so a mount path is kept.
 *
 * If the body was read before, its bytes are taken from `rawBody` or `body`. Without them, or after `setEncoding` with
 * an encoding other than UTF-8, the request's body is used (`bodyUsed`), and the proxy responds with 500: mount it
 * before body parsers.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 * import { toNodeListener } from '@x/proxy/node'
 *
 * createServer(toNodeListener(async () => new Response('hello'))).listen(8080)
 * ```
 */
export function toNodeListener(handler: (request: Request) => Response | Promise<Response>): NodeListener {
  return (request, response) => void serve(handler, request, response as ServerResponse)
}

async function serve(
  handler: (request: Request) => Response | Promise<Response>,
  message: NodeRequest,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  const leave = (): void => {
    if (!response.writableEnded) gone.abort()
  }
  if (message.aborted) leave()
  response.on('close', leave)
  // Over HTTP/2, 'close' waits until the request's body has been read.
  message.on('aborted', leave)
  let request: Request | undefined
  try {
    request = toRequest(message, gone.signal)
  } catch {
    // A method, a target or a header that a Request cannot have.
  }
  try {
    await send(request ? await handler(request) : new Response(null, { status: 400 }), message, response, gone.signal)
  } catch {
    fail(response)
  }
  drain(message)
}

/** After the head, a broken response must not look complete. */
function fail(response: ServerResponse): void {
  try {
    if (!response.headersSent) return void response.writeHead(500).end()
    response.destroy()
  } catch {
    // The client is gone.
  }
}

function toRequest(message: NodeRequest, signal: AbortSignal): Request | undefined {
  const { method = 'GET' } = message
  const { originalUrl, url = '' } = message as { originalUrl?: unknown; url?: string }
  const path = typeof originalUrl === 'string' ? originalUrl : url
  if (!path.startsWith('/')) return undefined
  const init: RequestInit & { duplex: 'half' } = { method, headers: toHeaders(message), signal, duplex: 'half' }
  const found = method === 'GET' || method === 'HEAD' ? {} : findBody(message)
  if (found === 'lost') init.body = new ReadableStream()
  else if (found.body !== undefined) init.body = found.body as BodyInit
  const request = new Request(`http://localhost${path}`, init)
  if (found === 'lost') void request.body?.cancel()
  return request
}

/** Returns every header as often as it was sent, except the pseudo-headers of HTTP/2, such as `:path`. */
function toHeaders({ rawHeaders, headers: joined }: NodeRequest): Headers {
  const headers = new Headers()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2)
    if (!name.startsWith(':')) headers.append(name, value)
  }
  // HTTP/2 splits cookies, and not every Headers joins them with a semicolon again.
  if (joined.cookie !== undefined) headers.set('cookie', joined.cookie)
  return headers
}

async function send(
  answer: Response,
  message: NodeRequest,
  response: ServerResponse,
  gone: AbortSignal,
): Promise<void> {
  for (const [name, value] of answer.headers) response.appendHeader(name, value)
  // The rest of the request's body stays unread, so the connection cannot be reused. HTTP/2 has no such header.
  if (!message.complete && message.httpVersionMajor < 2) response.setHeader('connection', 'close')
  response.writeHead(answer.status)
  const reader = answer.body?.getReader()
  if (reader) {
    const stop = (): void => void reader.cancel().catch(() => {})
    if (gone.aborted) stop()
    else gone.addEventListener('abort', stop)
    for (;;) {
      const { done, value } = await reader.read()
      if (gone.aborted) return
      if (done) break
      if (!response.write(value)) await drained(response)
    }
  }
  response.end()
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.on('drain', done)
    response.on('close', done)
  })
}

function drain(message: NodeRequest): void {
  if ('stream' in message) {
    // HTTP/2 can end a request without its connection. @see RFC 9113, section 8.1
    if (!message.complete) message.stream?.close()
    return void message.resume()
  }
  if (message.complete) return
  let length = 0
  message.on('data', (chunk: Uint8Array | string) => {
    length += chunk.length
    if (length > MAX_DRAINED_BYTES) message.destroy()
  })
  message.resume()
}
