import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engineCommand } from '../../../../tools/engines/engines.ts'

const run = promisify(execFile)
const script = (name: string): string => fileURLToPath(new URL(`mtls/${name}.ts`, import.meta.url))

function hasOpenssl(): boolean {
  try {
    return execFileSync('openssl', ['version']).length > 0
  } catch {
    return false
  }
}
const runtimes: [name: string, command: string | undefined, args: string[]][] = [
  ['node', process.execPath, []],
  ['deno', engineCommand('deno'), ['run', '-A', '--no-config', '--no-remote']],
  ['bun', engineCommand('bun'), []],
]

describe.runIf(hasOpenssl() || process.env.CI)('a token endpoint that requires a client certificate', () => {
  let folder: string
  let server: Server
  let tokenUrl: string
  const subjects: unknown[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'auth-mtls-'))
    for (const name of ['server', 'client']) {
      const key = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
      const files = ['-keyout', `${name}-key.pem`, '-out', `${name}.pem`]
      const names = [
        '-subj',
        `/CN=${name}`,
        '-addext',
        'subjectAltName=DNS:localhost',
        '-addext',
        'basicConstraints=CA:FALSE',
      ]
      await run('openssl', [...key, ...files, ...names], { cwd: folder })
    }
    const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
    const [cert, key, ca] = await Promise.all([read('server.pem'), read('server-key.pem'), read('client.pem')])
    server = createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true }, (request, response) => {
      subjects.push((request.socket as Socket & TLSSocket).getPeerCertificate().subject.CN)
      request.resume()
      response.end('{"access_token":"for-the-certificate","expires_in":60}')
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    tokenUrl = `https://localhost:${(server.address() as AddressInfo).port}/token`
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true, force: true })
  })

  for (const [name, command, args] of runtimes) {
    test.runIf(command)(`gets it with the README's code for ${name}`, { timeout: 30_000 }, async () => {
      const trust = { NODE_EXTRA_CA_CERTS: join(folder, 'server.pem'), DENO_CERT: join(folder, 'server.pem') }
      const options = { cwd: folder, env: { ...process.env, ...trust }, timeout: 25_000 }
      const { stdout } = await run(command ?? '', [...args, script(name), tokenUrl, 'id', 'secret'], options)
      expect(stdout).toBe('for-the-certificate')
      expect(subjects.pop()).toBe('client')
    })
  }

  test('rejects clients without one', async () => {
    const code = `await fetch(${JSON.stringify(tokenUrl)})`
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'server.pem') }
    await expect(run(process.execPath, ['--input-type=module', '-e', code], { env })).rejects.toThrow('fetch failed')
    expect(subjects).toEqual([])
  })
})
