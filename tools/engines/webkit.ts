// Debian's WebKitGTK, controlled over WebDriver, its only interface.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { freePort } from '../test-servers/src/index.ts'

const command = '/usr/bin/WebKitWebDriver'

/** One window of WebKitGTK. */
export interface WebKit {
  readonly version: string
  open(url: string): Promise<void>
  /** Runs the body of a function in the page. Its arguments are `args` and a callback for the result. */
  run<T>(script: string, args?: readonly unknown[]): Promise<T>
  /** Returns a screenshot of the page, as a PNG. */
  takeScreenshot(): Promise<Uint8Array>
  close(): Promise<void>
}

/** Returns undefined if it is not installed: Debian packages webkit2gtk-driver and xvfb. */
export async function launchWebKit(): Promise<WebKit | undefined> {
  if (!existsSync(command) || !existsSync('/usr/bin/xvfb-run')) return undefined
  const port = await freePort()
  const send = createSend(`http://127.0.0.1:${port}`)
  // It hangs without a display.
  const driver = spawn('xvfb-run', ['-a', command, `--port=${port}`, '--host=127.0.0.1'], { detached: true })
  // Ends Xvfb, and with it the browser.
  const kill = (): void => void (driver.pid && process.kill(-driver.pid))
  try {
    const { sessionId, capabilities } = await openSession(send)
    const session = `session/${sessionId}`
    await send(`${session}/timeouts`, { script: 120_000 })
    return {
      version: capabilities.browserVersion,
      open: (url) => send(`${session}/url`, { url }),
      run: (script, args = []) => send(`${session}/execute/async`, { script, args }),
      takeScreenshot: async () => Buffer.from(await send<string>(`${session}/screenshot`, undefined, 'GET'), 'base64'),
      close: async () => {
        await send(session, undefined, 'DELETE').finally(kill)
      },
    }
  } catch (error) {
    kill()
    throw error
  }
}

/** One command of WebDriver. */
type Send = <T>(path: string, body: object | undefined, method?: string) => Promise<T>

interface Session {
  readonly sessionId: string
  readonly capabilities: { readonly browserVersion: string }
}

/** Opens a session once the driver listens. */
async function openSession(send: Send): Promise<Session> {
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
