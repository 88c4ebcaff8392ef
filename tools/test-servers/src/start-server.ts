import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from './listen.ts'

/** A received request. */
export interface Received {
  readonly method: string
  /** Path and query, still encoded. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Empty if there was none. Not parsed, so that tests can compare its digits. */
  readonly body: string
}

export interface Reply {
  /** 200 by default. */
  readonly status?: number | undefined
  readonly headers?: Readonly<Record<string, string | readonly string[]>> | undefined
  /** A string is sent unchanged, and anything else as JSON, with its content type. Empty by default. */
  readonly body?: unknown
}

/**
 * Decides how the server responds. Without a reply, handle `response` yourself: write to it, destroy it, or let the
 * client wait.
 */
export type Respond = (request: Received, response: ServerResponse) => Reply | undefined | Promise<Reply | undefined>

export interface TestServer {
  /** Without a slash at the end. */
  readonly url: string
  readonly port: number
  /** All requests whose body has arrived, in order. */
  readonly received: Received[]
  /** Returns the number of opened connections. */
  connections(): number
  /** Also ends all connections. */
  close(): Promise<void>
}

/** Starts an HTTP server on loopback that records what it receives. Close it yourself. */
export async function startServer(respond: Respond): Promise<TestServer> {
  const received: Received[] = []
  let connections = 0
  const server = createServer(async (request, response) => {
    const entry = await receive(request)
    received.push(entry)
    const reply = await respond(entry, response)
    if (reply) send(response, reply)
  })
  server.on('connection', () => connections++)
  const { port, close } = await listen(server)
  return { url: `http://127.0.0.1:${port}`, port, received, connections: () => connections, close }
}

/** Resolves when the body is complete; never, if the client aborts before. */
function receive(request: IncomingMessage): Promise<Received> {
  const { method = '', url = '', headers } = request
  let body = ''
  request.setEncoding('utf8').on('data', (part) => {
    body += part
  })
  return new Promise((resolve) => request.on('end', () => resolve({ method, path: url, headers, body })))
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Reply): void {
  const isText = typeof body === 'string'
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (!isText && !response.hasHeader('content-type')) response.setHeader('content-type', 'application/json')
  response.writeHead(status).end(isText ? body : JSON.stringify(body))
}
