import { BpmnModdle } from 'bpmn-moddle'
import { DmnModdle } from 'dmn-moddle'
import { expect } from 'vitest'

/** An element as bpmn.io's parsers give it; members depend on `$type`. */
export interface Element {
  readonly $type: string
  readonly id: string
  readonly name?: string
  readonly [member: string]: unknown
}

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Waypoint {
  readonly x: number
  readonly y: number
}

export interface Diagram {
  readonly flowElements: readonly Element[]
  /** By the id of what they show. */
  readonly shapes: ReadonlyMap<string, Bounds>
  readonly edges: ReadonlyMap<string, readonly Waypoint[]>
}

export const list = (value: unknown): Element[] => (value ?? []) as Element[]

/** Parses BPMN, which must be without anything to complain about. */
export async function readBpmn(xml: string): Promise<Diagram> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml)
  expect(warnings).toEqual([])
  const { rootElements, diagrams } = rootElement as Element
  const process = list(rootElements).find(({ $type }) => $type === 'bpmn:Process')
  const plane = list(diagrams)[0]?.plane as Element
  const shown = list(plane.planeElement).map((element) => ({ element, id: (element.bpmnElement as Element).id }))
  const edges = shown.filter(({ element }) => element.$type === 'bpmndi:BPMNEdge')
  const shapes = shown.filter(({ element }) => element.$type === 'bpmndi:BPMNShape')
  return {
    flowElements: list(process?.flowElements),
    shapes: new Map(shapes.map(({ element, id }) => [id, element.bounds as Bounds])),
    edges: new Map(edges.map(({ element, id }) => [id, element.waypoint as Waypoint[]])),
  }
}

/** Parses DMN, which must be without anything to complain about. */
export async function readDmn(xml: string): Promise<Element> {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml)
  expect(warnings).toEqual([])
  return rootElement as Element
}
