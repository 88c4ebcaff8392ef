import type { ProcessDefinition } from '@x/operate'
import { parseOperateDate } from '@x/operate'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { findFaults } from './support/axe.ts'
import { type CamundaBehindProxy, serveCamundaBehindProxy } from './support/camunda-behind-proxy.ts'
import { browserTest, keepScreenshot, openPage, useChromium } from './support/chromium.ts'

useChromium()

let camunda: CamundaBehindProxy

beforeAll(async () => {
  camunda = await serveCamundaBehindProxy()
})
afterAll(() => camunda.close())

browserTest('shows the embedded Camunda, and fetches bpmn-js with the first diagram', async () => {
  const page = await openPage()
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  await page.getByRole('link', { name: 'Processes' }).click()
  await page.getByRole('link', { name: 'Loan application' }).waitFor()
  expect(scripts.filter((path) => path.includes('bpmn'))).toEqual([])

  await page.getByRole('link', { name: 'Loan application' }).click()
  await badges(page).first().waitFor()
  expect(scripts.filter((path) => path.includes('bpmn') && path.endsWith('.js'))).toHaveLength(1)
  const sign = page.getByRole('link', { name: 'Powered by bpmn.io' })
  expect(await sign.isVisible()).toBe(true)
  // The sign opens a notice in the page, drawn without inline styles.
  await sign.click()
  await page.getByText('Web-based tooling for BPMN').waitFor()
})

browserTest('counts what runs and what is stuck as the API does, for each version', async () => {
  const { operate } = camunda
  const page = await camunda.open('#/processes')
  const active = await operate.processInstances.search({ filter: { state: 'ACTIVE' }, size: 1 })
  const incidents = await operate.incidents.search({ filter: { state: 'ACTIVE' }, size: 1 })
  const figures = page.getByRole('definition')
  await expect.poll(() => figures.allTextContents()).toEqual([`${active.total}`, `${incidents.total}`])

  const definitions = (await operate.processDefinitions.search({ size: 100 })).items
  const versions = definitions.filter(({ bpmnProcessId }) => bpmnProcessId === 'order-fulfilment')
  expect(versions.map(({ version }) => version).sort()).toEqual([1, 2, 3])
  const row = page.getByRole('row', { name: 'Order fulfilment' })
  for (const definition of versions.toSorted((a, b) => b.version - a.version)) {
    await row.getByRole('combobox').selectOption(definition.key)
    await expectCounts(row, definition)
  }

  await page.getByText('As a table').click()
  const table = page.getByRole('region', { name: 'as a table' })
  const days = await table.locator('tbody td:nth-child(2)').allTextContents()
  const begin = new Date(new Date().setHours(0, 0, 0, 0))
  begin.setDate(begin.getDate() - 41)
  const { items } = await operate.processInstances.search({ size: 1000 })
  const started = items.filter(({ startDate }) => parseOperateDate(startDate) >= begin)
  expect(days.reduce((sum, day) => sum + Number(day), 0)).toBe(started.length)

  await page.getByRole('combobox', { name: 'Per' }).selectOption('hour')
  await page.getByText('last 48 hours').waitFor()
  expect(await findFaults(page)).toEqual([])
})

async function expectCounts(row: Locator, { key }: ProcessDefinition): Promise<void> {
  const filter = { processDefinitionKey: key, state: 'ACTIVE' } as const
  const active = await camunda.operate.processInstances.search({ filter, size: 1 })
  const incidents = await camunda.operate.incidents.search({ filter, size: 1 })
  const cells = row.locator('td.number')
  await expect.poll(async () => (await cells.allTextContents()).map(count)).toEqual([active.total, incidents.total])
}

