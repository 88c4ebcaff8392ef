import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findFaults } from './support/axe.ts'
import { browserTest, keepScreenshot, openOwnPage, openTabBeside, useChromium } from './support/chromium.ts'

useChromium()

/** Waits until a figure is what it should be. */
async function reaches(page: Page, name: string, value: number): Promise<void> {
  const figure = page.locator(`[data-total="${name}"]`)
  await expect.poll(() => figure.textContent(), { message: name }).toBe(value.toLocaleString('en'))
}

async function makeCalls(page: Page): Promise<void> {
  await page.getByRole('button', { name: '500 calls at once' }).click()
  const status = page.getByRole('status')
  await status.filter({ hasText: /\d responses in/ }).waitFor()
  expect(await status.textContent()).toContain('500 responses in')
}

/** The numbers of the axis of calls, from below, and where they are. */
async function readAxis(page: Page): Promise<readonly { readonly calls: number; readonly y: number }[]> {
  const ticks = await page.locator('.calls-tick').all()
  return Promise.all(
    ticks.map(async (tick) => ({
      calls: numberIn((await tick.textContent()) ?? ''),
      y: Number(await tick.getAttribute('y')),
    })),
  )
}

const numberIn = (text: string): number => Number(text.replaceAll(',', ''))

browserTest('a thousand calls share one token request per client', async () => {
  const page = await openOwnPage('#/tokens')
  await makeCalls(page)
  await reaches(page, 'waited', 500)
  await makeCalls(page)
  await reaches(page, 'cached', 500)
  await reaches(page, 'granted', 2)
  await page.getByText('500 calls, 0 token requests').waitFor()
  const [zero, first, ...rest] = await readAxis(page)
  if (!zero || !first) throw new Error('The axis has no numbers.')
  expect(zero.calls).toBe(0)
  const pixels = (zero.y - first.y) / first.calls
  for (const { calls, y } of rest) expect(zero.y - y).toBeCloseTo(calls * pixels)
  const highest = Math.max(...(await page.locator('.strip .count').allTextContents()).map(numberIn))
  expect(highest).toBeGreaterThan(1)
  expect(rest.at(-1)?.calls).toBeGreaterThanOrEqual(highest)
  await page.getByText('Claims').first().click()
  await page.getByText('client_id').first().waitFor()
  expect(await page.content()).not.toMatch(/eyJ[\w-]{20}/)
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'tokens')

  await page.setViewportSize({ width: 400, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
  await keepScreenshot(page, 'tokens-narrow-dark')
})

browserTest('another tab takes the same tokens, and sees what the first one requested', async () => {
  const page = await openOwnPage('#/tokens')
  await makeCalls(page)
  const other = await openTabBeside(page, '#/tokens')
  await makeCalls(other)
  await reaches(other, 'shared', 2)
  // All tabs count the same.
  await reaches(other, 'granted', 2)
  await reaches(page, 'granted', 2)

  await other.getByRole('button', { name: 'Clear the token cache' }).click()
  await makeCalls(other)
  await reaches(page, 'granted', 4)
})

browserTest('tokens that the APIs refuse are replaced once, for all calls together', async () => {
  const page = await openOwnPage('#/tokens')
  await makeCalls(page)
  await page.getByRole('button', { name: 'Expire all tokens' }).click()
  await page.getByText('Rejected by the API').first().waitFor()
  await makeCalls(page)
  await reaches(page, 'granted', 4)
  await reaches(page, 'failed', 0)

  // While the token endpoint is closed, calls go on with the token there is, and nobody asks.
  await page.getByRole('button', { name: '429 for 10 s' }).click()
  await makeCalls(page)
  await reaches(page, 'cached', 1000)
  await reaches(page, 'limited', 0)
})

browserTest('a wrong secret is refused once per client, and the new one works at once', async () => {
  const page = await openOwnPage('#/tokens')
  await page.getByRole('button', { name: 'Rotate the secrets' }).click()
  await page.getByRole('button', { name: '500 calls at once' }).click()
  await page.getByRole('status').filter({ hasText: '500 failed' }).waitFor()
  await reaches(page, 'rejected', 2)
  await expect.poll(() => page.getByRole('status').textContent()).toContain('Check clientId, clientSecret')
  await expect.poll(() => page.getByText('None: the last request for one failed.').count()).toBe(2)
  await keepScreenshot(page, 'tokens-wrong-secret')
  await page.getByRole('button', { name: 'Use the new secrets' }).click()
  await page.getByRole('status').filter({ hasText: 'new secrets' }).waitFor()
  await makeCalls(page)
  await reaches(page, 'granted', 2)
  await reaches(page, 'rejected', 2)
})
