/** The parts of bpmn-js's diagram elements that are used here. */
export interface DiagramModel {
  get(name: string): unknown
  set(name: string, value: unknown): void
}

/** An attribute in one of two namespaces, for shapes, edges and their labels. */
const COLORS = ['bioc:stroke', 'bioc:fill', 'color:background-color', 'color:border-color', 'color:color']

/**
 * Removes invalid values from a diagram's colors: the browser would request `url(https://…)`.
 *
 * @param definitions - The XML as read by bpmn-js.
 */
export function keepPlainColors(definitions: DiagramModel): void {
  for (const element of drawnElements(definitions)) {
    for (const name of COLORS) {
      const value = element.get(name)
      if (value !== undefined && !(typeof value === 'string' && CSS.supports('color', value)))
        element.set(name, undefined)
    }
  }
}

function drawnElements(definitions: DiagramModel): readonly DiagramModel[] {
  const planes = list(definitions.get('diagrams')).map((diagram) => diagram.get('plane') as DiagramModel | undefined)
  const elements = planes.flatMap((plane) => list(plane?.get('planeElement')))
  const labels = elements.map((element) => element.get('label') as DiagramModel | undefined)
  return [...elements, ...labels.filter((label) => label !== undefined)]
}

function list(value: unknown): readonly DiagramModel[] {
  return Array.isArray(value) ? (value as readonly DiagramModel[]) : []
}
