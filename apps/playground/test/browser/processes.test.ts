import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { linearBpmn } from '../support/linear-bpmn.ts'
import { type Seeded, seedEngine } from '../support/seed-engine.ts'
import { findFaults } from './support/axe.ts'
import { type CamundaBehindProxy, serveCamundaBehindProxy } from './support/camunda-behind-proxy.ts'
import { browserTest, keepScreenshot, useChromium } from './support/chromium.ts'

useChromium()

let camunda: CamundaBehindProxy
let seeded: Seeded

beforeAll(async () => {
  camunda = await serveCamundaBehindProxy()
  seeded = await seedEngine(camunda.emulator.engine)
})
afterAll(() => camunda.close())

browserTest('counts what the API counts, in all versions, and each number leads to what it counts', async () => {
  const { cluster } = camunda
  const page = await camunda.open('#/processes')
  const count = async (filter: object): Promise<number> =>
    (await cluster.processInstances.search({ filter: { state: 'ACTIVE', ...filter }, page: { limit: 1 } })).total
  const incidents = (await cluster.incidents.search({ filter: { state: 'ACTIVE' }, page: { limit: 1 } })).total
  const figures = page.getByRole('definition')
  const expected = [await count({}), await count({ hasIncident: true }), incidents]
  await expect.poll(() => figures.allTextContents()).toEqual(expected.map(String))

  const order = { processDefinitionId: 'order' }
  const row = page.getByRole('row', { name: 'Order' })
  const numbers = [await count(order), await count({ ...order, hasIncident: true })]
  await expect.poll(async () => (await row.locator('td.number').allTextContents()).map(numberIn)).toEqual(numbers)

  for (const [index, title] of ['Instances', 'Instances', 'Incidents'].entries()) {
    await figures.nth(index).getByRole('link').click()
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    const rows = page.locator('.records tbody tr')
    await expect.poll(() => rows.count()).toBe(expected[index])
    await page.goBack()
    await figures.first().waitFor()
  }
})

browserTest('why did it fail: two clicks from anywhere', async () => {
  const page = await camunda.open('#/explore')
  await page.getByRole('link', { name: 'Processes', exact: true }).click()
  await page.getByRole('row', { name: 'Order' }).getByRole('link', { name: 'with an incident' }).click()
  const instances = page.getByRole('region', { name: 'Instances', exact: true }).last()
  for (const { message } of seeded.outOfStock) await instances.getByText(message).waitFor()
  await expect.poll(() => instances.getByText('Card declined').count()).toBe(seeded.declined.length)
  await expect.poll(() => instances.locator('tbody tr').count()).toBe(seeded.outOfStock.length + seeded.declined.length)
})

browserTest('lists incidents by cause, with message, element, process and age', async () => {
  const page = await camunda.open('#/processes/incidents')
  const declined = page.getByRole('region', { name: 'Card declined', exact: true })
  await declined.getByText(`${seeded.declined.length} incidents`).waitFor()
  await declined.getByText('at Charge card of Payment · Job no retries').waitFor()
  const [instance, version, age] = await declined.getByRole('row').nth(1).getByRole('cell').allTextContents()
  expect(instance).toMatch(/^\d+$/)
  expect(version).toBe('v1')
  expect(age).toMatch(/^\d+ \w+ ago$/)
  // Whatever article it is, the cause is the same.
  const outOfStock = page.locator('.cause', { hasText: `${seeded.outOfStock.length} incidents` })
  for (const { message } of seeded.outOfStock) await outOfStock.getByRole('cell', { name: message }).waitFor()
  await expect.poll(() => page.locator('.cause').count()).toBe(2)
})

browserTest('shows the incident of a called instance on the instance that called it', async () => {
  const page = await camunda.open(`#/processes/instances/${seeded.declined[0]}`)
  const incidents = page.getByRole('region', { name: 'Incidents of this instance' })
  await incidents.getByText('Card declined').waitFor()
  await incidents.getByText('Called Payment').waitFor()
  await badges(page).first().waitFor()
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'processes-instance')
  await incidents.getByRole('link', { name: /^\d+$/ }).first().click()
  await incidents.getByText('This instance').waitFor()
})

