import { expect } from 'vitest'
import { findFaults } from './support/axe.ts'
import { browserTest, keepScreenshot, openOwnPage, openPage, useChromium } from './support/chromium.ts'

useChromium()

browserTest('says beside the field what is wrong, and leads to the first', async () => {
  const page = await openPage('#/explore/operate/processInstances.search')
  await page.locator('summary').getByText('filter', { exact: true }).click()
  await page.getByRole('combobox', { name: 'processDefinitionKey' }).fill('12x')
  await page.getByRole('textbox', { name: 'size' }).fill('2000')
  await page.locator('summary').getByText('filter', { exact: true }).click()
  await expect.poll(() => page.locator('[aria-invalid]').count()).toBe(0)
  await page.getByRole('button', { name: 'Send' }).click()

  const key = page.getByRole('combobox', { name: 'processDefinitionKey' })
  await page.waitForFunction(() => document.activeElement?.id === 'field-body.filter.processDefinitionKey')
  await expect.poll(() => key.getAttribute('aria-invalid')).toBe('true')
  const about = (await key.getAttribute('aria-describedby')) ?? ''
  await expect
    .poll(() => page.locator(`[id="${about}"]`).textContent())
    .toBe('A key has digits only, for example 2251799813685254')
  await page.getByText('must be a whole number from 1 to 1000').waitFor()
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'explore-validation')

  await key.fill('9223372036854775807')
  await page.getByRole('textbox', { name: 'size' }).fill('5')
  await expect.poll(() => page.locator('[aria-invalid]').count()).toBe(0)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('region', { name: 'Response' }).getByText('200 OK').first().waitFor()
})

browserTest('form and JSON are one, and the address brings both back', async () => {
  const page = await openPage('#/explore/operate/processInstances.search')
  await page.locator('summary').getByText('filter', { exact: true }).click()
  await page.getByLabel('state').selectOption('ACTIVE')
  await page.locator('summary').getByText('sort', { exact: true }).click()
  await page.getByRole('button', { name: 'Add sort' }).click()
  await page.getByRole('group', { name: 'sort 1' }).getByLabel('field').selectOption('startDate')
  await page.getByRole('button', { name: 'JSON', exact: true }).first().click()
  const json = page.getByRole('textbox', { name: 'body as JSON' })
  expect(JSON.parse(await json.inputValue())).toEqual({ filter: { state: 'ACTIVE' }, sort: [{ field: 'startDate' }] })

  await json.fill('{\n  "filter": { "key": 9223372036854775807, }\n}')
  await page.getByText('Line 2, column 43: expected a name in double quotes.').waitFor()
  await page.getByRole('button', { name: 'Form', exact: true }).click()
  await expect.poll(() => json.isVisible()).toBe(true)
  await json.fill('{"filter":{"key":9223372036854775807,"stat":"ACTIVE"}}')
  await page.getByRole('button', { name: 'Form', exact: true }).click()
  await page.waitForURL(/9223372036854775807/)
  await page.reload()
  // Nobody knows what a name that is not in the shape stands for.
  await page.getByText('The link does not include filter.stat').waitFor()
  await page.locator('summary').getByText('filter', { exact: true }).click()
  await expect
    .poll(() => page.getByRole('combobox', { name: 'key', exact: true }).inputValue())
    .toBe('9223372036854775807')

  await page.getByRole('button', { name: 'JSON', exact: true }).first().click()
  await json.fill('{"filter":{"key":9223372036854775807,"stat":"ACTIVE"}}')
  await page.getByRole('button', { name: 'Form', exact: true }).click()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('is not a known member. Did you mean "state"?').waitFor()
  await page.getByRole('button', { name: 'Remove stat' }).click()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('region', { name: 'Response' }).getByText('200 OK').first().waitFor()
})

browserTest('who goes on while the address is still to be updated gets where they go', async () => {
  const page = await openPage('#/explore/operate/processInstances.get')
  const key = page.getByRole('combobox', { name: /^key/ })
  await key.waitFor()
  await page.evaluate(() => {
    const { setTimeout } = globalThis
    const timers: (() => void)[] = []
    const hold = (run: () => void, ms?: number): unknown => (ms === 200 ? timers.push(run) : setTimeout(run, ms))
    Object.assign(globalThis, { timers, setTimeout: hold })
  })
  await key.fill('42')
  await page.waitForFunction(() => (globalThis as unknown as { timers: unknown[] }).timers.length > 0)
  // All in one task, so no event can come between them.
  await page.evaluate(() => {
    location.hash = '#/tokens'
    for (const run of (globalThis as unknown as { timers: (() => void)[] }).timers) run()
  })
  await page.getByRole('heading', { name: 'Tokens', exact: true }).waitFor()
})

