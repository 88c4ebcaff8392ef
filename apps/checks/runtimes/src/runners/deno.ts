import { join } from 'node:path'
import { enginesFolder } from '../../../../../tools/engines/engines.ts'
import { runProcess } from './process.ts'
import type { Runtime } from './runtime.ts'

export const deno: Runtime = {
  name: 'Deno 2',
  from: 'npm package deno',
  run: (project, camunda) => {
    const directory = project.file('deno-files')
    // With these permissions only: there is no user to answer a prompt.
    const permissions = ['net=127.0.0.1', 'env', `read=${directory}`, `write=${directory}`]
    const args = ['run', '--no-prompt', '--no-remote', '--unstable-kv', ...permissions.map((name) => `--allow-${name}`)]
    const command = join(enginesFolder, 'node_modules/.bin/deno')
    return runProcess(project, camunda, { command, args, file: 'inside/deno.ts' })
  },
}
