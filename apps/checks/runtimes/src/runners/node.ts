import { join } from 'node:path'
import { enginesFolder } from '../../../../../tools/engines/engines.ts'
import { runProcess } from './process.ts'
import type { Runtime } from './runtime.ts'

const node = (name: string, command: string): Runtime => ({
  name,
  from: 'npm package node',
  run: (project, camunda) => runProcess(project, camunda, { command, file: 'inside/node.ts' }),
})

export const node22: Runtime = node('Node 22', join(enginesFolder, 'node_modules/node22/bin/node'))
/** The platform of this machine. */
export const node24: Runtime = node('Node 24', process.execPath)
export const node26: Runtime = node('Node 26', join(enginesFolder, 'node_modules/node26/bin/node'))
