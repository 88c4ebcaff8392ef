import { join } from 'node:path'
import { enginesFolder } from '../../../../../tools/engines/engines.ts'
import { runProcess } from './process.ts'
import type { Runtime } from './runtime.ts'

export const bun: Runtime = {
  name: 'Bun 1',
  from: 'npm package bun',
  run: (project, camunda) =>
    runProcess(project, camunda, { command: join(enginesFolder, 'node_modules/.bin/bun'), file: 'inside/bun.ts' }),
}
