import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { operateApi } from '@x/operate'
import { operations } from '@x/operate/operations'
import { listen as listenOnLoopback, type Received, startServer } from 'test-servers'
import { onTestFinished } from 'vitest'
import { createProxy, type ProxiedApi, type ProxyEvent, type ProxyOptions } from '../src/index.ts'
import { type NodeListener, toNodeListener } from '../src/node.ts'

/** The origin that the pages of the tests have. */
export const ORIGIN = 'https://app.example.com'

/** What a script of our own page sends, besides the cookie. */
export const pageHeaders: Readonly<Record<string, string>> = {
  origin: ORIGIN,
  'sec-fetch-site': 'same-origin',
  'x-csrf': '1',
}

/** Serves on loopback for one test. */
export async function listen(listener: RequestListener): Promise<{ port: number }> {
  const { port, close } = await listenOnLoopback(createServer(listener))
  onTestFinished(close)
  return { port }
}

export interface Setup {
  readonly proxy: (request: Request) => Promise<Response>
  readonly port: number
  /** What reached upstream. */
  readonly received: Received[]
  readonly events: ProxyEvent[]
  /** Calls with all that an honest page sends, unless `headers` says otherwise. */
  call(path: string, init?: RequestInit & { duplex?: 'half' }): Promise<Response>
  /** Sends these bytes, and gives all that comes back until the connection ends. */
  raw(...lines: string[]): Promise<string>
}

/** What the proxy is behind: middleware, a framework. */
export type Front = (listener: NodeListener) => RequestListener

type StartOptions = Partial<ProxyOptions> & {
  readonly upstream?: (request: Received, response: ServerResponse) => unknown
  readonly operate?: Partial<ProxiedApi>
  readonly front?: Front
}

/** A proxy over HTTP, in front of an upstream that writes down what reaches it. */
export async function startProxy({
  upstream = (_request, response) =>
    response.setHeader('content-type', 'application/json').end('{"items":[],"total":0}'),
  operate,
  front = (listener) => listener,
  ...options
}: StartOptions = {}): Promise<Setup> {
  const behind = await startServer((request, response) => {
    upstream(request, response)
  })
  onTestFinished(behind.close)
  const events: ProxyEvent[] = []
  const proxy = createProxy({
    basePath: '/camunda',
    origins: [ORIGIN],
    session: () => true,
    onEvent: (event) => events.push(event),
    ...options,
    apis: {
      operate: {
        ...operateApi,
        baseUrl: `${behind.url}/cluster`,
        auth: { headers: async () => ({ authorization: 'Bearer upstream-token' }) },
        operations,
        allow: [
          'processInstances.search',
          'processInstances.get',
          'processDefinitions.getXml',
          'decisionInstances.get',
        ],
        ...operate,
      },
      ...options.apis,
    },
  })
  const { port } = await listen(front(toNodeListener(proxy)))
  return {
    proxy,
    port,
    received: behind.received,
    events,
    call: (path, init) =>
      fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', headers: pageHeaders, ...init }),
    raw: (...lines) => sendRaw(port, lines.join('\r\n')),
  }
}

function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('latin1')
    socket.on('data', (data) => {
      answer += data
    })
    // A reset after the answer is an end, too.
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
  })
}

/** The lines of a request that has all that an honest page sends. */
export function requestLines(requestLine: string, ...headers: string[]): string[] {
  const page = Object.entries(pageHeaders).map(([name, value]) => `${name}: ${value}`)
  return [`${requestLine} HTTP/1.1`, 'Host: app.example.com', ...page, ...headers, 'Connection: close', '', '']
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
