import { once } from 'node:events'
import { createServer } from 'node:http'
import { createOAuth } from '@x/auth'
import { createOperateClient } from '@x/operate'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createIncidentsHandler } from '../src/edge-handler.ts'
import { startServer, toListener } from '../src/express-free-server.ts'
import { GET } from '../src/next-route.ts'
import { startCamunda, variablesOf } from './support/camunda.ts'

async function setUp() {
  const server = await startCamunda()
  const { emulator } = server
  const auth = createOAuth(emulator.credentials('cluster'))
  const operate = createOperateClient({ auth, baseUrl: emulator.url('operate'), retry: { limit: 0 } })
  const handle = createIncidentsHandler(operate.incidents)
  return {
    server,
    emulator,
    get: (path: string, init?: RequestInit) => handle(new Request(`http://page.example${path}`, init)),
  }
}

describe('the handler', () => {
  it('lists the newest incidents, with only the members that a page needs', async () => {
    const { get, emulator } = await setUp()
    const response = await get('/incidents?limit=50')
    expect(response.status).toBe(200)
    const { total, incidents } = (await response.json()) as { total: number; incidents: Record<string, string>[] }
    expect(total).toBeGreaterThan(0)
    expect(incidents).toHaveLength(Math.min(total, 50))
    for (const incident of incidents) {
      expect(Object.keys(incident)).toEqual(['key', 'type', 'message', 'processInstanceKey', 'creationTime'])
    }
    const beyond = incidents.filter(({ key = '0' }) => BigInt(key) > BigInt(Number.MAX_SAFE_INTEGER))
    expect(beyond.length).toBeGreaterThan(0)
    const dates = incidents.map(({ creationTime = '' }) => creationTime)
    expect(dates).toEqual([...dates].sort().reverse())
    await get('/incidents')
    expect(emulator.journal.count({ kind: 'token' })).toBe(1)
  })

  it('sends nothing to Camunda for unsupported requests', async () => {
    const { get, emulator } = await setUp()
    expect((await get('/process-instances')).status).toBe(404)
    expect((await get('/incidents/2251799813685249')).status).toBe(404)
    expect((await get('/incidents', { method: 'POST' })).status).toBe(405)
    for (const limit of ['0', '101', '1.5', 'all', ''])
      expect((await get(`/incidents?limit=${limit}`)).status).toBe(400)
    expect(emulator.journal.entries).toEqual([])
  })

  it('only tells the page that Camunda could not be reached', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => log.mockRestore())
    const { get, emulator } = await setUp()
    emulator.controls.failNext({ kind: 'operate', response: { status: 500, body: 'a stack trace' } })
    const response = await get('/incidents')
    expect(response.status).toBe(502)
    expect(await response.json()).toEqual({ status: 502, detail: 'Camunda could not be reached' })
    expect(log).toHaveBeenCalledOnce()
  })
})

it('serves as a route of Next.js', async () => {
  const camunda = await startCamunda()
  for (const [name, value] of Object.entries(variablesOf(camunda, 'cluster'))) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  const response = await GET(new Request('http://page.example/api/incidents?limit=1'))
  expect(response.status).toBe(200)
  expect(((await response.json()) as { incidents: unknown[] }).incidents).toHaveLength(1)
})

describe('on the HTTP server of Node', () => {
  async function listen() {
    const camunda = await startCamunda()
    const server = startServer({ ...variablesOf(camunda, 'cluster') }, 0)
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    return { camunda, origin: `http://127.0.0.1:${(server.address() as { port: number }).port}` }
  }

  it('responds like the handler', async () => {
    const { camunda, origin } = await listen()
    const response = await fetch(`${origin}/incidents?limit=2`)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, max-age=5')
    expect(((await response.json()) as { incidents: unknown[] }).incidents).toHaveLength(2)
    expect((await fetch(`${origin}/incidents`, { method: 'POST', body: 'x'.repeat(1000) })).status).toBe(405)
    expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)
  })

  it('passes on method, path, headers and body, and never lets callers choose the host', async () => {
    const server = createServer(
      toListener(async (request) => {
        const { method, url } = request
        const headers = new Headers([
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ])
        const header = request.headers.get('x-one')
        return Response.json({ method, url, header, body: await request.text() }, { headers })
      }),
    ).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
    const init = { method: 'POST', headers: { 'x-one': '1' }, body: 'ü'.repeat(100_000) }
    const echo = async (path: string, init?: RequestInit) => (await fetch(origin + path, init)).json()
    expect(await echo('/a%2Fb?c=d', init)).toEqual({
      method: 'POST',
      url: 'http://localhost/a%2Fb?c=d',
      header: '1',
      body: init.body,
    })
    expect((await fetch(origin)).headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(await echo('//evil.example/a')).toMatchObject({ url: 'http://localhost//evil.example/a' })
  })

  it('aborts the call to Operate when the page is gone', async () => {
    const { camunda, origin } = await listen()
    camunda.emulator.controls.failNext({ kind: 'operate', response: 'hang' })
    const controller = new AbortController()
    const asked = fetch(`${origin}/incidents`, { signal: controller.signal })
    // The journal contains the call once it ends, which only happens if it is aborted.
    await expect.poll(() => camunda.emulator.journal.count({ kind: 'token' })).toBe(1)
    controller.abort()
    await expect(asked).rejects.toThrow()
    await expect.poll(() => camunda.emulator.journal.count({ kind: 'operate', status: 0 })).toBe(1)
  })
})
