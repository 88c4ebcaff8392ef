import { createEngine, type Engine } from '@x/engine'
import { beforeEach, expect, it } from 'vitest'
import { readXml, type XmlElement } from '../../src/testing/read-xml.ts'
import { type Coverage, createCoverage } from '../../src/testing.ts'
import { DELIVERY, ORDER } from './models.ts'

let coverage: Coverage
beforeEach(() => {
  coverage = createCoverage()
})

async function createOrders(...files: string[]): Promise<Engine> {
  const engine = createEngine()
  await engine.deploy(files.map((content, index) => ({ name: `${index}.bpmn`, content })))
  return engine
}

/** Starts an order whose card is charged, and maybe declined. */
function order(engine: Engine, isDeclined = false): void {
  engine.createInstance({ processDefinitionId: 'order' })
  for (const { jobKey } of engine.activateJobs({ type: 'charge-card', timeout: 1000, maxJobsToActivate: 1 })) {
    if (isDeclined) engine.throwError(jobKey, { errorCode: 'CARD_DECLINED' })
    else engine.completeJob(jobKey)
  }
}

const idsOf = (elements: readonly { readonly id: string }[] = []): string[] => elements.map(({ id }) => id)

it('counts elements and flows of all engines together', async () => {
  const [one, other] = [await createOrders(ORDER), await createOrders(ORDER)]
  order(one)
  coverage.add({ engine: one })
  const [before] = coverage.processes()
  expect(before).toMatchObject({ processDefinitionId: 'order', resourceName: '0.bpmn', instances: 1, ratio: 0.5 })
  expect(idsOf(before?.covered)).toEqual(['received', 'to-charge', 'charge', 'to-ship', 'ship'])
  expect(before?.missing).toContainEqual({ id: 'declined', kind: 'boundaryEvent', name: '' })

  order(other, true)
  coverage.add({ engine: other })
  const [after] = coverage.processes()
  expect(idsOf(after?.missing)).toEqual(['to-shipped', 'shipped'])
  expect(after).toMatchObject({ instances: 2, ratio: 0.8 })
})

it('replaces what the same engine added before, and adds what another process collected', async () => {
  const engine = await createOrders(ORDER)
  order(engine)
  coverage.add({ engine })
  order(engine)
  coverage.add({ engine })
  expect(coverage.processes()).toMatchObject([{ instances: 2 }])
  const other = createCoverage()
  other.add(JSON.parse(JSON.stringify(coverage)))
  other.add({ engine })
  expect(other.processes()).toMatchObject([{ instances: 4 }])
  expect(other.toJSON().processes[0]?.ran).toMatchObject({ received: 4, 'to-charge': 4, charge: 4 })
})

it('reports as text, including what did not run', async () => {
  const engine = await createOrders(ORDER, DELIVERY)
  order(engine)
  coverage.add({ engine })
  expect(coverage.toText()).toBe(`Process coverage: 29% (5 of 17 elements and flows)
order (0.bpmn): 50%, 3 of 6 elements, 2 of 4 flows, 1 instances
  did not run: declined, shipped, canceled
  not taken: to-shipped, to-canceled
delivery (1.bpmn): 0%, 0 of 4 elements, 0 of 3 flows, 0 instances
  did not run: start, fulfil, arrived, end
  not taken: f1, f2, f3`)
  expect(createCoverage().toText()).toBe('Process coverage: 100% (0 of 0 elements and flows)')
})

it('keeps files with the same process separate if they differ', async () => {
  coverage.add({ engine: await createOrders(ORDER) })
  coverage.add({ engine: await createOrders(ORDER.replace('name="Order received"', '')) })
  expect(idsOf(coverage.processes().map(({ processDefinitionId: id }) => ({ id })))).toEqual(['order', 'order'])
})

const all = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(all)]

it('draws the diagram of the file, and marks what ran', async () => {
  const engine = await createOrders(ORDER)
  order(engine)
  coverage.add({ engine })
  const [svg, ...rest] = readXml(coverage.toSvg('order')).children
  expect([svg?.name, rest]).toEqual(['svg', []])
  const drawn = all(svg as XmlElement).filter(({ attributes }) => attributes['data-element-id'] !== undefined)
  const idOf = ({ attributes }: XmlElement): string => attributes['data-element-id'] ?? ''
  const ran = drawn.filter(({ attributes }) => attributes.class === 'ran').map(idOf)
  expect(ran.sort()).toEqual(['charge', 'received', 'ship', 'to-charge', 'to-ship'])
  expect(drawn.map(idOf).sort()).toEqual(
    [...ran, 'declined', 'shipped', 'canceled', 'to-shipped', 'to-canceled'].sort(),
  )
  const titles = drawn.map(({ children }) => children[0]?.text)
  expect(titles).toContain('serviceTask charge "Charge "card" & <log>": ran once')
  expect(titles).toContain('endEvent canceled: did not run')
  const charge = drawn.find((element) => idOf(element) === 'charge')
  expect(charge?.children.find(({ name }) => name === 'rect')?.attributes).toMatchObject({
    x: '200',
    y: '80',
    width: '100',
    height: '80',
  })
  const flow = drawn.find((element) => idOf(element) === 'to-canceled')
  expect(flow?.children.find(({ name }) => name === 'polyline')?.attributes.points).toBe('248,178 248,238 360,238')
  // The diagram, with its margin.
  expect(svg?.attributes.viewBox).toBe('0 0 496 216')
})

it('reports that it cannot draw', async () => {
  coverage.add({ engine: await createOrders(ORDER, DELIVERY) })
  expect(() => coverage.toSvg('shipping')).toThrow('The coverage has no process shipping. It has: order, delivery.')
  expect(() => coverage.toSvg('delivery')).toThrow('1.bpmn has no diagram')
})
