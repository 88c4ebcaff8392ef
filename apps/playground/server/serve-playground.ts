import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { TokenStorage } from '@x/auth'
import { toNodeListener } from '@x/proxy/node'
import type { ApiCredentials } from '../src/apis.ts'
import { PROXY_INFO_PATH, type ProxyInfo } from '../src/connection/proxy-info.ts'
import { createCamundaProxy, PROXY_PATH } from './camunda-proxy.ts'
import { lookUpCluster } from './connection-info.ts'
import { createSession } from './session.ts'
import { serveFiles } from './static-files.ts'

/** A playground that is being served on this machine. */
export interface ServedPlayground {
  /** To open in a browser. Whoever has it can call what is behind the proxy. */
  readonly url: string
  close(): Promise<void>
}

export interface ServeOptions {
  /** @defaultValue the built page */
  readonly folder?: string | undefined
  /** Where another process listens there, a free one is taken. @defaultValue a free one */
  readonly port?: number | undefined
  /** The page connects to what they are for, through a proxy at `/camunda`; without them there is none. */
  readonly credentials?: ApiCredentials | undefined
  /** Whether the page may also change something through the proxy. @defaultValue `false` */
  readonly allowWrites?: boolean | undefined
  /** Where the proxy keeps tokens. @defaultValue memory of its own */
  readonly storage?: TokenStorage | undefined
  /** Told about each file that a browser asks for. */
  readonly onFile?: ((path: string, response: Response) => void) | undefined
}

/** Serves the built page on loopback, with a backend-for-frontend beside it where there are credentials. */
export async function servePlayground(options: ServeOptions = {}): Promise<ServedPlayground> {
  const { port = 0, credentials, allowWrites = false, storage } = options
  const { folder = process.env.PLAYGROUND_DIST ?? fileURLToPath(new URL('../dist', import.meta.url)) } = options
  if (!existsSync(folder)) throw new Error('The playground is not built: run `pnpm --filter playground build`.')
  let answer: Handler = async () => new Response(null, { status: 503 })
  const server = createServer(toNodeListener((request) => answer(request)))
  const listen = (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => server.once('error', reject).listen(wanted, '127.0.0.1', resolve))
  await listen(port).catch(() => listen(0))

  const { port: taken } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${taken}`
  const files = serveFiles(folder, credentials && PROXY_PATH)
  answer = async (request) => {
    const response = await files(request)
    options.onFile?.(new URL(request.url).pathname, response.clone())
    return response
  }
  let path = '/'
  if (credentials) {
    const session = createSession(taken)
    const proxy = await createCamundaProxy({ credentials, origin, session: session.read, allowWrites, storage })
    const { organizationAuth } = proxy
    // Begun now, so that the page need not wait for it.
    const found = lookUpCluster({ credentials, organizationAuth, storage })
    const info = async (request: Request): Promise<Response> => {
      const hasSession = session.read(request)
      const nothing: ProxyInfo = { hasSession, name: '', allowWrites: false, apis: [], version: undefined }
      const known: ProxyInfo = hasSession ? { hasSession, allowWrites, apis: proxy.apis, ...(await found) } : nothing
      return Response.json(known, { headers: { 'cache-control': 'no-store' } })
    }
    answer = withProxy(answer, proxy.answer, info, session.open)
    path = session.openPath
  }
  return {
    url: `${origin}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Handler = (request: Request) => Promise<Response>

function withProxy(
  files: Handler,
  proxy: Handler,
  info: Handler,
  open: (request: Request) => Response | undefined,
): Handler {
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith(`${PROXY_PATH}/`)) return proxy(request)
    if (pathname === PROXY_INFO_PATH) return info(request)
    return open(request) ?? files(request)
  }
}