browserTest('draws on a diagram what the API says, and leads from there to variables and incidents', async () => {
  const { operate } = camunda
  const page = await camunda.open('#/processes')
  await page.getByRole('link', { name: 'Loan application' }).click()
  await badges(page).first().waitFor()
  const processDefinitionKey = new URL(page.url()).hash.split('/')[2] as string
  const filter = { processDefinitionKey, state: 'ACTIVE' } as const
  const tokens = (await operate.flowNodeInstances.search({ filter, size: 1000 })).items
  const labels = await Promise.all((await badges(page).all()).map((badge) => badge.getAttribute('aria-label')))
  const expected: string[] = []
  const rows = page.getByRole('region', { name: 'Elements with their counts' }).locator('tbody tr')
  for (const row of await rows.all()) {
    const link = row.getByRole('link')
    const flowNodeId = decodeURIComponent((await link.getAttribute('href'))?.split('/').at(-1) ?? '')
    const here = tokens.filter((token) => token.flowNodeId === flowNodeId)
    const incidents = here.filter(({ incident }) => incident).length
    const active = here.length - incidents
    expect((await row.locator('td').allTextContents()).map(count)).toEqual([active, incidents])
    const name = await link.textContent()
    if (active > 0) expected.push(`${active} active at ${name}`)
    if (incidents > 0) expected.push(`${incidents} ${incidents === 1 ? 'incident' : 'incidents'} at ${name}`)
  }
  expect(expected.length).toBeGreaterThan(3)
  expect(labels.toSorted()).toEqual(expected.toSorted())
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'processes-diagram')

  await badges(page)
    .and(page.getByRole('button', { name: 'at Verify documents' }))
    .click()
  const instances = page.getByRole('region', { name: 'Instances at Verify documents' })
  await instances.getByRole('link').first().click()
  const incident = page.getByRole('region', { name: 'Incidents of this instance' })
  await incident.waitFor()
  await badges(page).first().waitFor()

  const processInstanceKey = new URL(page.url()).hash.split('/').at(-1) as string
  const [known] = (await operate.incidents.search({ filter: { processInstanceKey, state: 'ACTIVE' } })).items
  expect(known).toBeDefined()
  const shown = await incident.textContent()
  expect(shown).toContain(known?.message)
  expect(shown).toContain(known?.type)
  expect(shown).toContain('Verify documents')
  const variables = (await operate.variables.search({ filter: { processInstanceKey }, size: 100 })).items
  const cells = page.getByRole('region', { name: 'Variables of this instance' }).locator('td.value')
  await expect.poll(() => cells.allTextContents()).toHaveLength(variables.length)
  expect((await cells.allTextContents()).toSorted()).toEqual(variables.map(({ value }) => value).toSorted())
  const flows = await operate.processInstances.getSequenceFlows(processInstanceKey)
  const drawn = await page
    .locator('.djs-connection.mark-passed')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-element-id')))
  expect(drawn.toSorted()).toEqual(flows.toSorted())
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'processes-instance')

  await page.goBack()
  await instances.waitFor()
})

