// The process that hosts Edge Runtime: node edge-host.ts VERSION SCRIPT SETUP
import { readFileSync } from 'node:fs'
import { EdgeRuntime } from 'edge-runtime'

const [version = '', script = '', setup = ''] = process.argv.slice(2)
const runtime = new EdgeRuntime({ initialCode: readFileSync(script, 'utf8') })
const response = await runtime.dispatchFetch('http://edge/', { method: 'POST', body: setup })
const outcomes = JSON.parse(await response.text())
console.log(JSON.stringify({ version, outcomes }))
