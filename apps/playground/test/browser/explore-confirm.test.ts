import { serve } from '@x/emulator/node'
import { parseCredentials } from '@x/env'
import type { Locator } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { servePlayground } from '../../server/serve-playground.ts'
import { findFaults } from './support/axe.ts'
import { goTo } from './support/camunda-behind-proxy.ts'
import { browserTest, keepScreenshot, openPage, useChromium } from './support/chromium.ts'

useChromium()

browserTest('asks before it changes something at a real service, and before nothing else', async () => {
  const camunda = await serve()
  onTestFinished(camunda.close)
  const { credentialsFile, journal } = camunda.emulator
  const served = await servePlayground({ credentials: parseCredentials(credentialsFile('both')), allowWrites: true })
  onTestFinished(served.close)
  const sent = (): number => journal.count({ kind: 'console', method: 'POST' })
  const page = await openPage('', {}, served.url)
  await page.getByText('Your cluster: Orders production, changes allowed').waitFor()
  await goTo(page, '#/explore/console/secrets.create')
  await page.getByRole('button', { name: 'Use an example' }).click()
  await page.waitForURL(/params=/)
  expect(await page.getByRole('dialog').count()).toBe(0)

  const send = page.locator('form').getByRole('button', { name: 'Send' })
  await send.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Send this change to Orders production?').waitFor()
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'explore-confirm')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(sent()).toBe(0)

  await send.click()
  await dialog.getByRole('checkbox', { name: 'Don’t ask again' }).check()
  await dialog.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('region', { name: 'Response' }).getByText('204').first().waitFor()
  expect(sent()).toBe(1)
  // What has changed something is not offered again as the next thing to do.
  const again = page.getByRole('button', { name: 'Send again' })
  const plain = page.getByRole('button', { name: 'Use an example' })
  const background = (button: Locator): Promise<string> => button.evaluate((it) => getComputedStyle(it).backgroundColor)
  await expect.poll(() => background(again)).toBe(await background(plain))

  await page.getByLabel('secretName').fill('ANOTHER_SECRET')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'History (2)' }).waitFor()
  expect(sent()).toBe(2)
})
