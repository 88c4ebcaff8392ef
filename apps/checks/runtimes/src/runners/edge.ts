import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { bundle } from '../host/bundle.ts'
import { runProcess } from './process.ts'
import type { Runtime } from './runtime.ts'

const { version } = createRequire(import.meta.url)('edge-runtime/package.json') as { version: string }

export const edge: Runtime = {
  name: 'Edge Runtime',
  from: 'npm package edge-runtime',
  run: async (project, camunda) => {
    const script = project.file('edge.js')
    await writeFile(script, await bundle(project, 'inside/edge.ts', { format: 'iife' }))
    // In a separate process, so that its console output can be captured.
    const host = fileURLToPath(new URL('edge-host.ts', import.meta.url))
    return runProcess(project, camunda, { command: process.execPath, args: [host, version], file: 'edge.js' })
  },
}
