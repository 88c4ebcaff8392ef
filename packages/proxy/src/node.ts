import type { IncomingMessage, ServerResponse } from 'node:http'

/** A listener for `http.createServer`. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void

/** A caller that still sends would not see the answer: the rest of its body is read, and thrown away, up to here. */
const MAX_DRAINED_BYTES = 16 * 1024 * 1024

/**
 * Serves a fetch handler with Node's HTTP server. Both bodies are streamed at the other side's pace, and a caller that
 * goes away aborts the request's signal.
 *
 * The request's URL has the host `localhost`, whatever the caller says in `Host`. A request line that names a host itself
 * is answered with 400.
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
  return (request, response) => void serve(handler, request, response)
}

async function serve(
  handler: (request: Request) => Response | Promise<Response>,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  let request: Request | undefined
  try {
    request = toRequest(message, gone.signal)
  } catch {
    // A method or a target that no Request can have.
  }
  try {
    await send(request ? await handler(request) : new Response(null, { status: 400 }), message, response)
  } catch {
    // Before the head, there is still something to say; after it, a broken answer must not look complete.
    if (response.headersSent) response.destroy()
    else response.writeHead(500, { connection: 'close' }).end()
  }
  drain(message)
}

function toRequest(message: IncomingMessage, signal: AbortSignal): Request | undefined {
  const { method = 'GET', url = '' } = message
  if (!url.startsWith('/')) return undefined
  const headers = new Headers()
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal }
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = toStream(message)
    init.duplex = 'half'
  }
  return new Request(`http://localhost${url}`, init)
}

/** Not `Readable.toWeb`: cancelling that ends the connection, and with it the answer. */
function toStream(message: IncomingMessage): ReadableStream<Uint8Array> {
  let open = true
  return new ReadableStream<Uint8Array>({
    start(controller) {
      message.pause()
      message.on('data', (chunk: Uint8Array) => {
        if (!open) return
        controller.enqueue(chunk)
        if ((controller.desiredSize ?? 0) <= 0) message.pause()
      })
      message.once('end', () => {
        if (open) controller.close()
        open = false
      })
      message.once('close', () => {
        if (open) controller.error(new Error('The request broke off'))
        open = false
      })
    },
    pull() {
      message.resume()
    },
    cancel() {
      open = false
      message.pause()
    },
  })
}

async function send(answer: Response, message: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of answer.headers) response.appendHeader(name, value)
  // What is left of the request's body is not read by anybody: the connection is of no further use.
  if (!message.complete) response.setHeader('connection', 'close')
  response.writeHead(answer.status)
  const reader = answer.body?.getReader()
  if (reader) {
    response.on('close', () => void reader.cancel().catch(() => {}))
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      if (!response.write(value)) await drained(response)
      if (response.destroyed) return
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

function drain(message: IncomingMessage): void {
  if (message.complete) return
  let length = 0
  message.on('data', (chunk: Uint8Array) => {
    length += chunk.byteLength
    if (length > MAX_DRAINED_BYTES) message.destroy()
  })
  message.resume()
}
