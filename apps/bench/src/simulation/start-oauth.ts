import { fileURLToPath } from 'node:url'
import { compileFunction } from 'node:vm'
import { buildSync } from 'esbuild'
import type { StartProcess } from './simulate-fleet.ts'
import type { OpenStorage } from './storages.ts'

const audience = 'operate.example'

/**
 * Loads `@x/auth` as a separate process would: the copies do not share what they learn about the token endpoint.
 * Compiled once, so that ten thousand copies are only ten thousand sets of closures.
 */
const loadAuth: () => typeof import('@x/auth') = bundleAuth()

function bundleAuth(): () => typeof import('@x/auth') {
  const { outputFiles } = buildSync({
    stdin: { contents: `export * from '@x/auth'`, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'auth',
    logLevel: 'error',
    target: 'es2022',
  })
  return compileFunction(`${outputFiles[0]?.text}\nreturn auth`) as () => typeof import('@x/auth')
}

/** Processes that authenticate with `@x/auth`, each with its own copy, over the storage of the fleet. */
export function startOAuth(openStorage: OpenStorage): StartProcess {
  return (worker, clientSecret, fetch) => {
    const auth = loadAuth().createOAuth({
      tokenUrl: 'https://login.example.com/oauth/token',
      clientId: 'fleet',
      clientSecret,
      fetch,
      storage: openStorage(worker),
    })
    return { headers: () => auth.headers(audience) }
  }
}
