// What people come for, with the most clicks that it may take. Opening the search counts as a click, typing does not.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { browserTest, openOwnPage, openPage, useChromium } from './support/chromium.ts'

useChromium()

/** A page whose clicks are counted. */
interface Visitor {
  readonly page: Page
  readonly clicks: number
  click(target: Locator): Promise<void>
  /** Opens the search, types, and opens what is found first. */
  search(words: string): Promise<void>
}

async function visit(hash = '', open = openPage): Promise<Visitor> {
  const page = await open(hash)
  await page.getByRole('navigation', { name: 'Views' }).waitFor()
  let clicks = 0
  return {
    page,
    get clicks() {
      return clicks
    },
    click: async (target) => {
      clicks++
      await target.click()
    },
    search: async (words) => {
      clicks++
      await page.keyboard.press('Control+K')
      await page.getByRole('combobox', { name: 'Find anything' }).fill(words)
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
    },
  }
}

const view = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
const response = (page: Page): Locator => page.getByRole('region', { name: 'Response' })

browserTest('why instances of a process failed: 2', async () => {
  const visitor = await visit()
  const { page, click } = visitor
  await click(view(page, 'Processes'))
  await click(page.getByRole('row', { name: 'Order fulfilment' }).getByRole('link', { name: 'with an incident' }))
  const reasons = page.locator('.records tbody .message')
  await reasons.first().waitFor()
  for (const reason of await reasons.allTextContents()) expect(reason).not.toBe('')
  expect(visitor.clicks).toBeLessThanOrEqual(2)
})

browserTest('read a variable: 3', async () => {
  const visitor = await visit()
  const { page, click } = visitor
  await click(view(page, 'Processes'))
  await click(page.getByRole('link', { name: 'Order fulfilment', exact: true }))
  await click(page.getByRole('region', { name: 'Instances of this process' }).getByRole('link').first())
  await page.getByRole('region', { name: 'Variables of this instance' }).locator('td.value').first().waitFor()
  expect(visitor.clicks).toBeLessThanOrEqual(3)
})

browserTest('create an API client of a cluster: 6', async () => {
  const visitor = await visit()
  const { page, click, search } = visitor
  await search('console create client')
  await page.getByRole('heading', { name: 'clients.create' }).waitFor()
  await click(button(page, 'Use an example'))
  await page.waitForURL(/params=/)
  await click(button(page, 'Send'))
  await response(page).getByText('clientSecret').first().waitFor()
  expect(visitor.clicks).toBeLessThanOrEqual(6)
})

browserTest('list the members of the organization: 2', async () => {
  const visitor = await visit()
  const { page, click, search } = visitor
  await search('members')
  await click(button(page, 'Send'))
  await response(page).getByText('200 OK', { exact: true }).waitFor()
  expect(visitor.clicks).toBeLessThanOrEqual(2)
})

browserTest('rename a file, and meet a conflict: 5', async () => {
  const visitor = await visit()
  const { page, click, search } = visitor
  await search('modeler rename file')
  await page.getByRole('heading', { name: 'files.update' }).waitFor()
  await click(button(page, 'Use an example'))
  await page.waitForURL(/params=/)
  await click(button(page, 'Send'))
  await response(page).getByText('200 OK', { exact: true }).waitFor()
  await click(button(page, 'Send again'))
  await response(page).getByText('409').first().waitFor()
  expect(visitor.clicks).toBeLessThanOrEqual(5)
})

browserTest('download a BPMN: 3', async () => {
  const visitor = await visit()
  const { page, click } = visitor
  await click(view(page, 'Processes'))
  await click(page.getByRole('link', { name: 'Order fulfilment', exact: true }))
  const [download] = await Promise.all([page.waitForEvent('download'), click(button(page, 'Download BPMN'))])
  expect(download.suggestedFilename()).toMatch(/^order-fulfilment-v\d+\.bpmn$/)
  expect(visitor.clicks).toBeLessThanOrEqual(3)
})

browserTest('all incidents as CSV: 4', async () => {
  const visitor = await visit('#/explore')
  const { page, click } = visitor
  await click(page.getByRole('link', { name: 'What went wrong?' }))
  await click(button(page, 'Load all'))
  await page
    .getByText(/^All \d+ items/)
    .first()
    .waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), click(button(page, 'Download CSV'))])
  expect(download.suggestedFilename()).toMatch(/incidents\.search.*\.csv$/)
  expect(visitor.clicks).toBeLessThanOrEqual(4)
})

browserTest('what is wrong with a credentials file, and fix it in place: 1', async () => {
  const visitor = await visit()
  const { page, click } = visitor
  await click(view(page, 'Connect'))
  const text = page.getByLabel('Drop the file here')
  await text.fill(`export CAMUNDA_CLIENT_ID='abc`)
  await page.getByText('This file can’t be used').waitFor()
  await text.fill('')
  await page.getByText('This file can’t be used').waitFor({ state: 'detached' })
  expect(visitor.clicks).toBeLessThanOrEqual(1)
})

browserTest('take a call to Deno: 4', async () => {
  const visitor = await visit('#/explore/orchestration/processInstances.search')
  const { page, click } = visitor
  await click(button(page, 'Code'))
  await click(button(page, 'Deno'))
  await click(page.getByLabel('All pages'))
  await page.getByText('processInstances.searchAll').waitFor()
  expect(visitor.clicks).toBeLessThanOrEqual(3)
  await button(page, 'Copy code').waitFor()
})

browserTest('two tabs share a token: 5', async () => {
  const visitor = await visit('', openOwnPage)
  const { page, click } = visitor
  await click(view(page, 'Tokens'))
  await click(button(page, '500 calls at once'))
  await page.getByText(/^500 calls, [12] token requests?$/).waitFor()
  const [other] = await Promise.all([
    page.context().waitForEvent('page'),
    click(page.getByRole('link', { name: 'Open a second tab' })),
  ])
  await click(button(other, '500 calls at once'))
  await other.getByText(/^500 calls, [012] token requests?$/).waitFor()
  // Both tokens came from the first tab.
  await other.waitForFunction(() => document.querySelector('[data-total="shared"]')?.textContent === '2')
  expect(visitor.clicks).toBeLessThanOrEqual(5)
})
