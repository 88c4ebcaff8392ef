import { serve } from '@x/emulator/node'
import { parseCredentials } from '@x/env'
import { expect } from 'vitest'
import { servePlayground } from '../../server/serve-playground.ts'
import { findFaults } from './support/axe.ts'
import { browserTest, keepScreenshot, openPage, useChromium } from './support/chromium.ts'

useChromium()

browserTest('asks before it changes something at a real service, and before nothing else', async () => {
  const camunda = await serve()
  const { credentialsFile, journal } = camunda.emulator
  const served = await servePlayground({ credentials: parseCredentials(credentialsFile('both')), allowWrites: true })
  const sent = (): number => journal.count({ kind: 'console', method: 'POST' })
  try {
    const page = await openPage('#/connect?proxy=%2Fcamunda', {}, served.url)
    await page.getByRole('button', { name: 'Connect through the proxy' }).click()
    await page.getByRole('link', { name: 'Explore' }).click()
    await page.getByRole('link', { name: 'secrets.create' }).click()
    await page.getByRole('button', { name: 'Fill in an example' }).click()
    await page.waitForURL(/params=/)
    expect(await page.getByRole('dialog').count()).toBe(0)

    const send = page.locator('form').getByRole('button', { name: 'Send' })
    await send.click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await findFaults(page)).toEqual([])
    await keepScreenshot(page, 'explore-confirm')
    await dialog.getByRole('button', { name: 'Leave it' }).click()
    expect(sent()).toBe(0)

    await send.click()
    await dialog.getByRole('checkbox', { name: 'Do not ask again' }).check()
    await dialog.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('region', { name: 'Answer' }).getByText('204').first().waitFor()
    expect(sent()).toBe(1)

    await page.getByLabel('secretName').fill('ANOTHER_SECRET')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'History (2)' }).waitFor()
    expect(sent()).toBe(2)
  } finally {
    await served.close()
    await camunda.close()
  }
})
