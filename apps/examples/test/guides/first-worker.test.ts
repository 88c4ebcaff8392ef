import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { expect, it } from 'vitest'
import { startCamunda, variablesOf } from '../support/camunda.ts'

it('responds in workerd, and two requests share one token', async () => {
  const camunda = await startCamunda()
  const entry = fileURLToPath(new URL('../../src/guides/first-worker.ts', import.meta.url))
  const bundling = { bundle: true, format: 'esm', write: false, minify: true, logLevel: 'error' } as const
  const { outputFiles } = await build({ entryPoints: [entry], ...bundling })
  const worker = new Miniflare({
    modules: true,
    script: outputFiles[0]?.text ?? '',
    compatibilityDate: '2026-07-01',
    durableObjects: { TOKENS: { className: 'TokenStorageObject', useSQLite: true } },
    bindings: variablesOf(camunda, 'cluster'),
  })
  try {
    for (let request = 0; request < 2; request++) {
      const response = await worker.dispatchFetch('http://worker.example/')
      expect(await response.json()).toEqual({ active: expect.any(Number) })
    }
  } finally {
    await worker.dispose()
  }
  expect(camunda.emulator.journal.count({ kind: 'token' })).toBe(1)
})
