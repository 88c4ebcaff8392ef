// Every view, as people see it who do not sit before a wide screen with a mouse.
import { expect } from 'vitest'
import { findFaults } from './support/axe.ts'
import { browserTest, keepScreenshot, openPage, useChromium } from './support/chromium.ts'

useChromium()

const places: Readonly<Record<string, string>> = {
  landing: '#/explore',
  operation: '#/explore/operate/processInstances.search',
  processes: '#/processes',
  decisions: '#/processes/decisions',
  tokens: '#/tokens',
  connect: '#/connect',
}

/** 640 pixels is a screen of 1280 at a zoom of 200 %. */
const screens = [
  { name: 'narrow', viewport: { width: 400, height: 800 }, colorScheme: 'light' },
  { name: 'zoomed', viewport: { width: 640, height: 400 }, colorScheme: 'dark' },
] as const

for (const { name, ...screen } of screens) {
  browserTest(`${name}: nothing serious is found, and nothing has to be scrolled sideways`, async () => {
    const page = await openPage('', { ...screen, reducedMotion: 'reduce' })
    for (const [place, hash] of Object.entries(places)) {
      await page.evaluate((to) => location.assign(to), hash)
      await page.locator('main h1').first().waitFor()
      expect(await findFaults(page), place).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, place).toBeLessThanOrEqual(0)
      const moving = await page.evaluate(() => document.getAnimations().length)
      expect(moving, place).toBe(0)
      await keepScreenshot(page, `${place}-${name}`)
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
