import { EdgeRuntime } from 'edge-runtime'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { startCamunda, variablesOf } from './support/camunda.ts'
import { source } from './support/run.ts'

it('the route runs in the runtime of Vercel Functions and of Next.js on the edge, with one token', async () => {
  const camunda = await startCamunda()
  // What frameworks turn a route into: a single script with a listener.
  const contents = `
    import { GET } from './next-route.ts'
    addEventListener('fetch', (event) => event.respondWith(GET(event.request)))`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: source('.'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    logLevel: 'error',
  })
  const runtime = new EdgeRuntime({
    initialCode: outputFiles[0]?.text ?? '',
    // The only parts of Node's `process` that exist there.
    extend: (context) => Object.assign(context, { process: { env: variablesOf(camunda, 'cluster') } }),
  })
  const responses = await Promise.all(
    ['?limit=2', '?limit=3', '?limit=x'].map((query) =>
      runtime.dispatchFetch(`http://page.example/api/incidents${query}`),
    ),
  )
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 400])
  const { total, incidents } = JSON.parse(await (responses[1]?.text() ?? ''))
  expect(total).toBeGreaterThan(3)
  expect(incidents).toHaveLength(3)
  expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)
  expect(camunda.emulator.journal.count({ kind: 'operate', status: 200 })).toBe(2)
})
