import { expect } from 'vitest'
import { browserTest, forgiveComplaints, openOwnPage, openPage, useChromium } from './support/chromium.ts'

useChromium()

browserTest('a view whose code does not arrive says so, and the others work', async () => {
  const page = await openOwnPage()
  await page.route('**/assets/tokens-view*.js', (route) => route.abort())
  await page.getByRole('link', { name: 'Tokens' }).click()
  const alert = page.getByRole('alert')
  await alert.getByText('Tokens could not be shown').waitFor()
  await page.getByRole('link', { name: 'Connect', exact: true }).click()
  await page.getByRole('heading', { name: 'Connect', exact: true }).waitFor()

  await page.getByRole('link', { name: 'Tokens' }).click()
  await page.unroute('**/assets/tokens-view*.js')
  await alert.getByRole('button', { name: 'Reload the page' }).click()
  await page.getByRole('heading', { name: 'Tokens', exact: true }).waitFor()
  forgiveComplaints()
})

browserTest('a tab without shared workers has an embedded Camunda of its own', async () => {
  const page = await openOwnPage()
  await page.context().addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'))
  await page.reload()
  await page.getByRole('link', { name: 'Connect', exact: true }).click()
  await page.getByRole('button', { name: 'Check all APIs' }).click()
  await page.getByText('✓ 200').nth(5).waitFor()
})

browserTest('a browser that keeps nothing for pages does without', async () => {
  const page = await openOwnPage()
  await page.context().addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    }
  })
  await page.reload()
  await page.getByRole('link', { name: 'Connect', exact: true }).click()
  await page.getByRole('button', { name: 'Check all APIs' }).click()
  await page.getByText('✓ 200').nth(5).waitFor()
})

browserTest('where there can be no connection, the page says why', async () => {
  const page = await openOwnPage()
  await page.context().addInitScript(() => Object.defineProperty(globalThis, 'isSecureContext', { value: false }))
  await page.reload()
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('over https and on localhost only')
  await page.getByText('Not connected').first().waitFor()
})

browserTest('addresses that lead nowhere lead to something', async () => {
  for (const hash of [
    '#/nowhere',
    '#/explore/none/none',
    '#/explore/operate/processInstances.search?input=%7B',
    '#/%E0%A4',
  ]) {
    const page = await openPage(hash)
    await page.getByRole('navigation', { name: 'Views' }).waitFor()
    await page.locator('main h1, main [role=alert], main p').first().waitFor()
  }
})
