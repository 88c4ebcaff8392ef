import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EdgeRuntime } from 'edge-runtime'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { freePort } from 'test-servers'
import { expect, it, onTestFinished, vi } from 'vitest'
import { engineCommand } from '../../../../tools/engines/engines.ts'
import { bpmn, job } from '../cookbook/support/models.ts'
import { variablesOf } from '../support/camunda.ts'
import { follow } from './support.ts'

it.for(['node', 'deno', 'bun'])('the first call in %s', async (runtime, { skip }) => {
  skip(runtime !== 'node' && !engineCommand(runtime), `${runtime} is not on this machine`)
  const { camunda, commands, type } = await follow(runtime)
  const [command = '', ...more] = commands('First call')
  expect(more).toEqual([])
  const { code, stdout, stderr } = await type(command)
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^\d+ active process instances on Camunda 8\.\d+\.\d+\n(\d{16,} [\w-]+ \d{4}-\S+\n){5}$/)
  expect(code).toBe(0)
  expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)
})

it('a worker in Node, until SIGTERM', async () => {
  const { camunda, commands, type } = await follow('node')
  const { engine } = camunda.emulator
  await engine.deploy([{ name: 'order.bpmn', content: bpmn('my-order', [job('charge-card')]) }])
  const { processInstanceKey } = engine.createInstance({ processDefinitionId: 'my-order' })
  const stop = new AbortController()
  const ended = type(commands('Work on jobs')[0] ?? '', { signal: stop.signal })
  await vi.waitFor(() => expect(engine.processInstances.get(processInstanceKey)?.state).toBe('COMPLETED'), {
    timeout: 30_000,
  })
  stop.abort()
  expect(await ended).toEqual({ code: 0, stdout: '', stderr: '' })
})

it('a Cloudflare Worker, with the wrangler configuration', async () => {
  const { camunda, folder } = await follow('cloudflare-workers')
  const { main, compatibility_date, durable_objects, migrations, vars } = JSON.parse(
    await readFile(join(folder, 'wrangler.jsonc'), 'utf8'),
  )
  const bundling = { bundle: true, format: 'esm', write: false, logLevel: 'error' } as const
  const { outputFiles } = await build({ entryPoints: [join(folder, main)], ...bundling })
  const [{ name, class_name: className }] = durable_objects.bindings
  expect(migrations[0].new_sqlite_classes).toContain(className)
  const worker = new Miniflare({
    modules: true,
    script: outputFiles[0]?.text ?? '',
    compatibilityDate: compatibility_date,
    durableObjects: { [name]: { className, useSQLite: true } },
    bindings: { ...vars, ...variablesOf(camunda, 'cluster') },
  })
  onTestFinished(() => worker.dispose())
  const response = await worker.dispatchFetch('http://worker.example/')
  expect(await response.json()).toEqual({ active: expect.any(Number) })
})

it('a route on the edge', async () => {
  const { camunda, folder } = await follow('vercel-edge')
  // What frameworks turn a route into: a single script with a listener.
  const contents = `
    import { GET } from './app/api/active/route.ts'
    addEventListener('fetch', (event) => event.respondWith(GET(event.request)))`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    ...({ bundle: true, write: false, format: 'iife', platform: 'browser', logLevel: 'error' } as const),
  })
  const runtime = new EdgeRuntime({
    initialCode: outputFiles[0]?.text ?? '',
    extend: (context) => Object.assign(context, { process: { env: variablesOf(camunda, 'cluster') } }),
  })
  const response = await runtime.dispatchFetch('http://page.example/api/active')
  expect(await response.json()).toEqual({ active: expect.any(Number) })
})

it('an AWS Lambda function, bundled', async () => {
  const { camunda, commands, folder, type } = await follow('lambda')
  const [bundle = ''] = commands('Bundle and deploy')
  expect(await type(bundle)).toMatchObject({ code: 0 })
  for (const [name, value] of Object.entries(variablesOf(camunda, 'cluster'))) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { handler } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'dist/handler.mjs')).href)
  const responses = await Promise.all([handler(), handler()])
  for (const { statusCode, body } of responses) {
    expect([statusCode, JSON.parse(body)]).toEqual([200, { active: expect.any(Number) }])
  }
  expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)
})

it('a page and its server', async () => {
  const { commands, type } = await follow('browser')
  const [bundle = '', serve = ''] = commands('Run it')
  expect(await type(bundle)).toMatchObject({ code: 0 })
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const port = await freePort()
  // `exec` does not accept a command that sets a variable, so the shell sets it.
  void type(`sh -c '${serve.replace('$(openssl rand -hex 32)', 'x'.repeat(64))}'`, {
    env: { PORT: String(port) },
    signal: stop.signal,
  })
  const response = await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/page.js`), { timeout: 30_000 })
  expect(await response.text()).toContain('active process instances')
  const page = await fetch(`http://127.0.0.1:${port}/`)
  expect(page.headers.get('set-cookie')).toContain('HttpOnly')
})
