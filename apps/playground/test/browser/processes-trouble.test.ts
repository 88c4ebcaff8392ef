import { createEmulator } from '@x/emulator'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Seeded, seedEngine } from '../support/seed-engine.ts'
import { findFaults } from './support/axe.ts'
import { type CamundaBehindProxy, goTo, serveCamundaBehindProxy } from './support/camunda-behind-proxy.ts'
import { browserTest, forgiveComplaints, openPage, useChromium } from './support/chromium.ts'

useChromium()

let camunda: CamundaBehindProxy

let seeded: Seeded

beforeAll(async () => {
  camunda = await serveCamundaBehindProxy()
  seeded = await seedEngine(camunda.emulator.engine)
})
afterAll(() => camunda.close())

const EVIL = `<img src=x onerror="hacked=1"><script>hacked=1</script>`
const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A process with a sub-process that has a diagram of its own, and colors. */
const FOLDED = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" id="x" targetNamespace="x">
  <process id="p"><subProcess id="s" name="${escapeXml(EVIL)}"><task id="t" name="In"/></subProcess></process>
  <d:BPMNDiagram id="d1"><d:BPMNPlane id="p1" bpmnElement="p"><d:BPMNShape id="s1" bpmnElement="s"
    bioc:stroke="red;background:url(//evil.example/a)" bioc:fill="url(//evil.example/b)">
    <dc:Bounds x="100" y="100" width="100" height="80"/></d:BPMNShape></d:BPMNPlane></d:BPMNDiagram>
  <d:BPMNDiagram id="d2"><d:BPMNPlane id="p2" bpmnElement="s"><d:BPMNShape id="s2" bpmnElement="t">
    <dc:Bounds x="100" y="100" width="100" height="80"/></d:BPMNShape></d:BPMNPlane></d:BPMNDiagram>
</definitions>`

browserTest('takes names and XML for what they are: text', async () => {
  const { cluster } = camunda
  const filter = { processDefinitionId: 'order', version: 2 }
  const [definition] = (await cluster.processDefinitions.search({ filter })).items
  if (!definition) throw new Error('Nothing is deployed.')
  const { processDefinitionKey } = definition
  const deployed = (await cluster.processDefinitions.getXml(processDefinitionKey)) ?? ''
  let xml = deployed.replaceAll(/ name="[^"]*"/g, ` name="${escapeXml(EVIL)}"`)
  const page = await camunda.open('#/processes')
  await page.route('**/process-definitions/*/xml', (route) => route.fulfill({ contentType: 'text/xml', body: xml }))
  await page.route(`**/process-definitions/${processDefinitionKey}`, (route) =>
    route.fulfill({ json: { ...definition, name: EVIL, processDefinitionId: EVIL } }),
  )
  const open = async (): Promise<void> => {
    await goTo(page, '#/processes')
    await page.getByRole('heading', { name: 'Processes', level: 1 }).waitFor()
    await goTo(page, `#/processes/${processDefinitionKey}`)
  }
  await open()
  await page.getByRole('heading', { name: EVIL }).waitFor()
  await page.locator('.djs-shape').first().waitFor()
  await expect.poll(() => page.getByRole('link', { name: EVIL }).count()).toBeGreaterThan(3)
  await expect.poll(() => page.locator('.diagram').textContent()).toContain('onerror')
  expect(await page.locator('img, main script').count()).toBe(0)

  xml = `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;<b></a>`
  await open()
  await page.getByText('This is not well-formed XML').waitFor()
  await expect.poll(() => page.getByRole('region', { name: 'XML' }).textContent()).toBe(xml)
  expect(await findFaults(page)).toEqual([])

  xml = deployed.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '')
  await open()
  await page.getByText('This BPMN has no diagram').waitFor()
  await page.getByRole('region', { name: 'Elements with their counts' }).getByRole('link').nth(3).waitFor()

  xml = FOLDED
  await open()
  await page.getByTitle(`Open ${EVIL}`).click()
  await page.locator('.bjs-crumb').getByText(EVIL).waitFor()
  expect(await page.locator('img, main script').count()).toBe(0)

  // bpmn-js reads it in another way than browsers do.
  xml = deployed.replace(/<bpmn:process [\s\S]*<\/bpmn:process>/, '')
  await open()
  await page.getByText('The diagram cannot be drawn').waitFor()

  await page.route('**/decision-definitions/*/xml', (route) =>
    route.fulfill({ contentType: 'text/xml', body: '<decision' }),
  )
  await goTo(page, '#/processes/decisions')
  await page.getByRole('link', { name: 'Approval level' }).click()
  await page.getByText('This is not well-formed XML').waitFor()
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
})

browserTest('refreshes, says what failed, and gives up what nobody waits for', async () => {
  const { engine } = camunda.emulator
  const page = await camunda.open('#/processes')
  const figure = page.getByRole('definition').first()
  const { total } = await camunda.cluster.processInstances.search({ filter: { state: 'ACTIVE' } })
  await expect.poll(() => figure.textContent()).toBe(`${total}`)
  engine.cancelInstance(seeded.waiting[0] as string)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect.poll(() => figure.textContent()).toBe(`${total - 1}`)

  await page.clock.install()
  await page.getByRole('checkbox', { name: 'Live' }).check()
  engine.cancelInstance(seeded.waiting[1] as string)
  await page.clock.runFor(2_000)
  await expect.poll(() => figure.textContent()).toBe(`${total - 2}`)

  await page.route('**/decision-definitions/search', (route) =>
    route.fulfill({ status: 400, json: { message: 'Not now' } }),
  )
  await goTo(page, '#/processes/decisions')
  await page.getByRole('alert').getByText('The decisions could not be loaded').waitFor()
  await page.getByText('Not updated').waitFor()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('link', { name: 'Approval level' }).waitFor()
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)

  await goTo(page, '#/processes/1')
  await page.getByRole('alert').getByText('The process could not be loaded').waitFor()
  await goTo(page, '#/processes/nowhere')
  await page.getByText('There is nothing at this address.').waitFor()

  const aborted: string[] = []
  page.on('requestfailed', (request) => aborted.push(new URL(request.url()).pathname))
  await page.route('**/process-definitions/2', () => {})
  const asked = page.waitForRequest('**/process-definitions/2')
  await goTo(page, '#/processes/2')
  await asked
  await goTo(page, '#/processes/decisions')
  await expect.poll(() => aborted.some((path) => path.endsWith('/process-definitions/2'))).toBe(true)
  forgiveComplaints()
})

browserTest('says which credentials it needs where the connection has none of a cluster', async () => {
  const page = await openPage('#/connect')
  // The embedded Camunda has the credentials of every emulator with its origin and the default seed.
  const { credentialsFile } = createEmulator({ origin: 'http://camunda.localhost' })
  await page.getByLabel('Drop the file here').fill(credentialsFile('organization'))
  await page.getByRole('button', { name: 'Use these credentials' }).click()
  await page.getByRole('link', { name: 'Processes' }).click()
  await page.getByText('need an API client of a cluster').waitFor()
  await page.getByRole('link', { name: 'Connect with other credentials' }).click()
  await page.getByRole('heading', { name: 'Connect' }).first().waitFor()
})
