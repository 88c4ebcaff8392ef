import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { expect, it } from 'vitest'
import { startCamunda, variablesOf } from './support/camunda.ts'
import { makeFolder } from './support/folder.ts'

const places = [
  { file: 'index.ts', options: { kvNamespaces: ['TOKENS'] } },
  {
    file: 'durable-object.ts',
    options: { durableObjects: { TOKENS: { className: 'TokenStorageObject', useSQLite: true } } },
  },
]

it.each(places)(
  '$file lists incidents in workerd, and a second isolate reuses the token',
  async ({ file, options }) => {
    const camunda = await startCamunda()
    const entry = fileURLToPath(new URL(`../src/worker/${file}`, import.meta.url))
    const bundling = { bundle: true, format: 'esm', write: false, minify: true, logLevel: 'error' } as const
    const { outputFiles } = await build({ entryPoints: [entry], ...bundling })
    const persist = await makeFolder({})

    async function ask() {
      const worker = new Miniflare({
        modules: true,
        script: outputFiles[0]?.text ?? '',
        compatibilityDate: '2026-07-01',
        ...options,
        kvPersist: persist,
        durableObjectsPersist: persist,
        bindings: variablesOf(camunda, 'cluster'),
      })
      try {
        const responses = []
        for (const path of ['/incidents?limit=2', '/incidents', '/']) {
          responses.push(await worker.dispatchFetch(`http://worker.example${path}`))
        }
        const statuses = responses.map(({ status }) => status)
        const list = (await responses[0]?.json()) as { total: number; incidents: unknown[] }
        return { statuses, list }
      } finally {
        await worker.dispose()
      }
    }

    const first = await ask()
    expect(first.statuses).toEqual([200, 200, 404])
    expect(first.list.incidents).toHaveLength(2)
    expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)
    expect(await ask()).toEqual(first)
    expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)
  },
)
