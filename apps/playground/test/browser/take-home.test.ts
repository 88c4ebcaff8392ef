import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { findFaults } from './support/axe.ts'
import { browserTest, keepScreenshot, openOwnPage, openPage, useChromium } from './support/chromium.ts'

useChromium()

const place = `#/explore/operate/incidents.search?input=${encodeURIComponent('{"filter":{"state":"ACTIVE"},"size":5}')}`
const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true })

browserTest('a call as code, copied and kept as a file, for the runtime that was chosen before', async () => {
  const page = await openOwnPage(place, { permissions: ['clipboard-read', 'clipboard-write'] })
  await button(page, 'Code').click()
  const section = page.getByRole('region', { name: 'Code' })
  const code = section.locator('pre')
  await code.getByText('createOperateClient').first().waitFor()
  await expect
    .poll(() => code.textContent())
    .toContain("operate.incidents.search({ filter: { state: 'ACTIVE' }, size: 5 })")
  await section.getByLabel('All pages').check()
  await expect.poll(() => code.textContent()).toContain('for await (const item of operate.incidents.searchAll(')
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'take-home')

  await button(section, 'Copy code').click()
  await button(section, 'Copied').waitFor()
  const shown = await code.textContent()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown)

  await button(section, 'curl').click()
  await code.getByText('--data-binary').waitFor()
  await expect.poll(() => section.getByLabel('All pages').count()).toBe(0)
  const saving = page.waitForEvent('download')
  await button(section, 'Download call.sh').click()
  const download = await saving
  expect(download.suggestedFilename()).toBe('call.sh')
  expect(await readFile(await download.path(), 'utf8')).toBe(await code.textContent())

  await page.reload()
  await button(page, 'Code').click()
  await code.getByText('--data-binary').waitFor()
  await expect.poll(() => button(section, 'curl').getAttribute('aria-pressed')).toBe('true')
  // What the page is connected with is in none of it.
  expect(await code.textContent()).not.toMatch(/camunda\.localhost|Bearer ey/)
})

browserTest('code for curl says why there is none for an input that the client refuses', async () => {
  const page = await openPage(
    `#/explore/operate/incidents.search?input=${encodeURIComponent('{"filter":{"state":""}}')}`,
  )
  await button(page, 'Code').click()
  const section = page.getByRole('region', { name: 'Code' })
  await button(section, 'curl').click()
  await section.getByRole('alert').getByText('filter.state').first().waitFor()
  await expect.poll(() => section.locator('pre').count()).toBe(0)
})
