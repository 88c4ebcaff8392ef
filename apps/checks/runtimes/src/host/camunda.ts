import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Counts, JobState, Order } from '../suite/controls.ts'
import type { Setup } from '../suite/place.ts'
import { createBackend } from './backend.ts'
import { createJobs } from './jobs.ts'
import type { Project } from './project.ts'

/** An emulator on loopback for one run of the suite, with a server that controls it. */
export interface Camunda {
  readonly setup: Setup
  /** The same on one origin with the page, since Camunda sends no CORS headers. */
  readonly page: { readonly url: string; readonly setup: Setup }
  /** Secrets that must not appear in any output. */
  readonly secrets: readonly string[]
  /** The script of the page. */
  script: string
  readonly close: () => Promise<void>
}

/**
 * Paths below this one are the runner's own. `@x/proxy` is at `/camunda`, and the rest of the page's origin is the
 * emulator.
 */
const OWN = '/runtimes'
const JOBS = `${OWN}/jobs`
const PAGE = `<!doctype html><meta charset="utf-8"><title>Runtimes</title><script src="${OWN}/script.js"></script>`

/** The emulator also comes from the project, since it is one of the packages. */
export async function startCamunda(project: Project): Promise<Camunda> {
  const { serve } = (await project.import('@x/emulator/node')) as typeof import('@x/emulator/node')
  const { emulator, url, close } = await serve({ rateLimit: false })
  const jobs = createJobs()

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', url)
    if (pathname.startsWith('/camunda/')) return backend(request, response)
    if (!pathname.startsWith(OWN)) return passOn(url, request, response)
    if (pathname.startsWith(`${JOBS}/`)) return jobs.respond(request, response, pathname.slice(JOBS.length))
    if (pathname === `${OWN}/control`) {
      const answer = obey(JSON.parse(await text(request)))
      return response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    }
    const [type, body] = pathname === OWN ? ['text/html', PAGE] : ['text/javascript', camunda.script]
    response.setHeader('content-type', `${type}; charset=utf-8`).end(body)
  })

  function obey(order: Order): Counts | JobState[] {
    if (order.do === 'listJobs') return jobs.list()
    if (order.do === 'addJobs') jobs.add(order.count, order.variables)
    if (order.do === 'reset') {
      emulator.reset()
      jobs.reset()
    }
    if (order.do === 'expireTokens') emulator.controls.expireTokens()
    if (order.do === 'fail') emulator.controls.failNext(order.failure)
    return { token: emulator.journal.count({ kind: 'token' }), all: emulator.journal.count() }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const backend = await createBackend(project, emulator, origin)
  const setup: Setup = {
    controlUrl: `${origin}${OWN}/control`,
    jobsUrl: `${origin}${JOBS}`,
    clusterFile: emulator.credentialsFile('cluster'),
    organizationFile: emulator.credentialsFile('organization'),
  }
  const camunda: Camunda = {
    setup,
    page: {
      url: `${origin}${OWN}`,
      setup: { ...JSON.parse(JSON.stringify(setup).replaceAll(url, origin)), proxyUrl: `${origin}/camunda/operate` },
    },
    secrets: (['cluster', 'organization'] as const).map((kind) => emulator.credentials(kind).clientSecret),
    script: '',
    close: async () => {
      server.close()
      server.closeAllConnections()
      await close()
    },
  }
  return camunda
}

function passOn(url: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request
  const upstream = send(new URL(request.url ?? '/', url), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  // A connection that one side closes or aborts is also closed on the other side.
  upstream.on('error', () => response.destroy())
  response.on('close', () => upstream.destroy())
  request.pipe(upstream)
}
