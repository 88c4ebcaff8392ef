import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { freePort } from 'test-servers'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startCamunda, variablesOf } from '../support/camunda.ts'
import { makeFolder } from '../support/folder.ts'

const source = (name: string): string => fileURLToPath(new URL(`../../src/guides/${name}`, import.meta.url))

/** The program of the guide as a separate process. Resolves once it responds. */
async function startPageServer(folder: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const port = await freePort()
  const env = { ...variables, PORT: String(port), SESSION_SECRET: 'a secret of more than 32 characters' }
  const program = spawn(process.execPath, [source('page-server.ts')], { cwd: folder, env, stdio: 'inherit' })
  onTestFinished(() => void program.kill())
  const origin = `http://127.0.0.1:${port}`
  await vi.waitFor(() => fetch(origin), { timeout: 30_000, interval: 50 })
  return origin
}

it('a page gets its response through the proxy, and has neither secret nor token', async () => {
  const camunda = await startCamunda()
  const folder = await makeFolder({})
  const outfile = join(folder, 'page.js')
  await build({ entryPoints: [source('page.ts')], bundle: true, format: 'esm', outfile, logLevel: 'error' })
  const address = await startPageServer(folder, variablesOf(camunda, 'cluster'))
  const origin = address.replace('127.0.0.1', 'localhost')

  const opened = await fetch(`${address}/`)
  const [cookie = ''] = opened.headers.getSetCookie()
  expect(cookie).toMatch(/^session=.*HttpOnly/)

  // Headers that a browser adds to the requests of a page.
  const out = { textContent: '' }
  vi.stubGlobal('location', { href: `${origin}/` })
  vi.stubGlobal('document', { querySelector: () => out })
  const send = globalThis.fetch
  const seen: string[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    seen.push(JSON.stringify([...new Headers(init.headers)]))
    const own = { cookie: cookie.split(';')[0] ?? '', origin, 'sec-fetch-site': 'same-origin' }
    return send(url.replace('localhost', '127.0.0.1'), { ...init, headers: { ...init.headers, ...own } })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  await import(pathToFileURL(outfile).href)

  expect(out.textContent).toMatch(/^\d+ active process instances$/)
  expect(seen).toHaveLength(1)
  expect(seen.join()).not.toMatch(/bearer|authorization/i)
  expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)

  const stranger = await send(`${address}/camunda/orchestration/v2/process-instances/search`, {
    method: 'POST',
    body: '{}',
  })
  expect(stranger.status).toBe(403)
})
