import type { Emulator } from '@x/emulator'
import type { Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { type Seeded, seedEngine } from '../support/seed-engine.ts'
import { findFaults } from './support/axe.ts'
import {
  type BehindProxyOptions,
  type CamundaBehindProxy,
  serveCamundaBehindProxy,
} from './support/camunda-behind-proxy.ts'
import { browserTest, keepScreenshot, useChromium } from './support/chromium.ts'

useChromium()

async function serve(options: BehindProxyOptions): Promise<{ camunda: CamundaBehindProxy; seeded: Seeded }> {
  const camunda = await serveCamundaBehindProxy(options)
  onTestFinished(camunda.close)
  return { camunda, seeded: await seedEngine(camunda.emulator.engine) }
}

/** Confirms what the open dialog previews. */
async function confirm(page: Page, label: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: label, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Ids of the elements where an instance is. */
function placesOf({ elementInstances }: Emulator['engine'], processInstanceKey: string): readonly string[] {
  const isThere = (element: {
    readonly processInstanceKey: string
    readonly state: string
    readonly type: string
  }): boolean =>
    element.processInstanceKey === processInstanceKey && element.state === 'ACTIVE' && element.type !== 'PROCESS'
  return [...elementInstances].filter(isThere).map(({ elementId }) => elementId)
}

browserTest('retries incidents from the list, after a preview that names the cluster', async () => {
  const { camunda, seeded } = await serve({ allowWrites: true })
  const { engine, journal } = camunda.emulator
  const page = await camunda.open('#/processes/incidents')
  const declined = page.getByRole('region', { name: 'Card declined', exact: true })
  await declined.getByRole('button', { name: 'Retry all' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(`Retry ${seeded.declined.length} incidents on Orders production?`).waitFor()
  await dialog
    .getByText(/^PATCH \/v2\/jobs\/\d+$/)
    .first()
    .waitFor()
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'processes-retry')
  const sent = (): number => journal.entries.filter(({ path }) => path.endsWith('/resolution')).length
  expect(sent()).toBe(0)
  await confirm(page, `Retry all ${seeded.declined.length}`)
  await expect.poll(() => page.locator('.cause').count()).toBe(1)
  expect(sent()).toBe(seeded.declined.length)
  expect(engine.activateJobs({ type: 'charge-card', timeout: 1000, maxJobsToActivate: 10 })).toHaveLength(
    seeded.declined.length,
  )
})

browserTest('cancels an instance, sets a variable and starts another instance', async () => {
  const { camunda, seeded } = await serve({ allowWrites: true })
  const { engine } = camunda.emulator
  const key = seeded.waiting[1] as string
  const page = await camunda.open(`#/processes/instances/${key}`)
  await page.getByRole('row', { name: 'amount' }).getByRole('button', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Value as JSON').fill('{')
  await expect.poll(() => dialog.getByRole('button', { name: 'Edit' }).isDisabled()).toBe(true)
  await dialog.getByLabel('Value as JSON').fill('7')
  await confirm(page, 'Edit')
  await page.getByRole('row', { name: 'amount' }).getByText('7', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Cancel instance' }).click()
  await dialog.getByText(`Cancel instance ${key} on Orders production?`).waitFor()
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  expect(engine.processInstances.get(key)?.state).toBe('ACTIVE')
  await page.getByRole('button', { name: 'Cancel instance' }).click()
  await confirm(page, 'Cancel instance')
  await page.getByText('Canceled').first().waitFor()
  expect(engine.processInstances.get(key)?.state).toBe('TERMINATED')

  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Order' }).click()
  await page.getByRole('button', { name: 'Start instance' }).click()
  await dialog.getByLabel('Variables').fill('{ "orderId": "B-1" }')
  await confirm(page, 'Start instance')
  await page.getByRole('row', { name: 'orderId' }).getByText('"B-1"').waitFor()
})

browserTest('moves a token to another element, after a preview that names the cluster', async () => {
  const { camunda, seeded } = await serve({ allowWrites: true })
  const { engine } = camunda.emulator
  const key = seeded.waiting[1] as string
  const page = await camunda.open(`#/processes/instances/${key}`)
  await page.getByRole('button', { name: 'Modify instance' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(`Modify instance ${key} on Orders production?`).waitFor()
  const send = dialog.getByRole('button', { name: 'Modify instance' })
  await expect.poll(() => send.isDisabled()).toBe(true)
  await dialog.getByLabel('Terminate').selectOption('Check stock')
  await dialog.getByLabel('Activate').selectOption('Ship parcel')
  await dialog.getByText(`POST /v2/process-instances/${key}/modification`).waitFor()
  await dialog.getByText('"activateInstructions":[{"elementId":"ship"}]').waitFor()
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'processes-modify')
  expect(placesOf(engine, key)).toEqual(['check'])
  await confirm(page, 'Modify instance')
  expect(placesOf(engine, key)).toEqual(['ship'])
  await page.getByRole('button', { name: '1 running at Ship parcel' }).waitFor()
})

browserTest('migrates an instance to another version, after a preview that names the cluster', async () => {
  const { camunda, seeded } = await serve({ allowWrites: true })
  const { engine } = camunda.emulator
  const key = seeded.waiting[0] as string
  const version = (): number | undefined => engine.processInstances.get(key)?.processDefinitionVersion
  expect(version()).toBe(1)
  const page = await camunda.open(`#/processes/instances/${key}`)
  await page.getByRole('button', { name: 'Migrate instance' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(`Migrate instance ${key} on Orders production?`).waitFor()
  // The element with the same id is suggested; none, and there is nothing to send.
  const target = dialog.getByLabel('Check stock continues as')
  await expect.poll(() => target.inputValue()).toBe('check')
  const send = dialog.getByRole('button', { name: 'Migrate instance' })
  await target.selectOption('Choose an element')
  await expect.poll(() => send.isDisabled()).toBe(true)
  await target.selectOption('Ship parcel')
  await dialog.getByText('"sourceElementId":"check","targetElementId":"ship"').waitFor()
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'processes-migrate')
  expect(version()).toBe(1)
  await confirm(page, 'Migrate instance')
  expect(version()).toBe(2)
  expect(placesOf(engine, key)).toEqual(['ship'])
  await page.getByRole('link', { name: 'Order, version 2' }).waitFor()
})

browserTest('disables every change on a read-only connection, and says why', async () => {
  const { camunda, seeded } = await serve({})
  const page = await camunda.open(`#/processes/instances/${seeded.outOfStock[0]?.key}`)
  await page.getByRole('region', { name: 'Incidents of this instance' }).waitFor()
  const changing = /^(Retry|Edit|Cancel instance|Modify instance|Migrate instance)/
  const buttons = page.getByRole('button', { name: changing })
  await expect.poll(() => buttons.count()).toBeGreaterThan(4)
  for (const button of await buttons.all()) {
    await expect.poll(() => button.isDisabled()).toBe(true)
    await expect.poll(() => button.getAttribute('title')).toContain('--allow-writes')
  }
  await page.getByText('Read-only. To allow changes, restart').waitFor()
  await page.setViewportSize({ width: 400, height: 800 })
  const main = (): Promise<number | undefined> =>
    page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().top)
  await expect.poll(main).toBeLessThanOrEqual(90)
  await page.getByText('Your cluster: Orders production, read-only').waitFor()
})

browserTest('shows clusters too whose data only Operate v1 has', async () => {
  const camunda = await serveCamundaBehindProxy({
    allowWrites: true,
    clusters: [{ name: 'old', version: '8.6' }],
    hasSamples: true,
  })
  onTestFinished(camunda.close)
  const page = await camunda.open('#/processes')
  await page.getByText('Your cluster: old, changes allowed').waitFor()
  await page.getByRole('definition').last().getByRole('link').click()
  const row = page.locator('.cause tbody tr').first()
  await row.waitFor()
  const cells = await row.getByRole('cell').allTextContents()
  expect(cells.slice(0, 5).every((text) => text !== '')).toBe(true)
  await row.getByRole('link', { name: /^\d+$/ }).click()
  await page.getByRole('region', { name: 'Incidents of this instance' }).locator('tbody tr').first().waitFor()
  await page.locator('.djs-overlays .badge').first().waitFor()
  // Operate v1 does not return what contains what.
  await page.getByRole('list', { name: 'Elements that the instance reached' }).getByRole('listitem').first().waitFor()
})
