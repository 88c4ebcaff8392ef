import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { unpackChromium } from '../../../../../tools/engines/chromium.ts'
import { installEngines } from '../../../../../tools/engines/engines.ts'

/** Pictures that a person can look at; CI keeps them. */
export const SCREENSHOTS = fileURLToPath(new URL('../../../screenshots/', import.meta.url))

let browser: Browser | undefined
const open: Page[] = []
let complaints: string[] = []

/**
 * Brings a Chromium for the tests of a file. After each test its pages are closed, and whatever the page printed as an
 * error, threw, or asked of another host fails it.
 */
export function useChromium(): void {
  let folder: string | undefined
  beforeAll(async () => {
    await installEngines()
    folder = await mkdtemp(join(tmpdir(), 'playground-'))
    await mkdir(SCREENSHOTS, { recursive: true })
    const launch = await unpackChromium(folder)
    browser = launch && (await chromium.launch(launch))
    if (!browser) console.warn('skipped: there is no Chromium on this machine')
  })
  afterEach(async () => {
    const found = complaints
    complaints = []
    for (const page of open.splice(0)) await page.context().close()
    expect(found).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })
}

/** A test that needs a browser: a skip where there is none, which in CI is a failure already. */
export function browserTest(name: string, run: () => Promise<void>): void {
  test(name, async ({ skip }) => (browser ? run() : skip()))
}

/** Opens the playground in a profile of its own. `hash` is a place in it, such as `#/tokens`; `url` another server of it. */
export async function openPage(hash = '', options: BrowserContextOptions = {}, url = inject('pageUrl')): Promise<Page> {
  if (!browser) throw new Error('There is no browser.')
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  return openTab(await context.newPage(), hash, url)
}

/** Opens the playground in another tab beside `page`. */
export async function openTabBeside(page: Page, hash = ''): Promise<Page> {
  return openTab(await page.context().newPage(), hash, inject('pageUrl'))
}

async function openTab(page: Page, hash: string, url: string): Promise<Page> {
  open.push(page)
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(`${error}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !/^(data|blob):/.test(request.url())) {
      complaints.push(`asked another host: ${request.url()}`)
    }
  })
  await page.goto(`${url}${hash}`)
  return page
}

/** Errors that a test makes on purpose. */
export function forgiveComplaints(): void {
  complaints = []
}

/** Keeps a picture of the page as `screenshots/<name>.png`. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
}
