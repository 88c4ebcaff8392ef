import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { toNodeListener } from '@x/proxy/node'
import { build } from 'esbuild'
import { createBackend } from './backend.ts'

const { PORT = '3000', ORIGIN, SESSION_SECRET, DEMO_PASSWORD } = process.env

// On this machine only: to deploy it, put a server with https in front, or browsers drop the session cookie.
const server = createServer().listen(Number(PORT), '127.0.0.1')
await once(server, 'listening')
const origin = ORIGIN ?? `http://localhost:${(server.address() as AddressInfo).port}`

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const { outputFiles } = await build({
  entryPoints: [path('page.ts')],
  bundle: true,
  minify: true,
  format: 'esm',
  write: false,
})
const backend = createBackend({
  variables: process.env,
  sessionSecret: SESSION_SECRET,
  origin,
  isUser: (_user, password) => DEMO_PASSWORD !== undefined && password === DEMO_PASSWORD,
  files: {
    '/': { type: 'text/html; charset=utf-8', body: await readFile(path('index.html'), 'utf8') },
    '/page.js': { type: 'text/javascript; charset=utf-8', body: outputFiles[0]?.text ?? '' },
  },
})
server.on('request', toNodeListener(backend))
console.log(origin)
