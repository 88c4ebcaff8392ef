import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { run } from './run.ts'
import { toolFile } from './tools.ts'

export interface LocalRegistry {
  readonly url: string
  /** Arguments that let npm publish there, and nowhere else, whatever its settings. */
  readonly npmArgs: readonly string[]
  readonly close: () => Promise<void>
}

/**
 * Starts a real, empty registry on a free loopback port that stores everything in `folder`. It has our packages only
 * once they are published to it, and fetches everything else from npm's registry.
 */
export async function startRegistry(folder: string): Promise<LocalRegistry> {
  await mkdir(folder, { recursive: true })
  const npmConfig = async (name: string): Promise<string> =>
    (await run('npm', ['config', 'get', name], { cwd: folder })).trim()
  const cafile = await npmConfig('cafile')
  const upstream = {
    url: await npmConfig('registry'),
    // Behind a company's own certificates, npm knows them, but Node does not by default.
    ...(cafile !== 'null' && cafile !== '' && { ca: await readFile(cafile, 'utf8') }),
  }
  const config = {
    configPath: join(folder, 'config.yaml'),
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: 1 } },
    uplinks: { upstream },
    packages: {
      '@x/*': { access: '$all', publish: '$authenticated' },
      '**': { access: '$all', proxy: 'upstream' },
    },
    web: { enable: false },
    log: { type: 'file', path: join(folder, 'verdaccio.log'), format: 'json', level: 'warn' },
  }
  const { runServer } = createRequire(toolFile('verdaccio/package.json'))('verdaccio') as {
    runServer: (config: unknown) => Promise<Server>
  }
  const server = await runServer(config)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const npmrc = join(folder, '.npmrc')
  await writeFile(npmrc, `${url.replace('http:', '')}:_authToken=${await signUp(url)}\n`)
  // Provenance is only available in a workflow.
  const npmArgs = ['--registry', url, `--@x:registry=${url}`, '--userconfig', npmrc, '--provenance=false']
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, npmArgs, close }
}

/** Returns the token of a new user. */
async function signUp(url: string): Promise<string> {
  const response = await fetch(`${url}-/user/org.couchdb.user:releaser`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'releaser', password: crypto.randomUUID() }),
  })
  const { token } = (await response.json()) as { token?: string }
  if (!token) throw new Error(`The local registry did not create a user: HTTP ${response.status}`)
  return token
}
