// Starts an embedded Camunda, sets the variables of its credentials file, and runs the example next to it.
import process from 'node:process'
import { serve } from '@x/emulator/node'

const server = await serve()
for (const [, name = '', value] of server.emulator.credentialsFile('cluster').matchAll(/^export (\w+)='(.*)'$/gm)) {
  process.env[name] = value
}
// Copied next to this file at run time. The compiler ignores it, because the path is not a literal.
const example = './node-script.ts'
await import(example)
await server.close()