browserTest('keeps a secret out of the address, and says so to whom the address is given', async () => {
  const page = await openPage('#/explore/console/secrets.create')
  await page.getByRole('button', { name: 'Use an example' }).click()
  await page.waitForURL(/params=/)
  await page.getByLabel('secretValue').fill('MARKER-s3cret')
  await page.waitForURL(/without=secretValue/)
  expect(page.url()).not.toContain('MARKER')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('region', { name: 'Response' }).getByText(/^20\d/).first().waitFor()
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
    'MARKER',
  )

  await page.reload()
  await page.getByText('The link does not include secretValue').waitFor()
  await expect.poll(() => page.getByLabel('secretValue').inputValue()).toBe('')
  await expect.poll(() => page.getByLabel('secretName').inputValue()).toBe('EXAMPLE_SECRET')
})

browserTest('adds and removes rows, and leaves out what is empty', async () => {
  const page = await openPage('#/explore/console/clusters.updateIpAllowlist')
  const address = async (): Promise<unknown> =>
    JSON.parse(new URLSearchParams(page.url().split('?')[1]).get('input') ?? '{}')
  await page.getByRole('button', { name: 'Add ipallowlist' }).click()
  await page.waitForFunction(() => document.activeElement?.id === 'field-body.ipallowlist.0.ip')
  await page.keyboard.type('192.0.2.7')
  await page.keyboard.press('Tab')
  await page.keyboard.type('office')
  await page.waitForURL(/office/)
  await expect.poll(address).toEqual({ ipallowlist: [{ ip: '192.0.2.7', description: 'office' }] })
  await page.getByRole('textbox', { name: 'description' }).fill('')
  await page.waitForURL(/^((?!office).)*$/)
  await expect.poll(address).toEqual({ ipallowlist: [{ ip: '192.0.2.7' }] })
  await page.getByRole('button', { name: 'Remove ipallowlist 1' }).click()
  await page.waitForFunction(() => document.activeElement?.textContent === 'Add ipallowlist')
})

browserTest('takes values of one of several kinds, and JSON of a kind that no field is for', async () => {
  const page = await openPage('#/explore/operate/flowNodeInstances.search?input={"filter":{"flowNodeId":5}}')
  await page.locator('summary').getByText('filter', { exact: true }).click()
  await page.getByLabel('incident', { exact: true }).selectOption('false')
  await expect.poll(() => page.getByLabel('flowNodeId').inputValue()).toBe('5')
  await page.getByText('searchAfter', { exact: true }).click()
  await page.getByRole('button', { name: 'Add searchAfter' }).click()
  await page.getByLabel('Kind of searchAfter 1').selectOption('number')
  await page.getByRole('textbox', { name: 'searchAfter 1' }).fill('1.0')
  await expect.poll(() => page.getByRole('textbox', { name: 'searchAfter 1' }).inputValue()).toBe('1.0')
  await page.getByRole('button', { name: 'JSON', exact: true }).first().click()
  const json = await page.getByRole('textbox', { name: 'body as JSON' }).inputValue()
  expect(JSON.parse(json)).toEqual({ filter: { flowNodeId: 5, incident: false }, searchAfter: [1] })
})

browserTest('takes what newer servers know', async () => {
  const page = await openPage('#/explore/modeler/files.search')
  await page.locator('summary').getByText('filter', { exact: true }).click()
  await page.getByLabel('type', { exact: true }).selectOption('Other …')
  await page.getByLabel('Other type').fill('RPA')
  await page.getByRole('button', { name: 'JSON', exact: true }).first().click()
  const json = await page.getByRole('textbox', { name: 'body as JSON' }).inputValue()
  expect(JSON.parse(json)).toEqual({ filter: { type: 'RPA' } })
})

browserTest('picks a date by the calendar of the browser', async () => {
  const page = await openOwnPage('#/explore/operate/processInstances.search', { timezoneId: 'UTC' })
  await page.locator('summary').getByText('filter', { exact: true }).click()
  await page.getByRole('button', { name: 'Pick startDate' }).click()
  await page
    .locator('.date-control', { has: page.getByLabel('Pick startDate') })
    .locator('[type="datetime-local"]')
    .fill('2026-01-31T09:00')
  await expect.poll(() => page.getByRole('textbox', { name: 'startDate' }).inputValue()).toBe('2026-01-31T09:00:00Z')
})
