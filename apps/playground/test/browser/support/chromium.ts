import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'

export { keepScreenshot } from './screenshots.ts'

/** How a page is looked at. */
export type Look = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'reducedMotion'>

const WIDE = { width: 1280, height: 800 }
/** Only a wait in vain lasts that long. */
const LONGEST_WAIT_MS = 60_000

let browser: Browser | undefined
/** The profile of the file's tests. In it the page's code and the embedded Camunda are loaded once. */
let profile: BrowserContext | undefined
const open: Page[] = []
/** Pages of the test before. While one is open, the embedded Camunda of their profile goes on. */
const left: Page[] = []
let complaints: string[] = []

/**
 * Starts a Chromium for the tests of a file. After each test its pages are closed, and whatever the page printed as an
 * error, threw, or requested from another host fails it.
 */
export function useChromium(): void {
  beforeAll(async () => {
    const launch = inject('chromium')
    browser = launch && (await chromium.launch(launch))
    if (!browser) console.warn('skipped: there is no Chromium on this machine')
  })
  afterEach(async () => {
    const found = complaints
    complaints = []
    await Promise.all(left.splice(0).map((page) => page.close()))
    for (const page of open.splice(0)) {
      if (page.context() !== profile) await page.context().close()
      else if (page.url().startsWith(inject('pageUrl'))) left.push(page)
      else await page.close()
    }
    expect(found).toEqual([])
  })
  afterAll(async () => {
    left.length = 0
    profile = undefined
    await browser?.close()
  })
}

/** A test that needs a browser: a skip where there is none, which in CI is a failure already. */
export function browserTest(name: string, run: () => Promise<void>): void {
  test(name, async ({ skip }) => (browser ? run() : skip()))
}

/** Opens the playground. `hash` is a place in it, such as `#/tokens`; `url` another server of it. */
export async function openPage(hash = '', look: Look = {}, url = inject('pageUrl')): Promise<Page> {
  profile ??= await newProfile()
  const page = await profile.newPage()
  const { viewport = WIDE, ...media } = look
  await page.setViewportSize(viewport ?? WIDE)
  await page.emulateMedia(media)
  return openTab(page, hash, url)
}

/** Opens the playground in a profile of its own, where nothing was done before, and whose Camunda no other test sees. */
export async function openOwnPage(
  hash = '',
  options: BrowserContextOptions = {},
  url = inject('pageUrl'),
): Promise<Page> {
  const context = await newProfile(options)
  return openTab(await context.newPage(), hash, url)
}

/** Opens the playground in another tab beside `page`. */
export async function openTabBeside(page: Page, hash = ''): Promise<Page> {
  return openTab(await page.context().newPage(), hash, inject('pageUrl'))
}

/** Without service workers, which would keep some 200 files for each profile; some tests are about them. */
async function newProfile(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  if (!browser) throw new Error('There is no browser.')
  const context = await browser.newContext({ viewport: WIDE, serviceWorkers: 'block', ...options })
  context.setDefaultTimeout(LONGEST_WAIT_MS)
  return context
}

async function openTab(page: Page, hash: string, url: string): Promise<Page> {
  open.push(page)
  const complain = (text: string): void => {
    if (open.includes(page)) complaints.push(text)
  }
  page.on('console', (message) => {
    if (message.type() === 'error') complain(message.text())
  })
  page.on('pageerror', (error) => complain(`${error}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !/^(data|blob):/.test(request.url())) {
      complain(`asked another host: ${request.url()}`)
    }
  })
  await page.goto(`${url}${hash}`)
  return page
}

/** Errors that a test makes on purpose. */
export function forgiveComplaints(): void {
  complaints = []
}
