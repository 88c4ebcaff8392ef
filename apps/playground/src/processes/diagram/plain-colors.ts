/** What is used of an element of the model of a diagram, as bpmn-js reads it. */
export interface DiagramModel {
  get(name: string): unknown
  set(name: string, value: unknown): void
}

/** An attribute of one of two vocabularies, for shapes, edges and their labels. */
const COLORS = ['bioc:stroke', 'bioc:fill', 'color:background-color', 'color:border-color', 'color:color']

/**
 * Takes what is no color out of a diagram's colors: `url(https://…)` would be asked for by the browser.
 *
 * @param definitions what bpmn-js read of the XML
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
