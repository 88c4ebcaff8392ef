// biome-ignore lint/correctness/noNodejsModules: this sub-path is the HTTP server, which is Node's (Deno and Bun have it too)
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from './create-emulator.ts'
import type { Emulator } from './emulator.ts'
import { hostInUrl } from './host.ts'
import { type EmulatorOptions, readOrigin } from './options.ts'
import { SOURCE_HEADER } from './token/token-endpoint.ts'

/** Options of {@link serve}: those of the emulator, and where to listen. */
export interface ServeOptions extends EmulatorOptions {
  /** Port to listen on; 0 picks a free one. @defaultValue `0` */
  readonly port?: number | undefined
  /**
   * Address to listen on. With any address other than loopback, other machines can use the emulator, which has no real
   * security.
   *
   * @defaultValue `127.0.0.1`
   */
  readonly host?: string | undefined
  /**
   * Scheme, host and port that callers use, such as `http://camunda:8088` between containers. All addresses that the
   * emulator returns begin with it.
   *
   * @defaultValue host and port of the server; 127.0.0.1 for a server that listens on all addresses
   */
  readonly origin?: string | undefined
}

/** A running server. */
export interface EmulatorServer extends AsyncDisposable {
  readonly emulator: Emulator
  /** The emulator's origin. */
  readonly url: string
  readonly port: number
  /** Stops the server and closes all its connections. You can call it more than once. */
  close(): Promise<void>
}

const MAX_BODY_BYTES = 16 * 1024 * 1024
// A caller that is still sending would not read the response, so up to this much of the rest is read and discarded.
const MAX_READ_BYTES = 4 * MAX_BODY_BYTES

/**
 * Serves an emulator over HTTP, on the loopback address unless you set another: its data is invented, but anyone who
 * can reach it can use it.
 *
 * @throws the server's error if it cannot listen on this host and port; TypeError for an invalid option.
 * @example
 * const server = await serve()
 * const response = await fetch(`${server.url}/console/meta/ip-ranges`)
 * await server.close()
 */
export async function serve({ port = 0, host = '127.0.0.1', ...options }: ServeOptions = {}): Promise<EmulatorServer> {
  // By default, Node would listen on all addresses.
  if (host === '') throw new TypeError('host must be an address to listen on.')
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const close = (): Promise<void> => end(server)
  const bound = (server.address() as AddressInfo).port
  try {
    const origin = readOrigin(options.origin ?? `http://${hostInUrl(host)}:${bound}`)
    const emulator = createEmulator({ ...options, origin })
    server.on('request', (request, response) => void answer(emulator, origin, request, response))
    return { emulator, url: origin, port: bound, close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
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
    // A planned disconnect rejects, as fetch does when a server is down. The connection just ends.
    if (error instanceof TypeError && error.message === 'fetch failed') response.destroy()
    else response.writeHead(error instanceof BadRequest ? 400 : 500).end()
  }
}

class BadRequest extends Error {
  override name = 'BadRequest'
}

/** Returns undefined for a body that is too large. */
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
  // Not the caller's own header: the limit applies to the address that the request actually came from.
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
    // An error means that it is already closed.
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
