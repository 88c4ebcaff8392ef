import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { findFaults } from './support/axe.ts'
import { browserTest, keepScreenshot, openOwnPage, useChromium } from './support/chromium.ts'
import { openOperation, send } from './support/operation.ts'

useChromium()

const button = (place: Page | Locator, name: string): Locator => place.getByRole('button', { name, exact: true })
const place = (answer: Locator, hasText: string | RegExp): Locator => answer.locator('.pager-place', { hasText })

async function downloaded(page: Page, name: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

browserTest('a list is a table that sorts', async () => {
  const page = await openOperation('operate', 'processInstances.search', { input: { size: 20 } })
  const answer = await send(page)
  const table = answer.getByRole('table')
  await button(table, 'key').click()
  await button(table, 'key').click()
  await expect
    .poll(() => table.getByRole('columnheader', { name: 'key', exact: true }).getAttribute('aria-sort'))
    .toBe('descending')
  const keys = await table.locator('tbody td:first-child').allTextContents()
  expect(keys).toHaveLength(20)
  expect(keys).toEqual(keys.toSorted((a, b) => Number(BigInt(b) - BigInt(a))))
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'answer-table')

  // Console's clusters have members inside of members: what is opened goes with its row.
  await openOperation('console', 'clusters.list', {}, page)
  const clusters = await send(page)
  const opened = clusters.locator('tbody tr', { has: page.locator('details[open]') })
  await clusters.locator('tbody tr').first().locator('summary').first().click()
  const uuid = await opened.locator('td').first().textContent()
  await button(clusters, 'uuid').click()
  await button(clusters, 'uuid').click()
  await expect.poll(() => opened.locator('td').first().textContent()).toBe(uuid)
  await expect.poll(() => opened.count()).toBe(1)
})

browserTest('any answer is a tree, for the keys too', async () => {
  const page = await openOperation('operate', 'processInstances.search', { input: { size: 20 } })
  const answer = await send(page)
  await button(answer, 'Tree').click()
  const parts = answer.locator('.tree summary')
  await parts.first().focus()
  const focused = (): Promise<string | null> => answer.locator('.tree summary:focus').textContent()
  await expect.poll(focused).toBe('items 20 items')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await answer.getByText('bpmnProcessId', { exact: true }).waitFor()
  await page.keyboard.press('ArrowLeft')
  await answer.getByText('bpmnProcessId', { exact: true }).waitFor({ state: 'detached' })
  await page.keyboard.press('ArrowLeft')
  await expect.poll(focused).toBe('items 20 items')
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'answer-tree')
})

browserTest('page after page, and back', async () => {
  const page = await openOperation('operate', 'processDefinitions.search', { input: { size: 4 } })
  const answer = await send(page)
  const keys = (): Promise<string[]> => answer.locator('tbody td:first-child').allTextContents()
  await place(answer, 'Items 1 to 4 of 10').waitFor()
  const first = await keys()
  await button(answer, 'Next page').click()
  await place(answer, 'Items 5 to 8 of 10').waitFor()
  expect(await keys()).not.toEqual(first)
  // Who goes on by the keyboard stays at the button.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Next page')
  await button(answer, 'Next page').click()
  await place(answer, 'Items 9 to 10 of 10').waitFor()
  await expect.poll(() => button(answer, 'Next page').isDisabled()).toBe(true)
  await button(answer, 'Previous page').click()
  await place(answer, 'Items 5 to 8 of 10').waitFor()
  await button(answer, 'Previous page').click()
  await place(answer, 'Items 1 to 4 of 10').waitFor()
  expect(await keys()).toEqual(first)
})

browserTest('all pages with progress, stopped, and to the end; all of them in the file', async () => {
  const page = await openOperation('operate', 'variables.search', { input: { size: 50 } })
  const answer = await send(page)
  // The sample data may grow.
  const shown = /of ([\d,]+)/.exec((await place(answer, 'of').textContent()) ?? '')?.[1] ?? ''
  const total = Number(shown.replaceAll(',', ''))
  await slowDown(page, 30)
  await button(answer, 'Load all').click()
  await place(answer, new RegExp(`^Loading: [1-9]\\d* of ${shown} items$`)).waitFor()
  // It goes on while something else is looked at.
  await button(page, 'Code').click()
  await button(page, 'Response').click()
  expect(Number(await answer.getByRole('progressbar').getAttribute('value'))).toBeGreaterThan(0)
  await button(answer, 'Stop').click()
  await place(answer, new RegExp(`^Stopped: [\\d,]+ of ${shown} items$`)).waitFor()
  await slowDown(page, 0)
  await button(answer, 'Load all').click()
  await place(answer, `All ${shown} items in ${Math.ceil(total / 50)} requests`).waitFor()

  await expect.poll(() => answer.locator('tbody tr').count()).toBe(100)
  await button(answer, `Show 100 more of ${(total - 100).toLocaleString('en')}`).click()
  await expect.poll(() => answer.locator('tbody tr').count()).toBe(200)

  const json = await downloaded(page, 'Download JSON')
  expect(json.name).toMatch(/^operate-variables\.search-.*\.json$/)
  const items: { key: string; name: string }[] = JSON.parse(json.text)
  expect(new Set(items.map(({ key }) => key)).size).toBe(total)
  const csv = await downloaded(page, 'Download CSV')
  const lines = csv.text.split('\r\n')
  expect(lines[0]).toBe('key,processInstanceKey,scopeKey,name,value,truncated,tenantId')
  expect(lines).toHaveLength(total + 2)
  expect(lines[1]?.startsWith(`"=""${items[0]?.key}""",`)).toBe(true)
})

