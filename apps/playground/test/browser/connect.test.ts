import { createEmulator } from '@x/emulator'
import { serve } from '@x/emulator/node'
import { parseCredentials } from '@x/env'
import { expect } from 'vitest'
import { servePlayground } from '../../server/serve-playground.ts'
import { findFaults } from './support/axe.ts'
import { browserTest, forgiveComplaints, keepScreenshot, openPage, useChromium } from './support/chromium.ts'

useChromium()

const real = createEmulator({ origin: 'https://camunda.example.com' })

browserTest('explains a pasted file line by line, hides its secret and keeps it nowhere', async () => {
  const page = await openPage('#/connect')
  const { clientSecret } = real.credentials('cluster')
  const file = `${real.credentialsFile('cluster')}DATABASE_PASSWORD=MARKER-0ther\nCAMUNDA_OPTIMIZE_BASE_URL=nowhere\n`
  await page.getByLabel('Drop the file here').fill(file)

  const lines = page.getByRole('table', { name: 'Line by line' })
  await lines.waitFor()
  expect(await lines.getByRole('row', { name: 'ZEEBE_CLIENT_SECRET' }).textContent()).toContain('hidden')
  expect(await lines.getByRole('row', { name: 'DATABASE_PASSWORD' }).textContent()).toContain('hidden')
  expect(await lines.getByRole('row', { name: 'nowhere' }).textContent()).toContain('is not a plain URL')
  await page.getByText('It opens nothing').waitFor()

  const shown = await page.evaluate(() => document.documentElement.outerHTML)
  expect(shown).not.toContain(clientSecret)
  expect(shown).not.toContain('MARKER-0ther')
  expect(page.url()).not.toContain(clientSecret)
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).not.toContain(clientSecret)
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'connect-wrong-file')
})

browserTest('says of a real service what it opens, what is missing, and how to get there', async () => {
  const page = await openPage('#/connect')
  await page.getByLabel('Drop the file here').fill(real.credentialsFile('cluster'))
  const opens = page.getByRole('table', { name: 'What it opens' })
  expect(await opens.getByRole('row', { name: 'Operate' }).textContent()).toContain('camunda.example.com/operate')
  await page.getByText('CAMUNDA_CONSOLE_CLIENT_ID').waitFor()
  await page.getByText('which a page cannot call').waitFor()
  expect(await page.getByRole('button', { name: 'Connect with it' }).count()).toBe(0)
})

browserTest('keeps credentials over a reload only when told to, and connects with them', async () => {
  const page = await openPage('#/connect')
  await page.getByRole('button', { name: 'Show me one of the embedded Camunda' }).click()
  await page.getByRole('table', { name: 'Line by line' }).waitFor()
  await page.reload()
  await page.getByLabel('Drop the file here').waitFor()

  await page.getByRole('button', { name: 'Show me one of the embedded Camunda' }).click()
  await page.getByLabel('Keep it, secret included').check()
  await page.reload()
  await page.getByRole('button', { name: 'Connect with it' }).click()
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByText('✓ answers').nth(2).waitFor()
  await keepScreenshot(page, 'connect')

  await page.getByRole('button', { name: 'Forget it' }).click()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})

browserTest('calls a service through the proxy of its own host, reading only, and no other host', async () => {
  const camunda = await serve()
  const served = await servePlayground({ credentials: parseCredentials(camunda.emulator.credentialsFile('both')) })
  try {
    const page = await openPage('', {}, served.url)
    await page.getByRole('link', { name: 'Connect', exact: true }).click()
    await page.getByLabel('A service behind a proxy').check()
    await page.getByLabel('Path of the proxy').fill('https://camunda.example.com/')
    await page.getByRole('button', { name: 'Connect through the proxy' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('where this page comes from')

    await page.getByLabel('Path of the proxy').fill('/camunda')
    await page.getByRole('button', { name: 'Connect through the proxy' }).click()
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText('✓ answers').nth(2).waitFor()
    expect(await findFaults(page)).toEqual([])
    await keepScreenshot(page, 'connect-proxy')

    expect(camunda.emulator.journal.count({ kind: 'operate', status: 200 })).toBe(1)
    expect(await page.content()).not.toContain(camunda.emulator.credentials('cluster').clientSecret)
    const write = await page.evaluate(async () => {
      const headers = { 'x-csrf': '1', 'content-type': 'application/json' }
      return (await fetch('/camunda/console/clusters', { method: 'POST', headers, body: '{}' })).status
    })
    expect(write).toBe(404)
    forgiveComplaints()

    const stranger = await fetch(new URL('/camunda/console/clusters', served.url), {
      headers: { 'x-csrf': '1', origin: new URL(served.url).origin },
    })
    expect(stranger.status).toBe(401)
  } finally {
    await served.close()
    await camunda.close()
  }
})
