import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { type Browser, chromium, type Route } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { unpackChromium } from '../../../tools/engines/chromium.ts'
import { startCamunda, variablesOf } from './support/camunda.ts'
import { source } from './support/run.ts'

let folder: string
let browser: Browser | undefined
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-with-proxy-'))
  const launch = await unpackChromium(folder)
  browser = launch && (await chromium.launch(launch))
}, 30_000)
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true })
})

/** The server of the example as a separate process, in front of an embedded Camunda. */
async function startServer() {
  const camunda = await startCamunda()
  const SESSION_SECRET = crypto.randomUUID()
  const env = { ...variablesOf(camunda, 'cluster'), PORT: '0', SESSION_SECRET, DEMO_PASSWORD: 'open sesame' }
  const child = spawn(process.execPath, [source('page-with-proxy/server.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const [origin] = await once(child.stdout, 'data')
  const { clientSecret } = camunda.emulator.credentials('cluster')
  return { camunda, origin: String(origin).trim(), secrets: [SESSION_SECRET, clientSecret, 'eyJ'] }
}

interface Received {
  readonly url: string
  readonly text: string
}

/** Records responses on their way to the page, since Chromium does not keep the bodies of `no-store` requests. */
async function pass(route: Route, received: Received[]): Promise<void> {
  const response = await route.fetch({ maxRedirects: 0 })
  // Only the browser may have the session: its cookie is `HttpOnly`.
  const { 'set-cookie': _, ...headers } = response.headers()
  received.push({ url: response.url(), text: `${JSON.stringify(headers)}${await response.text()}` })
  await route.fulfill({ response })
}

it('a page in Chromium reads Operate through its backend: after sign-in, with one token that it never sees', async ({
  skip,
}) => {
  if (!browser) return skip('There is no Chromium on this machine')
  const { camunda, origin, secrets } = await startServer()
  const { journal } = camunda.emulator
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  const received: Received[] = []
  await context.route('**/*', (route) => pass(route, received))

  await page.goto(origin)
  await page.getByText('Please sign in').waitFor()
  await page.getByLabel('User').fill('jane')
  await page.getByLabel('Password').fill('guessed')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Unknown user or password').waitFor()
  expect(journal.entries).toEqual([])

  await page.getByLabel('Password').fill('open sesame')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText(/^\d+ active incidents$/).waitFor()
  expect(await page.locator('tbody tr').count()).toBe(10)
  const keys = await page.locator('tbody button').allTextContents()
  const key = keys.find((text) => BigInt(text) > BigInt(Number.MAX_SAFE_INTEGER)) ?? ''
  await page.getByRole('button', { name: key, exact: true }).first().click()
  await page.getByText(/^[\w-]+, started \d{4}-/).waitFor()

  // The session is a cookie, so a second page is signed in.
  const second = await context.newPage()
  await second.goto(origin)
  await second.getByText(/^\d+ active incidents$/).waitFor()
  expect(journal.count({ kind: 'token' })).toBe(1)
  expect(journal.count({ kind: 'operate', status: 200 })).toBe(3)

  // An unlisted operation is rejected for every user.
  const status = await page.evaluate(async (key) => {
    const path = `/camunda/operate/v1/process-instances/${key}`
    const response = await fetch(path, { method: 'DELETE', headers: { 'x-csrf': '1' } })
    return response.status
  }, key)
  expect(status).toBe(404)
  expect(journal.count({ kind: 'operate' })).toBe(3)

  expect(received.some(({ text }) => text.includes(key))).toBe(true)
  expect(received.filter(({ url }) => new URL(url).origin !== origin)).toEqual([])
  expect(received.filter(({ text }) => secrets.some((secret) => text.includes(secret)))).toEqual([])
})

it('another site cannot sign a user in', async () => {
  const { camunda, origin } = await startServer()
  const body = new URLSearchParams({ user: 'mallory', password: 'open sesame' })
  for (const headers of [{ origin: 'https://evil.example' }, {}]) {
    const response = await fetch(`${origin.replace('localhost', '127.0.0.1')}/sign-in`, {
      method: 'POST',
      headers,
      body,
    })
    expect(response.status).toBe(403)
    expect(response.headers.getSetCookie()).toEqual([])
  }
  expect(camunda.emulator.journal.entries).toEqual([])
})