browserTest(
  'shows in the history what contains what, down to called instances, and what an element read and wrote',
  async () => {
    const { elementInstances, processInstances, variables } = camunda.cluster
    const processInstanceKey = seeded.declined[0] as string
    const page = await camunda.open(`#/processes/instances/${processInstanceKey}`)
    const history = page.getByRole('list', { name: 'Elements that the instance reached' })
    const names = (list: Locator): Promise<readonly string[]> => list.locator(':scope > li > div a').allTextContents()
    const inScope = async (elementInstanceScopeKey: string): Promise<readonly string[]> => {
      const { items } = await elementInstances.search({
        filter: { elementInstanceScopeKey },
        sort: [{ field: 'startDate' }],
      })
      return items.map(({ elementName }) => elementName)
    }
    const check = history.getByRole('listitem').filter({ hasText: 'Check stock' })
    await check.getByText('1 input, 1 output').click()
    expect(await names(history)).toEqual(await inScope(processInstanceKey))
    const { items } = await variables.search({ filter: { processInstanceKey } })
    const value = (name: string): string => items.find((variable) => variable.name === name)?.value as string
    expect(value('article')).toBe(value('orderId'))
    const read = check.locator('dl > div', { hasText: 'Input article' })
    const written = check.locator('dl > div', { hasText: 'Output isAvailable' })
    await expect.poll(() => read.textContent()).toBe(`Input article${value('article')}from =orderId`)
    await expect.poll(() => written.textContent()).toBe('Output isAvailabletruefrom =inStock')

    const [called] = (await processInstances.search({ filter: { parentProcessInstanceKey: processInstanceKey } })).items
    const calledKey = called?.processInstanceKey as string
    await tabTo(page, 'Called instances of Collect payment')
    await page.keyboard.press('Enter')
    await tabTo(page, `Elements of Payment ${calledKey}`)
    await page.keyboard.press('Enter')
    const payment = history.getByRole('list', { name: `Contents of Payment ${calledKey}` })
    const charge = payment.getByRole('listitem').filter({ hasText: 'Charge card' })
    await charge.getByText('Active, incident').waitFor()
    expect(await names(payment)).toEqual(await inScope(calledKey))
    expect(await findFaults(page)).toEqual([])
    await keepScreenshot(page, 'processes-history')
    await page.keyboard.press('Enter')
    await payment.waitFor({ state: 'detached' })
  },
)

const ITEMS =
  '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>' +
  '<zeebe:loopCharacteristics inputCollection="=[1, 2]" inputElement="item" />' +
  '</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>' +
  '<bpmn:startEvent id="in" name="Item in"><bpmn:outgoing>inner</bpmn:outgoing></bpmn:startEvent>' +
  '<bpmn:sequenceFlow id="inner" sourceRef="in" targetRef="pack" />' +
  '<bpmn:serviceTask id="pack" name="Pack item"><bpmn:extensionElements>' +
  '<zeebe:taskDefinition type="pack-item" /></bpmn:extensionElements><bpmn:incoming>inner</bpmn:incoming></bpmn:serviceTask>'

browserTest('shows each instance of a multi-instance sub-process with what is in it', async () => {
  const { engine } = camunda.emulator
  const content = linearBpmn('parcel', 'Parcel', [{ id: 'items', name: 'Items', tag: 'subProcess', content: ITEMS }])
  await engine.deploy([{ name: 'parcel.bpmn', content }])
  const { processInstanceKey } = engine.createInstance({ processDefinitionId: 'parcel' })
  const page = await camunda.open(`#/processes/instances/${processInstanceKey}`)
  const open = page.getByRole('button', { name: 'Elements of Items' })
  await open.click()
  const inBody = page.getByRole('list', { name: 'Contents of Items' }).first()
  await inBody.getByText('Sub process').first().waitFor()
  expect(await open.count()).toBe(3)
  await open.nth(1).click()
  await inBody.getByText('Pack item').waitFor()
  expect(await inBody.getByRole('list').locator('a').allTextContents()).toEqual(['Item in', 'Pack item'])
})

browserTest('draws on a diagram what the API says, in one version or all', async () => {
  const { cluster } = camunda
  const page = await camunda.open('#/processes')
  await page.getByRole('link', { name: 'Order', exact: true }).click()
  await badges(page).first().waitFor()
  const { items: definitions } = await cluster.processDefinitions.search({ filter: { processDefinitionId: 'order' } })
  const keys = definitions.map(({ processDefinitionKey }) => processDefinitionKey)
  expect(keys).toHaveLength(2)
  await expectCounts(page, keys)
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'processes-diagram')

  await page.getByRole('combobox', { name: 'State' }).selectOption('Incident')
  await page.getByRole('combobox', { name: 'Version' }).selectOption('1')
  await page.waitForFunction(() => document.querySelectorAll('.djs-shape[data-element-id="ship"]').length === 0)
  const oldest = definitions.find(({ version }) => version === 1)?.processDefinitionKey as string
  await expectCounts(page, [oldest])
  // Another version does not drop the filter.
  await expect.poll(() => page.getByRole('combobox', { name: 'State' }).inputValue()).toBe('INCIDENT')

  await page.getByRole('button', { name: 'with an incident at Check stock' }).click()
  const instances = page.getByRole('region', { name: 'Instances at Check stock' })
  await instances
    .getByText(/is out of stock$/)
    .first()
    .waitFor()
  await instances.getByRole('link').first().click()
  await page.getByRole('region', { name: 'Incidents of this instance' }).getByText('is out of stock').waitFor()

  const processInstanceKey = new URL(page.url()).hash.split('/').at(-1) as string
  const variables = (await cluster.variables.search({ filter: { processInstanceKey } })).items
  const cells = page.getByRole('region', { name: 'Variables of this instance' }).locator('td.value')
  await expect
    .poll(async () => (await cells.allTextContents()).toSorted())
    .toEqual(variables.map(({ value }) => value).toSorted())
  const flows = await cluster.processInstances.getSequenceFlows(processInstanceKey)
  const drawn = (): Promise<readonly (string | null)[]> =>
    page
      .locator('.djs-connection.mark-passed')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-element-id')).toSorted())
  await expect.poll(drawn).toEqual(flows.items.map(({ elementId }) => elementId).toSorted())
  await page.goBack()
  await instances.waitFor()
})

