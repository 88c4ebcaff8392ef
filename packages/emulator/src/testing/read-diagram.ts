import { descendants, readXml, type XmlElement } from './read-xml.ts'

/** An element of a BPMN file: one that runs, or one that is only drawn, such as a lane. */
export interface DiagramElement {
  readonly id: string
  /** Its element name in the BPMN schema, such as `serviceTask`. */
  readonly kind: string
  readonly name: string
  /** What an event waits for or throws, such as `timer`. */
  readonly event: string | undefined
  /** False for boundary events and start events that do not interrupt. */
  readonly isInterrupting: boolean
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Bounds extends Point {
  readonly width: number
  readonly height: number
}

/** A shape if it has bounds, an edge if it has waypoints. */
export interface Drawn {
  readonly element: DiagramElement
  readonly bounds: Bounds | undefined
  readonly waypoints: readonly Point[]
  /** The bounds of its label, unless that is inside the shape. */
  readonly label: Bounds | undefined
}

/** The diagrams of a BPMN file, and what can run in it. */
export interface Diagram {
  /** The flow nodes and sequence flows of each process, by process id, in the order of the file. */
  readonly runnable: ReadonlyMap<string, readonly DiagramElement[]>
  /** What to draw: one list for each plane, since collapsed sub-processes have their own. */
  readonly planes: readonly (readonly Drawn[])[]
}

const RUNS = /^(sequenceFlow|\w*[eE]vent|\w*[tT]ask|callActivity|subProcess|adHocSubProcess|\w+Gateway)$/

/** Reads a BPMN file that has been deployed. */
export function readDiagram(xml: string): Diagram {
  const root = readXml(xml)
  const elements = new Map<string, DiagramElement>()
  const collect = (parent: XmlElement): void => {
    for (const child of parent.children) {
      const element = readElement(child)
      if (element !== undefined) elements.set(element.id, element)
      collect(child)
    }
  }
  collect(root)
  const runnable = [...descendants(root, 'process')].map((process): [string, DiagramElement[]] => [
    process.attributes.id ?? '',
    runnableIn(process),
  ])
  const planes = [...descendants(root, 'BPMNPlane')].map((plane) =>
    plane.children.map((child) => readDrawn(child, elements)).filter((drawn) => drawn !== undefined),
  )
  return { runnable: new Map(runnable), planes: planes.filter((plane) => plane.length > 0) }
}

function runnableIn(container: XmlElement): DiagramElement[] {
  return container.children.flatMap((child) => {
    const element = RUNS.test(child.name) ? readElement(child) : undefined
    return element === undefined ? [] : [element, ...runnableIn(child)]
  })
}

function readElement({ name: kind, attributes, children }: XmlElement): DiagramElement | undefined {
  const { id, name } = attributes
  if (id === undefined) return undefined
  const definition = children.find((child) => child.name.endsWith('EventDefinition'))
  const text = children.find((child) => child.name === 'text')?.text
  return {
    id,
    kind,
    name: name ?? text?.trim() ?? '',
    event: definition?.name.slice(0, -'EventDefinition'.length),
    isInterrupting: attributes.cancelActivity !== 'false' && attributes.isInterrupting !== 'false',
  }
}

function readDrawn(drawn: XmlElement, elements: ReadonlyMap<string, DiagramElement>): Drawn | undefined {
  const element = elements.get(localId(drawn.attributes.bpmnElement ?? ''))
  if (element === undefined) return undefined
  const label = drawn.children.find(({ name }) => name === 'BPMNLabel')
  const waypoints = drawn.children.filter(({ name }) => name === 'waypoint')
  return {
    element,
    bounds: readBounds(drawn),
    waypoints: waypoints.map(({ attributes }) => ({ x: coordinate(attributes.x), y: coordinate(attributes.y) })),
    label: label && readBounds(label),
  }
}

/** References may have a prefix. Ids cannot contain a colon. */
const localId = (reference: string): string => reference.slice(reference.indexOf(':') + 1)

function readBounds({ children }: XmlElement): Bounds | undefined {
  const bounds = children.find(({ name }) => name === 'Bounds')?.attributes
  if (bounds === undefined) return undefined
  const { x, y, width, height } = bounds
  return { x: coordinate(x), y: coordinate(y), width: coordinate(width), height: coordinate(height) }
}

function coordinate(text: string | undefined): number {
  const value = Number(text)
  return Number.isFinite(value) ? value : 0
}