browserTest('needs no mouse', async () => {
  const page = await camunda.open('#/processes')
  await page.getByRole('link', { name: 'Customer onboarding' }).waitFor()
  await press(page, 'Customer onboarding')
  const drawing = page.getByRole('group', { name: 'Drawing' })
  await drawing.waitFor()
  await tabTo(page, /^Drawing/)
  const scale = (): Promise<string | null> => page.locator('.djs-container .viewport').getAttribute('transform')
  const before = await scale()
  await page.keyboard.press('+')
  expect(await scale()).not.toBe(before)
  await page.keyboard.press('0')
  await page.keyboard.press('Control+ArrowLeft')
  expect(await scale()).not.toBe(before)

  await press(page, 'Capture customer data')
  await page.getByRole('region', { name: 'Instances at Capture customer data' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Instances at Capture customer data')
  await press(page, /^\d{16,19}$/)
  await page.getByRole('region', { name: 'Variables of this instance' }).waitFor()
  await press(page, 'Decisions')
  await press(page, 'Approval level')
  await page.getByRole('region', { name: 'Decision table of Approval level' }).waitFor()
})

browserTest('gives values whole and exact', async () => {
  const { operate } = camunda
  const [cut] = (await operate.variables.search({ filter: { truncated: true }, size: 1 })).items
  if (!cut) throw new Error('No long value is there to be shown.')
  const { processDefinitionKey } = await operate.processInstances.get(cut.processInstanceKey)
  const page = await camunda.open(`#/processes/${processDefinitionKey}/instances/${cut.processInstanceKey}`)
  const value = page.getByRole('region', { name: `Value of ${cut.name}` })
  expect(await value.textContent()).toBe(cut.value)
  await page.getByRole('button', { name: 'Load the whole value' }).click()
  await page.getByText(/^The whole value/).waitFor()
  expect(await value.textContent()).toBe((await operate.variables.get(cut.key)).value)
  expect(await findFaults(page)).toEqual([])
})

browserTest('shows decisions as tables, and which rule matched', async () => {
  const { operate } = camunda
  const page = await camunda.open('#/processes/decisions')
  const row = page.getByRole('row', { name: 'Approval level' })
  const evaluations = await operate.decisionInstances.search({ filter: { decisionId: 'approvalLevel' }, size: 1 })
  await row.getByText(`${evaluations.total}`, { exact: true }).waitFor()
  expect(await findFaults(page)).toEqual([])
  await row.getByRole('link').click()
  const table = page.getByRole('region', { name: 'Decision table of Approval level' })
  await table.getByText('Hit policy: Unique').waitFor()
  expect(await table.locator('tbody tr').count()).toBeGreaterThan(2)
  expect(await findFaults(page)).toEqual([])

  await page.getByRole('region', { name: 'Evaluations' }).getByRole('link').first().click()
  await table.getByText('✓ matched').waitFor()
  const id = new URL(page.url()).hash.split('/').at(-1) as string
  const { evaluatedInputs = [], evaluatedOutputs = [] } = await operate.decisionInstances.get(id)
  const inputs = await page.getByRole('region', { name: 'Inputs of the evaluation' }).locator('td').allTextContents()
  expect(inputs).toEqual(evaluatedInputs.map(({ value }) => value))
  const matched = await table.locator('tr.is-matched th').allTextContents()
  expect(matched.map(count)).toEqual([...new Set(evaluatedOutputs.map(({ ruleIndex }) => ruleIndex))])
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'processes-decision')
})

browserTest('can be read in the dark, and at 400 px', async () => {
  const page = await openPage('#/processes', { colorScheme: 'dark' })
  const [links, figure] = [page.getByRole('region', { name: 'Process definitions' }), page.locator('svg rect').first()]
  await links.waitFor()
  await figure.waitFor({ state: 'attached' })
  await expect.poll(() => page.locator('td.number .badge').count()).toBeGreaterThan(5)
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'processes-dark')

  await page.setViewportSize({ width: 400, height: 800 })
  await links.getByRole('link', { name: 'Order fulfilment' }).click()
  await badges(page).first().waitFor()
  await page.getByRole('region', { name: 'Instances of this process' }).waitFor()
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'processes-narrow-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await keepScreenshot(page, 'processes-narrow')
  for (const place of ['Processes', 'Decisions']) {
    await page.getByRole('navigation', { name: 'What to see' }).getByRole('link', { name: place }).click()
    await page.getByRole('heading', { name: place, level: 1 }).waitFor()
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect(overflow).toBeLessThanOrEqual(0)
  }
})

function badges(page: Page): Locator {
  return page.locator('.djs-overlays .badge')
}

/** The number in a badge or cell, which has a sign before it. */
function count(text: string): number {
  return Number(/\d+/.exec(text)?.[0])
}

/** Moves the focus with the Tab key until it is on what has this text or label. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
  }
  throw new Error(`The Tab key does not lead to ${name}.`)
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
