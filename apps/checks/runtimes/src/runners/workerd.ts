import { createRequire } from 'node:module'
import { Miniflare } from 'miniflare'
import { bundle } from '../host/bundle.ts'
import { variablesOf } from '../suite/place.ts'
import type { Runtime } from './runtime.ts'

const { resolve } = createRequire(createRequire(import.meta.url).resolve('miniflare'))
const { version } = createRequire(import.meta.url)(resolve('workerd/package.json')) as { version: string }

const workerd = (name: string, compatibilityFlags: string[]): Runtime => ({
  name,
  from: 'npm package miniflare',
  run: async (project, { setup }) => {
    let printed = ''
    const contents = await bundle(project, 'inside/workerd.ts', { external: ['node:util'] })
    const worker = new Miniflare({
      modules: [{ type: 'ESModule', path: 'worker.js', contents }],
      compatibilityDate: '2026-07-01',
      compatibilityFlags,
      kvNamespaces: ['KV'],
      durableObjects: { OBJECT: { className: 'TokenStorageObject', useSQLite: true } },
      // Like the secrets and variables of a Worker: in `env`, and with nodejs_compat also in `process.env`.
      bindings: { ...variablesOf(setup.clusterFile), ...variablesOf(setup.organizationFile) },
      handleStructuredLogs: ({ message }: { message: string }) => {
        printed += `${message}\n`
      },
    })
    try {
      const response = await worker.dispatchFetch('http://worker/', { method: 'POST', body: JSON.stringify(setup) })
      if (!response.ok) throw new Error(`${await response.text()}\n${printed}`)
      return { version, outcomes: JSON.parse(await response.text()), printed }
    } finally {
      await worker.dispose()
    }
  },
})

export const workerdAlone: Runtime = workerd('workerd', [])
export const workerdWithNode: Runtime = workerd('workerd, nodejs_compat', ['nodejs_compat'])
