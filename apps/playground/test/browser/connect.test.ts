import { createEmulator } from '@x/emulator'
import { type EmulatorServer, serve } from '@x/emulator/node'
import { parseCredentials } from '@x/env'
import { expect, onTestFinished } from 'vitest'
import { type ServedPlayground, servePlayground } from '../../server/serve-playground.ts'
import { findFaults } from './support/axe.ts'
import { browserTest, forgiveComplaints, keepScreenshot, openPage, useChromium } from './support/chromium.ts'

useChromium()

/** A Camunda behind a proxy beside the page. Both outlive the pages of the test, which would complain. */
async function serveBehindProxy(): Promise<{ readonly camunda: EmulatorServer; readonly served: ServedPlayground }> {
  const camunda = await serve()
  onTestFinished(camunda.close)
  const served = await servePlayground({ credentials: parseCredentials(camunda.emulator.credentialsFile('both')) })
  onTestFinished(served.close)
  return { camunda, served }
}

const real = createEmulator({ origin: 'https://camunda.example.com' })

browserTest('explains a pasted file line by line, hides its secret and keeps it nowhere', async () => {
  const page = await openPage('#/connect')
  const { clientSecret } = real.credentials('cluster')
  const file = `${real.credentialsFile('cluster')}DATABASE_PASSWORD=MARKER-0ther\nCAMUNDA_OPTIMIZE_BASE_URL=nowhere\n`
  await page.getByLabel('Drop the file here').fill(file)

  const lines = page.getByRole('table', { name: 'Line by line' })
  await lines.waitFor()
  await expect.poll(() => lines.getByRole('row', { name: 'ZEEBE_CLIENT_SECRET' }).textContent()).toContain('hidden')
  await expect.poll(() => lines.getByRole('row', { name: 'DATABASE_PASSWORD' }).textContent()).toContain('hidden')
  await expect.poll(() => lines.getByRole('row', { name: 'nowhere' }).textContent()).toContain('is not a plain URL')
  await page.getByText('This file can’t be used').waitFor()
  // The text stays, to be fixed in place.
  await expect.poll(() => page.getByLabel('Drop the file here').inputValue()).toBe(file)

  const shown = await page.evaluate(() => document.documentElement.outerHTML)
  expect(shown).not.toContain(clientSecret)
  expect(shown).not.toContain('MARKER-0ther')
  expect(page.url()).not.toContain(clientSecret)
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).not.toContain(clientSecret)
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'connect-wrong-file')
})

browserTest('says which APIs a file of a real service is for, what is missing, and how to get there', async () => {
  const page = await openPage('#/connect')
  await page.getByLabel('Drop the file here').fill(real.credentialsFile('cluster'))
  const opens = page.getByRole('table', { name: 'APIs it gives access to' })
  await expect
    .poll(() => opens.getByRole('row', { name: 'Operate' }).textContent())
    .toContain('camunda.example.com/operate')
  await page.getByText('CAMUNDA_CONSOLE_CLIENT_ID').waitFor()
  await page.getByText('which accepts no calls from web pages').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Use these credentials' }).count()).toBe(0)
})

browserTest('keeps credentials over a reload only when told to, and connects with them', async () => {
  const page = await openPage('#/connect')
  await page.getByRole('button', { name: 'Load a sample file' }).click()
  await page.getByRole('table', { name: 'Line by line' }).waitFor()
  await page.reload()
  await page.getByLabel('Drop the file here').waitFor()

  await page.getByRole('button', { name: 'Load a sample file' }).click()
  await page.getByLabel('Keep it, secret included').check()
  await page.reload()
  await page.getByRole('button', { name: 'Use these credentials' }).click()
  await page.getByRole('button', { name: 'Check all APIs' }).click()
  await page.getByText('✓ 200').nth(5).waitFor()
  await keepScreenshot(page, 'connect')

  await page.getByRole('button', { name: 'Remove' }).click()
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }))
  expect(kept).not.toContain('SECRET')
})

browserTest('a file of a real Camunda never points the sample data elsewhere', async () => {
  const page = await openPage('#/connect')
  await page.getByLabel('Drop the file here').fill(real.credentialsFile('both'))
  await page.getByText('This file is for a real Camunda').waitFor()
  await page.getByText('Sample data', { exact: true }).first().waitFor()
  await page.getByLabel('Keep it, secret included').check()
  await page.reload()
  await page.getByRole('button', { name: 'Check all APIs' }).click()
  await page.getByText('✓ 200').nth(5).waitFor()
  expect(await page.getByRole('region', { name: 'APIs' }).first().textContent()).not.toContain('example.com')
})

browserTest('opens connected to the cluster of the credentials, by name and read-only, and stays so', async () => {
  const { camunda, served } = await serveBehindProxy()
  const page = await openPage('', {}, served.url)
  const bar = page.getByRole('region', { name: 'Connection' })
  await bar.getByText('Your cluster: Orders production, read-only').waitFor()
  await page.reload()
  await bar.getByText('Your cluster: Orders production, read-only').waitFor()

  await page.getByRole('link', { name: 'Connect', exact: true }).click()
  await page.getByText('✓ 20').nth(6).waitFor()
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'connect-proxy')
  expect(camunda.emulator.journal.count({ kind: 'operate', status: 200 })).toBeGreaterThan(0)
  expect(await page.content()).not.toContain(camunda.emulator.credentials('cluster').clientSecret)

  // Nothing that was read of one connection is seen on the other.
  await page.goto(`${new URL(served.url).origin}/#/explore/console/clusters.list`)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('200 OK', { exact: true }).waitFor()
  await bar.getByRole('button', { name: 'Use sample data' }).click()
  await bar.getByText('Sample data', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Send', exact: true }).waitFor()
  await expect.poll(() => page.getByText('200 OK', { exact: true }).count()).toBe(0)
  await page.reload()
  await bar.getByText('Sample data', { exact: true }).waitFor()
  await bar.getByRole('button', { name: 'Use your cluster' }).click()

  // What changes something is disabled, with the reason, and the proxy refuses it too.
  await page.goto(`${new URL(served.url).origin}/#/explore/console/clients.create`)
  const send = page.getByRole('button', { name: 'Send', exact: true })
  await expect.poll(() => send.isDisabled()).toBe(true)
  await page.getByText('restart with npm start').nth(1).waitFor()
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
})

browserTest('a browser without the printed link is told so, and can use the sample data', async () => {
  const { served } = await serveBehindProxy()
  const { origin } = new URL(served.url)
  const page = await openPage('', {}, `${origin}/`)
  await page.getByRole('alert').getByText('Open the link that').waitFor()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Use sample data' }).click()
  await page.getByRole('heading', { name: 'Explore the APIs' }).waitFor()

  const old = await fetch(`${origin}/open/00000000-0000-4000-8000-000000000000`)
  expect(old.status).toBe(410)
  expect(await old.text()).toContain('This link has expired')
})