browserTest('an error in full, and what went over HTTP without the token', async () => {
  const page = await openOperation('operate', 'processInstances.get', { params: { key: '1' } })
  const answer = await send(page)
  const error = answer.getByRole('alert')
  await expect.poll(() => answer.locator('.answer-status').textContent()).toBe('404 Not Found')
  await error.getByText('No process instance found for key 1').first().waitFor()
  const members = await error.locator('dt').allTextContents()
  expect(members).toEqual(['code', 'operation', 'method', 'url', 'status', 'type', 'detail', 'instance'])
  await answer.getByText('HTTP request').click()
  await answer.getByText('[redacted]').waitFor()
  expect(await page.content()).not.toMatch(/eyJ|Bearer/)
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'answer-error')
})

browserTest('a token that ended costs one more request, and a refused secret says when to try again', async () => {
  const page = await openOperation('console', 'clusters.list', {}, await openOwnPage('#/explore'))
  await send(page)
  const trouble = async (...names: string[]): Promise<void> => {
    await page.getByRole('link', { name: 'Tokens' }).click()
    for (const name of names) await button(page, name).click()
    await page.goBack()
  }
  await trouble('Expire all tokens')
  await button(page, 'Send again').click()
  const answer = page.getByRole('region', { name: 'Response' })
  await answer.getByText(/^[\d.]+ m?s · .* · 2 requests$/).waitFor()
  await answer.getByText('2 HTTP requests').waitFor()

  await trouble('Rotate the secrets', 'Clear the token cache')
  await button(page, 'Send again').click()
  const error = answer.getByRole('alert')
  await error.getByText('TokenRejectedError').waitFor()
  await error.getByText(/^Try again in \d+ s\.$/).waitFor()
  await error.getByText('invalid_client', { exact: true }).waitFor()
})

browserTest('names and files that would like to run stay text', async () => {
  const image = '<img src=x onerror=alert(1)>'
  const xml = `<?xml version="1.0"?><definitions><script>alert(1)</script>${image}</definitions>`
  const page = await openOperation('modeler', 'projects.create', { input: { name: image } })
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await send(page)
  const { id: projectId } = JSON.parse((await downloaded(page, 'Download JSON')).text)
  await openOperation(
    'modeler',
    'files.create',
    { input: { name: 'javascript:alert(1)', fileType: 'bpmn', projectId, content: xml } },
    page,
  )
  await send(page)
  const { id: fileId } = JSON.parse((await downloaded(page, 'Download JSON')).text)

  await openOperation('modeler', 'files.get', { params: { fileId } }, page)
  const file = await send(page)
  for (const shape of ['Tree', 'JSON']) {
    await button(file, shape).click()
    await file.getByText('<script>alert(1)</script>').first().waitFor()
    await file.getByText('javascript:alert(1)').first().waitFor()
  }
  await openOperation('modeler', 'projects.search', { input: { filter: { name: image } } }, page)
  const projects = await send(page)
  await button(projects, 'Table').click()
  await projects.getByRole('cell', { name: image }).first().waitFor()
  // A text answer with a name in it that somebody else chose: the log of activities.
  const email = '<img/src=x/onerror=alert(1)>@example.com'
  await openOperation('console', 'members.setRoles', { params: { email }, input: { orgRoles: ['analyst'] } }, page)
  await send(page)
  await openOperation('console', 'activity.getCsv', {}, page)
  const log = await send(page)
  await log.locator('pre', { hasText: email }).waitFor()

  expect(await page.locator('main img, main script, main a[href^="javascript"]').count()).toBe(0)
  expect(dialogs).toEqual([])
})

/** Makes each request to the embedded Camunda take so long. */
async function slowDown(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate((delay) => {
    const port = MessagePort.prototype as MessagePort & { post?: MessagePort['postMessage'] }
    port.post ??= port.postMessage
    const { post } = port
    port.postMessage = function (this: MessagePort, ...args: [unknown]) {
      setTimeout(() => post.apply(this, args), delay)
    } as MessagePort['postMessage']
  }, milliseconds)
}
