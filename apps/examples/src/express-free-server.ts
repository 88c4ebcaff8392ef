import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import process from 'node:process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createOperateClient } from '@x/operate'
import { createIncidentsHandler } from './edge-handler.ts'

/** Runs a handler that was written for the edge on Node's own HTTP server, without a framework. */
export function toListener(handle: (request: Request) => Promise<Response>): RequestListener {
  return async (incoming, outgoing) => {
    const gone = new AbortController()
    outgoing.on('close', () => gone.abort())
    try {
      const response = await handle(toRequest(incoming, gone.signal))
      for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
      outgoing.writeHead(response.status)
      await pipeline(response.body ?? [], outgoing)
    } catch (error) {
      if (gone.signal.aborted) return
      console.error(error)
      if (!outgoing.headersSent) outgoing.writeHead(500)
      outgoing.end()
    }
  }
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', url = '/', headersDistinct } = incoming
  const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  )
  const body =
    method === 'GET' || method === 'HEAD' ? {} : { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }
  // Neither the Host header nor a host in the path: callers control both.
  return new Request(`http://localhost${url.startsWith('/') ? url : '/'}`, { method, headers, signal, ...body })
}

/** Serves the incidents of the cluster in the variables, on this machine only. */
export function startServer(variables: NodeJS.ProcessEnv, port: number): Server {
  const cluster = readClusterCredentials(variables)
  const operate = createOperateClient({ auth: createOAuth(cluster), baseUrl: cluster.operateUrl })
  return createServer(toListener(createIncidentsHandler(operate.incidents))).listen(port, '127.0.0.1')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const server = startServer(process.env, Number(process.env.PORT ?? 3000))
  server.on('listening', () =>
    console.log('http://127.0.0.1:%d/incidents', (server.address() as { port: number }).port),
  )
}
