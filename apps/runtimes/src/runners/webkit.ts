import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { bundle } from '../host/bundle.ts'
import type { Outcome } from '../suite/suite.ts'
import type { Runtime } from './runtime.ts'

const command = '/usr/bin/WebKitWebDriver'

export const webkit: Runtime = {
  name: 'WebKitGTK',
  from: 'Debian packages webkit2gtk-driver and xvfb',
  run: async (project, camunda) => {
    if (!existsSync(command) || !existsSync('/usr/bin/xvfb-run')) return undefined
    camunda.script = await bundle(project, 'inside/page.ts', { format: 'iife' })
    const port = await findPort()
    const send = createSend(`http://127.0.0.1:${port}`)
    // It hangs without a display.
    const driver = spawn('xvfb-run', ['-a', command, `--port=${port}`, '--host=127.0.0.1'], { detached: true })
    try {
      const { sessionId, capabilities } = await open(send)
      await send(`session/${sessionId}/timeouts`, { script: 120_000 })
      await send(`session/${sessionId}/url`, { url: camunda.page.url })
      const script = 'const [setup, done] = arguments; runAll(setup).then(done)'
      const args = [camunda.page.setup]
      const outcomes = await send<Outcome[]>(`session/${sessionId}/execute/async`, { script, args })
      await send(`session/${sessionId}`, undefined, 'DELETE')
      // WebDriver gives no console.
      return { version: capabilities.browserVersion, outcomes, printed: undefined }
    } finally {
      // Xvfb and the browser with it.
      if (driver.pid) process.kill(-driver.pid)
    }
  },
}

/** One command of WebDriver. */
type Send = <T>(path: string, body: object | undefined, method?: string) => Promise<T>

interface Session {
  readonly sessionId: string
  readonly capabilities: { readonly browserVersion: string }
}

/** Opens a session once the driver listens. */
async function open(send: Send): Promise<Session> {
  const alwaysMatch = { 'webkitgtk:browserOptions': { args: ['--automation'] } }
  for (let attempt = 1; ; attempt++) {
    try {
      return await send<Session>('session', { capabilities: { alwaysMatch } })
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function createSend(url: string): Send {
  return async <T>(path: string, body: object | undefined, method = 'POST') => {
    const response = await fetch(`${url}/${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await response.json()) as { value: T & { readonly message?: string } }
    if (!response.ok) throw new Error(`WebDriver: ${value.message}`)
    return value
  }
}

async function findPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
