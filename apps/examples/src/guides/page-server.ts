import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import process from 'node:process'
import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { orchestrationApi } from '@x/orchestration'
import { operations } from '@x/orchestration/operations'
import { createProxy, createSessionCookie } from '@x/proxy'
import { toNodeListener } from '@x/proxy/node'

const port = Number(process.env.PORT ?? 3000)
const cluster = readClusterCredentials()
// `insecure` because Safari drops `Secure` cookies of http://localhost. Remove it once you have https.
const sessions = createSessionCookie<{ user: string }>({ secret: process.env.SESSION_SECRET, insecure: true })
const proxy = createProxy({
  basePath: '/camunda',
  origins: [`http://localhost:${port}`],
  session: sessions.read,
  apis: {
    orchestration: {
      ...orchestrationApi,
      baseUrl: cluster.restUrl,
      auth: createOAuth(cluster),
      operations,
      allow: ['processInstances.search'],
    },
  },
})

async function serve(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === '/') {
    // Your own login decides who gets a session. Here, everyone who opens the page does, on this machine only.
    const headers = { 'content-type': 'text/html', 'set-cookie': await sessions.issue({ user: 'you' }) }
    return new Response('<!doctype html><pre id="out"></pre><script type="module" src="/page.js"></script>', {
      headers,
    })
  }
  if (pathname === '/page.js') {
    return new Response(await readFile('page.js'), { headers: { 'content-type': 'text/javascript' } })
  }
  return proxy(request)
}

createServer(toNodeListener(serve)).listen(port, '127.0.0.1')
