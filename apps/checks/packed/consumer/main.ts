// Starts an embedded Camunda, sets the variables of its credentials file, and runs the example beside it.
import process from 'node:process'
import { serve } from '@x/emulator/node'

const server = await serve()
for (const [, name = '', value] of server.emulator.credentialsFile('cluster').matchAll(/^export (\w+)='(.*)'$/gm)) {
  process.env[name] = value
}
// Copied to its side where this runs; a path that is not written out leaves the compiler out of it.
const example = './node-script.ts'
await import(example)
await server.close()
