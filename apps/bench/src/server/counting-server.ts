// A token endpoint and an API on loopback that count requests, in a separate process. Each run has its own addresses,
// so that many runs can share one server without affecting each other's counts.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveOrders } from '../child/ask.ts'
import { instanceKey } from '../client.ts'
import { operatePage, orchestrationInstance, orchestrationPage, pageItems } from '../speed/pages.ts'
import type { Counts, Plan, ServerOrder } from './plan.ts'

interface Run {
  readonly plan: Plan
  readonly counts: { -readonly [Name in keyof Counts]: number }
  startedAt: number
  /** The first granted token. */
  first?: string | undefined
  firstUses: number
}

const runs = new Map<string, Run>()
const tokens = new Map<string, { readonly run: Run; readonly expiresAt: number }>()
let serial = 0

const instance = {
  key: Number(instanceKey),
  processVersion: 3,
  bpmnProcessId: 'order-fulfilment',
  startDate: '2026-01-01T08:00:00.000+0000',
  state: 'ACTIVE',
  incident: false,
  processDefinitionKey: 2251799813685300,
  tenantId: '<default>',
}
const answers = {
  v1: JSON.stringify(instance),
  v2: JSON.stringify({ ...orchestrationInstance(0), processInstanceKey: instanceKey }),
}
const pages = { v1: operatePage(pageItems), v2: orchestrationPage(pageItems) }

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers?: Record<string, string> | undefined
}

const server = createServer(async (request, response) => {
  const [, id = '', place, path, , verb] = (request.url ?? '').split('/')
  const run = runs.get(id)
  const version = path === 'v2' ? path : 'v1'
  if (place === 'api') send(response, run && answerApi(run, (verb === 'search' ? pages : answers)[version], request))
  else {
    let body = ''
    for await (const chunk of request) body += chunk
    const isRight = new URLSearchParams(body).get('client_secret') === 'right'
    const answer = run && (await answerToken(run, isRight))
    if (answer) send(response, answer)
  }
})
// A run may pause longer than Node's default of 5 s, and closing connections unexpectedly would test something else.
server.keepAliveTimeout = 120_000

function answerApi(run: Run, body: string, { headers }: IncomingMessage): Answer {
  const { counts, plan } = run
  counts.apiCalls++
  const text = headers.authorization
  if (!text) counts.apiUnauthenticated++
  const token = tokens.get(text ?? '')
  if (token && token.run !== run) counts.apiForeign++
  else if (token && token.expiresAt <= Date.now()) counts.apiExpired++
  else if (token && !(plan.revoke && text === run.first && ++run.firstUses > 1)) return { status: 200, body }
  return { status: 401, body: '{"title":"Unauthorized","status":401}' }
}

/** Returns `undefined` for no response at all. */
async function answerToken(run: Run, isRight: boolean): Promise<Answer | undefined> {
  const { counts, plan } = run
  const { fail, format = 'jwt', lifetimeS, sayLifetime = true, refreshMs } = plan
  counts.tokenRequests++
  run.startedAt ||= Date.now()
  const isOver = fail?.forMs !== undefined && Date.now() >= run.startedAt + fail.forMs
  if (fail && !isOver && (run.first || !fail.afterFirstToken)) {
    if (fail.status === 'hang') return undefined
    const after = fail.retryAfterS
    return { status: fail.status, body: '{}', headers: after === undefined ? {} : { 'retry-after': `${after}` } }
  }
  if (!isRight) return { status: 401, body: '{"error":"invalid_client"}' }
  if (format === 'malformed') return { status: 200, body: '<html>' }
  if (refreshMs && run.first) await new Promise((resolve) => setTimeout(resolve, refreshMs))
  counts.tokensGranted++
  const token = format === 'opaque' ? `opaque-${++serial}` : jwt(lifetimeS)
  run.first ??= `Bearer ${token}`
  tokens.set(`Bearer ${token}`, { run, expiresAt: Date.now() + lifetimeS * 1000 })
  const grant = { access_token: token, token_type: 'Bearer', ...(sayLifetime && { expires_in: lifetimeS }) }
  return { status: 200, body: JSON.stringify(grant) }
}

/** The signature is never checked here, and clients only read the claims. */
function jwt(lifetimeS: number): string {
  const iat = Math.floor(Date.now() / 1000)
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { iss: 'http://127.0.0.1', sub: 'bench', jti: String(++serial), iat, exp: iat + lifetimeS }
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${'s'.repeat(340)}`
}

function send(response: ServerResponse, { status, body, headers }: Answer = { status: 404, body: '{}' }): void {
  const length = String(Buffer.byteLength(body))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': length, ...headers }).end(body)
}

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
serveOrders<ServerOrder>(({ do: what, run: id, plan }) => {
  if (what === 'open' && plan) {
    const counts = {
      tokenRequests: 0,
      tokensGranted: 0,
      apiCalls: 0,
      apiUnauthenticated: 0,
      apiExpired: 0,
      apiForeign: 0,
    }
    runs.set(id, { plan, counts, startedAt: 0, firstUses: 0 })
  }
  if (what === 'counts') return runs.get(id)?.counts
  if (what === 'close') runs.delete(id)
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
})