async function expectCounts(page: Page, definitionKeys: readonly string[]): Promise<void> {
  const pages = await Promise.all(
    definitionKeys.map((processDefinitionKey) =>
      camunda.cluster.elementInstances.search({
        filter: { processDefinitionKey, state: 'ACTIVE' },
        page: { limit: 100 },
      }),
    ),
  )
  const tokens = pages.flatMap(({ items }) => items)
  const expected: string[] = []
  for (const [name, elementId] of [
    ['Check stock', 'check'],
    ['Collect payment', 'pay'],
  ] as const) {
    const here = tokens.filter((token) => token.elementId === elementId)
    const failed = here.filter(({ hasIncident }) => hasIncident).length
    expected.push(`${here.length} running at ${name}`)
    if (failed > 0) expected.push(`${failed} with an incident at ${name}`)
    const row = page.getByRole('region', { name: 'Elements with their counts' }).getByRole('row', { name })
    await expect
      .poll(async () => (await row.locator('td').allTextContents()).map(numberIn))
      .toEqual([here.length, failed])
  }
  const labels = async (): Promise<readonly (string | null)[]> =>
    (await Promise.all((await badges(page).all()).map((badge) => badge.getAttribute('aria-label')))).toSorted()
  await expect.poll(labels).toEqual(expected.toSorted())
}

browserTest('needs no mouse', async () => {
  const page = await camunda.open('#/processes')
  await press(page, 'Order')
  const drawing = page.getByRole('group', { name: 'Drawing' })
  await drawing.waitFor()
  await tabTo(page, /^Drawing/)
  const scale = (): Promise<string | null> => page.locator('.djs-container .viewport').getAttribute('transform')
  const before = await scale()
  await page.keyboard.press('+')
  await expect.poll(scale).not.toBe(before)
  await page.keyboard.press('0')
  await page.keyboard.press('Control+ArrowLeft')
  await expect.poll(scale).not.toBe(before)

  await press(page, 'Check stock')
  await page.getByRole('region', { name: 'Instances at Check stock' }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Instances at Check stock')
  await press(page, /^\d{16,19}$/)
  await page.getByRole('region', { name: 'Variables of this instance' }).waitFor()
  await press(page, 'Decisions')
  await press(page, 'Approval level')
  await page.getByRole('region', { name: 'Decision table of Approval level' }).waitFor()
})

browserTest('loads the whole of a long value on request', async () => {
  const { cluster } = camunda
  const processInstanceKey = seeded.waiting[0] as string
  const [note] = (await cluster.variables.search({ filter: { processInstanceKey, name: 'note' } })).items
  if (!note?.isTruncated) throw new Error('No long value is there to be shown.')
  const page = await camunda.open(`#/processes/instances/${processInstanceKey}`)
  const value = page.getByRole('region', { name: 'Value of note' })
  await value.waitFor()
  await expect.poll(() => value.textContent()).toBe(note.value)
  await page.getByRole('button', { name: 'Load the whole value' }).click()
  await page.getByText(/^The whole value/).waitFor()
  await expect.poll(() => value.textContent()).toBe((await cluster.variables.get(note.variableKey)).value)
  expect(await findFaults(page)).toEqual([])
})

browserTest('shows decisions as tables, and which rule matched', async () => {
  const { cluster } = camunda
  const page = await camunda.open('#/processes/decisions')
  const row = page.getByRole('row', { name: 'Approval level' })
  await row.getByRole('link', { name: '3', exact: true }).waitFor()
  await row.getByRole('link').first().click()
  const table = page.getByRole('region', { name: 'Decision table of Approval level' })
  await table.getByText('Hit policy: Unique').waitFor()
  await expect.poll(() => table.locator('tbody tr').count()).toBe(3)

  await page.getByRole('region', { name: 'Evaluations' }).getByRole('link').first().click()
  await page.getByRole('region', { name: 'Inputs of the evaluation' }).waitFor()
  const id = new URL(page.url()).hash.split('/').at(-1) as string
  const { matchedRules } = await cluster.decisionInstances.get(id)
  const matched = table.locator('.is-matched th')
  await expect
    .poll(async () => (await matched.allTextContents()).map(numberIn))
    .toEqual(matchedRules.map(({ ruleIndex }) => ruleIndex))
  expect(await findFaults(page)).toEqual([])
  await keepScreenshot(page, 'processes-decision')
})

function badges(page: Page): Locator {
  return page.locator('.djs-overlays .badge')
}

/** The number in a badge or cell, which has a sign before it. */
function numberIn(text: string): number {
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

/** Presses a link or button by keyboard. Waits for it first: it may belong to data that is still loading. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const hasText = typeof name === 'string' ? new RegExp(`^${name}$`) : name
  await page.locator('a:visible, button:visible').filter({ hasText }).first().waitFor()
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
