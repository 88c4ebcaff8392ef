// biome-ignore lint/correctness/noNodejsModules: this sub-path is the HTTP server, which is Node's (Deno and Bun have it too)
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator, type Emulator } from './emulator.ts'
import type { EmulatorOptions } from './options.ts'
import { SOURCE_HEADER } from './token/token-endpoint.ts'

/** Settings of {@link serve}: those of the emulator, whose origin is the server's. */
export interface ServeOptions extends Omit<EmulatorOptions, 'origin'> {
  /** Port on 127.0.0.1; 0 takes a free one. @defaultValue `0` */
  readonly port?: number | undefined
}

/** A running server. */
export interface EmulatorServer extends AsyncDisposable {
  readonly emulator: Emulator
  /** Scheme, host and port: the emulator's origin. */
  readonly url: string
  readonly port: number
  /** Ends the server and all its connections. May be called again. */
  close(): Promise<void>
}

const MAX_BODY_BYTES = 16 * 1024 * 1024
// A caller that still sends would not see the answer: the rest is read, and thrown away, up to here.
const MAX_READ_BYTES = 4 * MAX_BODY_BYTES

/**
 * Serves an emulator over HTTP, on the loopback address only: what it holds is invented, but it answers everybody who
 * can reach it.
 *
 * @throws the server's error when the port is taken or not allowed.
 * @example
 * const server = await serve()
 * const response = await fetch(`${server.url}/console/meta/ip-ranges`)
 * await server.close()
 */
export async function serve({ port = 0, ...options }: ServeOptions = {}): Promise<EmulatorServer> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  const bound = (server.address() as AddressInfo).port
  const url = `http://127.0.0.1:${bound}`
  const emulator = createEmulator({ ...options, origin: url })
  server.on('request', (request, response) => void answer(emulator, url, request, response))
  const close = (): Promise<void> => end(server)
  return { emulator, url, port: bound, close, [Symbol.asyncDispose]: close }
}

async function answer(
  emulator: Emulator,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  try {
    const body = await readBody(request)
    if (body === undefined) {
      response.writeHead(413).end()
      return
    }
    await send(await emulator.fetch(toRequest(origin, request, body, gone.signal)), response)
  } catch (error) {
    if (response.destroyed || response.headersSent) return
    // A planned disconnect rejects as fetch does when a server is gone; so be it.
    if (error instanceof TypeError && error.message === 'fetch failed') response.destroy()
    else response.writeHead(error instanceof BadRequest ? 400 : 500).end()
  }
}

class BadRequest extends Error {
  override name = 'BadRequest'
}

/** Undefined for a body that is too long. */
async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > MAX_READ_BYTES) request.socket.destroy()
    if (length > MAX_BODY_BYTES) chunks.length = 0
    else chunks.push(chunk)
  }
  if (length > MAX_BODY_BYTES) return undefined
  const body = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    body.set(chunk, offset)
    offset += chunk.length
  }
  return body
}

function toRequest(
  origin: string,
  request: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Request {
  const { method = 'GET', url = '/' } = request
  const headers = new Headers()
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  // Not what the caller says it is: the limit goes by the address the request really came from.
  headers.set(SOURCE_HEADER, request.socket.remoteAddress ?? 'unknown')
  try {
    const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD'
    return new Request(`${origin}${url}`, { method, headers, signal, ...(hasBody && { body }) })
  } catch (cause) {
    throw new BadRequest('The request line cannot be read.', { cause })
  }
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  const body = new Uint8Array(await answer.arrayBuffer())
  for (const [name, value] of answer.headers) response.appendHeader(name, value)
  response.writeHead(answer.status).end(body)
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // An error means that it is closed already.
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
