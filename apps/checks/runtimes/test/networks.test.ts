import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer as createProxyServer, type Server } from 'node:http'
import { createServer } from 'node:https'
import { type AddressInfo, connect as openSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createEmulator } from '@x/emulator'
import { type ClusterCredentials, parseCredentials } from '@x/env'
import { toNodeListener } from '@x/proxy/node'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { engineCommand, enginesFolder, engineVersion } from '../../../../tools/engines/engines.ts'
import { connect } from './networks/uncached.ts'

const run = promisify(execFile)
const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const firstCall = source('../../../examples/src/guides/first-call.ts')
const ownAgent = source('networks/node.ts')

function hasOpenssl(): boolean {
  try {
    return execFileSync('openssl', ['version']).length > 0
  } catch {
    return false
  }
}

const engineNode = (name: string): string | undefined =>
  engineVersion(name) || process.env.CI ? join(enginesFolder, 'node_modules', name, 'bin/node') : undefined
const deno = engineCommand('deno')
const bun = engineCommand('bun')
const variable = { NODE_USE_ENV_PROXY: '1' }

/** The ways to reach Camunda through a proxy, according to the guide. */
const ways: [title: string, command: string | undefined, args: string[], env?: Record<string, string>][] = [
  ['Node 22 with NODE_USE_ENV_PROXY', engineNode('node22'), [firstCall], variable],
  ['Node 24 with NODE_USE_ENV_PROXY', process.execPath, [firstCall], variable],
  ['Node 26 with NODE_USE_ENV_PROXY', engineNode('node26'), [firstCall], variable],
  ["Node 22 with undici's agent", engineNode('node22'), [ownAgent]],
  ["Node 24 with undici's agent", process.execPath, [ownAgent]],
  ["Node 26 with undici's agent", engineNode('node26'), [ownAgent]],
  ['Deno', deno, ['run', '-A', '--no-remote', firstCall]],
  ['Bun', bun, [firstCall]],
]

/** Unknown to any name server; only the proxy can connect to it. */
const host = 'camunda.test'

describe.runIf(hasOpenssl() || process.env.CI)('behind an HTTP proxy', () => {
  let folder: string
  let env: Record<string, string>
  const servers: Server[] = []
  const tunnels: (string | undefined)[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'networks-'))
    const key = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
    const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`]
    await run(
      'openssl',
      [...key, '-keyout', 'key.pem', '-out', 'cert.pem', ...names, '-addext', 'basicConstraints=CA:FALSE'],
      {
        cwd: folder,
      },
    )
    const [certificate, privateKey] = await Promise.all(
      ['cert.pem', 'key.pem'].map((name) => readFile(join(folder, name), 'utf8')),
    )
    const origin = `https://${host}`
    const emulator = createEmulator({ origin, rateLimit: false })
    const listener = toNodeListener((request) =>
      emulator.fetch(new Request(request.url.replace(/^http:\/\/[^/]+/, origin), request)),
    )
    const camunda = createServer({ cert: certificate, key: privateKey }, listener)
    const proxy = createProxyServer()
    servers.push(camunda, proxy)
    for (const server of servers) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const portOf = (server: Server): number => (server.address() as AddressInfo).port
    proxy.on('connect', ({ url }, client) => {
      tunnels.push(url)
      const upstream = openSocket(portOf(camunda), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        upstream.pipe(client).pipe(upstream)
      })
      for (const socket of [client, upstream]) socket.on('error', () => {})
    })
    const file = emulator.credentialsFile('cluster').matchAll(/^export (\w+)='(.*)'$/gm)
    env = {
      ...Object.fromEntries([...file].map(([, name = '', value = '']) => [name, value])),
      HTTPS_PROXY: `http://127.0.0.1:${portOf(proxy)}`,
      NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem'),
      DENO_CERT: join(folder, 'cert.pem'),
      DENO_NO_UPDATE_CHECK: '1',
      NO_COLOR: '1',
    }
  })
  afterAll(async () => {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(() => {
    tunnels.length = 0
  })

  for (const [title, command, args, own] of ways) {
    test.runIf(command)(`${title} reaches Camunda`, { timeout: 30_000 }, async () => {
      const { stdout } = await run(command ?? '', args, { env: { ...env, ...own }, timeout: 25_000 })
      expect(stdout).toMatch(/^\d+ active process instances\n/)
      expect(new Set(tunnels)).toEqual(new Set([`${host}:443`]))
    })
  }

  test('Node alone ignores HTTPS_PROXY', async () => {
    const program = `await fetch('https://${host}')`
    await expect(run(process.execPath, ['--input-type=module', '-e', program], { env })).rejects.toThrow('ENOTFOUND')
    expect(tunnels).toEqual([])
  })
})

test('responses never come from a caching fetch, such as that of Next.js 13 and 14', async () => {
  const emulator = createEmulator({ rateLimit: false })
  const { cluster } = parseCredentials(emulator.credentialsFile('cluster'))
  const cache = new Map<string, Response>()
  vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
    if (init?.cache === 'no-store') return emulator.fetch(input, init)
    const key = `${input} ${init?.body}`
    const response = cache.get(key) ?? (await emulator.fetch(input, init))
    cache.set(key, response.clone())
    return response
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const operate = connect(cluster as ClusterCredentials)
  for (let call = 0; call < 2; call++) await operate.incidents.search()
  expect(emulator.journal.count({ kind: 'operate' })).toBe(2)
  expect(cache.size).toBe(0)
})
