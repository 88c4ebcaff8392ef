// The main way, from opening the page to an answered call and a shared token, where the other tests do not run.
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { type Browser, firefox } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchWebKit, type WebKit } from '../../../../tools/engines/webkit.ts'
import { SCREENSHOTS } from './support/screenshots.ts'

const FIREFOX = '/usr/bin/firefox-esr'

/** A skip on a laptop; in CI a part that is missing is a failure. */
function missing(what: string, skip: () => never): never {
  if (process.env.CI) throw new Error(`${what} is not on this machine`)
  console.warn(`skipped: ${what} is not on this machine`)
  return skip()
}

describe('Firefox', () => {
  let browser: Browser | undefined
  beforeAll(async () => {
    // This channel drives the browser as Debian ships it, over WebDriver BiDi.
    if (existsSync(FIREFOX)) browser = await firefox.launch({ channel: 'moz-firefox', executablePath: FIREFOX })
  })
  afterAll(() => browser?.close())

  test('calls, shares a token among 500 calls, and draws a process', async ({ skip }) => {
    if (!browser) return missing('firefox-esr', skip)
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(`${error}`))
    await page.goto(`${inject('pageUrl')}#/explore/orchestration/processDefinitions.search`)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('region', { name: 'Response' }).getByText('200').first().waitFor()
    await page.getByRole('link', { name: 'Tokens' }).click()
    await page.getByRole('button', { name: '500 calls at once' }).click()
    await page.getByRole('status').filter({ hasText: '500 responses in' }).waitFor()
    await page.waitForFunction(() => document.querySelector('[data-total="granted"]')?.textContent === '2')
    await page.getByRole('link', { name: 'Processes', exact: true }).first().click()
    await page.locator('.records:not(.short) th a').first().click()
    await page.locator('.djs-container .djs-shape').first().waitFor()
    // Before the picture is taken: for that a style is put into the page, which its policy refuses.
    expect(complaints).toEqual([])
    await page.screenshot({ path: `${SCREENSHOTS}firefox.png` })
  })
})

describe('WebKit', () => {
  let browser: WebKit | undefined
  beforeAll(async () => {
    browser = await launchWebKit()
  })
  afterAll(() => browser?.close())

  test('calls, shares a token among 500 calls, and draws a process', async ({ skip }) => {
    if (!browser) return missing('webkit2gtk-driver or xvfb', skip)
    await browser.open(`${inject('pageUrl')}#/explore/orchestration/processDefinitions.search`)
    const outcome = await browser.run<string>(
      `const done = arguments[0]; (${mainWay})().then(done, (error) => done(String(error)))`,
    )
    await writeFile(`${SCREENSHOTS}webkit.png`, await browser.takeScreenshot())
    expect(outcome).toBe('answered 200, granted 2, drawn')
  })
})

/** Runs in the page, where there is nothing but the page itself. */
async function mainWay(): Promise<string> {
  async function find<E extends Element>(selector: string, text: string): Promise<E> {
    for (let attempt = 0; attempt < 600; attempt++) {
      const found = [...document.querySelectorAll<E>(selector)].find((element) => element.textContent?.includes(text))
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`There is no ${selector} with ${text}.`)
  }
  const click = async (selector: string, text: string): Promise<void> =>
    (await find<HTMLElement>(selector, text)).click()
  await click('button', 'Send')
  await find('[aria-label="Response"]', '200')
  await click('nav a', 'Tokens')
  await click('button', '500 calls at once')
  await find('[role="status"]', '500 responses in')
  await find('[data-total="granted"]', '2')
  await click('nav a', 'Processes')
  await click('.records:not(.short) th a', '')
  await find('.djs-container .djs-shape', '')
  return 'answered 200, granted 2, drawn'
}
