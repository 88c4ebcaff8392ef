import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findFaults } from './support/axe.ts'
import { browserTest, keepScreenshot, openPage, openTabBeside, useChromium } from './support/chromium.ts'

useChromium()

async function total(page: Page, name: string): Promise<number> {
  return Number((await page.locator(`[data-total="${name}"]`).textContent())?.replace(',', ''))
}

/** Waits until a figure is what it should be. */
async function reaches(page: Page, name: string, value: number): Promise<void> {
  const selector = `[data-total="${name}"]`
  await page.waitForFunction(([at, wanted]) => document.querySelector(at)?.textContent === wanted, [
    selector,
    value.toLocaleString('en'),
  ] as const)
}

async function makeCalls(page: Page): Promise<void> {
  await page.getByRole('button', { name: '500 calls at once' }).click()
  await page.getByRole('status').filter({ hasText: '500 calls answered' }).waitFor()
}

browserTest('a thousand calls share one token request per client', async () => {
  const page = await openPage('#/tokens')
  await makeCalls(page)
  await reaches(page, 'waited', 500)
  await makeCalls(page)
  await reaches(page, 'cached', 500)
  expect(await total(page, 'granted')).toBe(2)
  await page.getByText('What it says').first().click()
  await page.getByText('client_id').first().waitFor()
  expect(await page.content()).not.toMatch(/eyJ[\w-]{20}/)
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'tokens')
})

browserTest('another tab takes the same tokens, and sees what the first one asked', async () => {
  const page = await openPage('#/tokens')
  await makeCalls(page)
  const other = await openTabBeside(page, '#/tokens')
  await makeCalls(other)
  await reaches(other, 'shared', 2)
  expect(await total(other, 'granted')).toBe(0)
  expect(await total(page, 'granted')).toBe(2)

  await other.getByRole('button', { name: 'Forget the tokens' }).click()
  await makeCalls(other)
  await reaches(page, 'granted', 4)
})

browserTest('tokens that the APIs refuse are replaced once, for all calls together', async () => {
  const page = await openPage('#/tokens')
  await makeCalls(page)
  await page.getByRole('button', { name: 'End all tokens' }).click()
  await makeCalls(page)
  await reaches(page, 'granted', 4)
  expect(await total(page, 'failed')).toBe(0)
})

browserTest('while the token endpoint is closed, calls go on with the token there is, and nobody asks', async () => {
  const page = await openPage('#/tokens')
  await makeCalls(page)
  await page.getByRole('button', { name: '429 for 10 s' }).click()
  await makeCalls(page)
  await reaches(page, 'cached', 500)
  expect(await total(page, 'limited')).toBe(0)
})

browserTest('a wrong secret is refused once per client, and the new one works at once', async () => {
  const page = await openPage('#/tokens')
  await page.getByRole('button', { name: 'Rotate the secrets' }).click()
  await page.getByRole('button', { name: '500 calls at once' }).click()
  await page.getByRole('status').filter({ hasText: '500 failed' }).waitFor()
  await reaches(page, 'rejected', 2)
  expect(await page.getByRole('status').textContent()).toContain('Check clientId, clientSecret')
  await keepScreenshot(page, 'tokens-wrong-secret')
  await page.getByRole('button', { name: 'Take the new secrets' }).click()
  await page.getByRole('status').filter({ hasText: 'new secrets' }).waitFor()
  await makeCalls(page)
  await reaches(page, 'granted', 2)
  expect(await total(page, 'rejected')).toBe(2)
})

browserTest('fits a narrow screen, in the dark too', async () => {
  const page = await openPage('#/tokens', { viewport: { width: 400, height: 800 }, colorScheme: 'dark' })
  await makeCalls(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'tokens-narrow-dark')
})
