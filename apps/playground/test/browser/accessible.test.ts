// Every view, as people see it who do not sit before a wide screen with a mouse.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findFaults } from './support/axe.ts'
import { browserTest, keepScreenshot, openPage, useChromium } from './support/chromium.ts'

useChromium()

interface Place {
  readonly hash: string
  /** What is there once the place shows all it has. */
  readonly shows: string
  /** Goes on from the address to what is looked at. */
  open?(page: Page): Promise<void>
}

const places: Readonly<Record<string, Place>> = {
  landing: { hash: '#/explore', shows: 'a[href*="incidents.search"]' },
  operation: {
    hash: '#/explore/operate/incidents.search?input={"size":5}',
    shows: 'main table td',
    open: async (page) => {
      await page.locator('summary').getByText('filter', { exact: true }).click()
      await page.getByRole('button', { name: 'Send', exact: true }).click()
    },
  },
  processes: { hash: '#/processes', shows: 'td.number .badge' },
  process: {
    hash: '#/processes',
    shows: '.djs-overlays .badge',
    open: (page) => page.getByRole('link', { name: 'Order fulfilment', exact: true }).click(),
  },
  instances: { hash: '#/processes/instances', shows: '.records tbody tr' },
  instance: {
    hash: '#/processes/instances?state=INCIDENT',
    shows: '.djs-overlays .badge',
    open: (page) => page.locator('.records tbody th a').first().click(),
  },
  incidents: { hash: '#/processes/incidents', shows: '.cause' },
  tasks: {
    hash: '#/processes/tasks',
    shows: '.task',
    open: (page) => page.locator('.records tbody a').first().click(),
  },
  decisions: { hash: '#/processes/decisions', shows: '.records tbody tr' },
  help: { hash: '#/help', shows: 'main h1' },
  tokens: { hash: '#/tokens', shows: 'main h1' },
  connect: { hash: '#/connect', shows: 'main h1' },
}

/** 640 pixels is a screen of 1280 at a zoom of 200 %. Faults are those of a layout or of its colors. */
const looks = [
  { name: 'wide-light', viewport: { width: 1280, height: 800 }, colorScheme: 'light', isChecked: true },
  { name: 'wide-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark', isChecked: false },
  { name: 'zoomed', viewport: { width: 640, height: 400 }, colorScheme: 'dark', isChecked: false },
  { name: 'narrow-light', viewport: { width: 400, height: 800 }, colorScheme: 'light', isChecked: false },
  { name: 'narrow-dark', viewport: { width: 400, height: 800 }, colorScheme: 'dark', isChecked: true },
] as const

for (const [name, { hash, shows, open }] of Object.entries(places)) {
  browserTest(`${name}: nothing serious is found, and nothing has to be scrolled sideways`, async () => {
    const page = await openPage(hash, { reducedMotion: 'reduce' })
    await open?.(page)
    await page.locator(shows).first().waitFor()
    for (const { name: look, viewport, colorScheme, isChecked } of looks) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      if (isChecked) expect(await findFaults(page), look).toEqual([])
      const overflow = (): Promise<number> =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      await expect.poll(overflow, { message: look }).toBeLessThanOrEqual(0)
      expect(await page.evaluate(() => document.getAnimations().length), look).toBe(0)
      const blank = (): Promise<number> =>
        page.evaluate(
          () => document.documentElement.scrollHeight - (document.getElementById('app') as HTMLElement).offsetHeight,
        )
      await expect.poll(blank, { message: look }).toBeLessThanOrEqual(1)
      const top = await page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().top ?? Infinity)
      expect(top + (await page.evaluate(() => scrollY)), look).toBeLessThanOrEqual(viewport.width < 700 ? 90 : 100)
      await keepScreenshot(page, `${name}-${look}`)
    }
  })
}

browserTest('every view is reached by keyboard, with the focus to be seen', async () => {
  const page = await openPage()
  await page.getByRole('navigation', { name: 'Views' }).waitFor()
  for (const title of ['Processes', 'Tokens', 'Connect']) {
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === title) break
    }
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)
    expect(outline, title).not.toBe('none')
    await page.keyboard.press('Enter')
    await page.waitForFunction((wanted) => document.title.startsWith(wanted), title)
  }
})
