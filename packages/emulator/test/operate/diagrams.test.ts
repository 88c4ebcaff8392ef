import { beforeAll, describe, expect, it } from 'vitest'
import { type Bounds, type Diagram, type Element, list, readBpmn, readDmn, type Waypoint } from './diagrams.ts'
import { createHarness, type Item } from './harness.ts'

const operate = createHarness()

describe('BPMN', () => {
  const definitions: { readonly item: Item; readonly diagram: Diagram }[] = []

  beforeAll(async () => {
    for (const item of await operate.all('process-definitions')) {
      const { text } = await operate.get(`/v1/process-definitions/${item.key}/xml`)
      definitions.push({ item, diagram: await readBpmn(text) })
    }
  })

  it('exists for several versions of several processes, some with a version tag', () => {
    const ids = definitions.map(({ item }) => item.bpmnProcessId)
    expect(new Set(ids).size).toBeGreaterThanOrEqual(4)
    expect(Math.max(...definitions.map(({ item }) => item.version as number))).toBe(3)
    expect(definitions.some(({ item }) => item.versionTag !== undefined)).toBe(true)
  })

  it('has all kinds of elements that a viewer should display', () => {
    const types = new Set(definitions.flatMap(({ diagram }) => diagram.flowElements.map(({ $type }) => $type)))
    for (const type of [
      'ServiceTask',
      'UserTask',
      'BusinessRuleTask',
      'CallActivity',
      'ReceiveTask',
      'BoundaryEvent',
    ]) {
      expect(types).toContain(`bpmn:${type}`)
    }
    for (const type of ['ExclusiveGateway', 'ParallelGateway', 'EventBasedGateway', 'IntermediateCatchEvent']) {
      expect(types).toContain(`bpmn:${type}`)
    }
  })

  it('draws every element: shapes with bounds, sequence flows with waypoints', () => {
    for (const { diagram } of definitions) {
      for (const { $type, id } of diagram.flowElements) {
        if ($type === 'bpmn:SequenceFlow') expect(diagram.edges.get(id)?.length).toBeGreaterThanOrEqual(2)
        else expect(diagram.shapes.get(id)).toMatchObject({ width: expect.any(Number), height: expect.any(Number) })
      }
      expect(diagram.shapes.size + diagram.edges.size).toBe(diagram.flowElements.length)
    }
  })

  it('has a clean layout: separate shapes, flows from edge to edge, at right angles and around other shapes', () => {
    for (const { diagram } of definitions) {
      const byId = new Map(diagram.flowElements.map((element) => [element.id, element]))
      const shapes = [...diagram.shapes].filter(([id]) => byId.get(id)?.$type !== 'bpmn:BoundaryEvent')
      for (const [index, [, bounds]] of shapes.entries()) {
        for (const [, other] of shapes.slice(index + 1)) expect(overlap(bounds, other)).toBe(false)
      }
      for (const [id, waypoints] of diagram.edges) {
        const { sourceRef, targetRef } = byId.get(id) as unknown as { sourceRef: Element; targetRef: Element }
        expect(isOnEdge(waypoints[0], diagram.shapes.get(sourceRef.id))).toBe(true)
        expect(isOnEdge(waypoints.at(-1), diagram.shapes.get(targetRef.id))).toBe(true)
        for (const segment of segmentsOf(waypoints)) {
          expect(Math.min(segment.width, segment.height)).toBe(0)
          for (const [other, bounds] of shapes) {
            const crosses = overlap(segment, bounds)
            expect(crosses, `${id} crosses ${other}`).toBe(false)
          }
        }
      }
    }
  })

  it('has every flow node and sequence flow that its instances passed', async () => {
    const byKey = new Map(definitions.map(({ item, diagram }) => [item.key, diagram]))
    for (const node of await operate.all('flownode-instances')) {
      const elements = byKey.get(node.processDefinitionKey as bigint)?.flowElements
      const element = elements?.find(({ id }) => id === node.flowNodeId)
      expect(element?.name).toBe(node.flowNodeName)
      expect(element?.$type.replaceAll(/[A-Z]/g, '_$&').toUpperCase()).toBe(`BPMN:_${node.type}`)
    }
    for (const { key, processDefinitionKey } of await operate.all('process-instances')) {
      const ids = byKey.get(processDefinitionKey as bigint)?.flowElements.map(({ id }) => id)
      const flows = (await operate.get(`/v1/process-instances/${key}/sequence-flows`)).body as string[]
      expect(ids).toEqual(expect.arrayContaining(flows))
    }
  })
})

describe('DMN', () => {
  it('parses, and draws every decision, input and requirement', async () => {
    let decisions = 0
    for (const { key, decisionRequirementsId, name } of await operate.all('drd')) {
      const definitions = await readDmn((await operate.get(`/v1/drd/${key}/xml`)).text)
      expect(definitions).toMatchObject({ id: decisionRequirementsId, name })
      const elements = list(definitions.drgElement)
      const deployed = await operate.all('decision-definitions', { filter: { decisionRequirementsKey: key } })
      const ids = elements.filter(({ $type }) => $type === 'dmn:Decision').map(({ id }) => id)
      expect(deployed.map(({ decisionId }) => decisionId)).toEqual(ids)
      const { diagrams } = definitions.dmnDI as Element
      const shown = list(list(diagrams)[0]?.diagramElements)
      const refs = shown.map(({ dmnElementRef }) => (dmnElementRef as Element).id)
      const requirements = elements.flatMap(({ informationRequirement }) => list(informationRequirement))
      expect(refs.toSorted()).toEqual([...elements, ...requirements].map(({ id }) => id).toSorted())
      for (const element of shown) {
        if (element.$type === 'dmndi:DMNShape') expect(element.bounds).toMatchObject({ width: expect.any(Number) })
        else expect(list(element.waypoint).length).toBeGreaterThanOrEqual(2)
      }
      decisions += ids.length
    }
    expect(decisions).toBe(4)
  })
})

const overlap = (a: Bounds, b: Bounds): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const isOnEdge = (point: Waypoint | undefined, bounds: Bounds | undefined): boolean => {
  if (!point || !bounds) return false
  const { x, y, width, height } = bounds
  const within = point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
  return within && (point.x === x || point.x === x + width || point.y === y || point.y === y + height)
}

const segmentsOf = (points: readonly Waypoint[]): Bounds[] =>
  points.slice(1).map((to, index) => {
    const from = points[index] ?? to
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
    return { x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) }
  })
