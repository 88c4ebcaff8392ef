/** A flow node of a BPMN diagram. */
export interface BpmnElement {
  readonly id: string
  /** Empty where it has none. */
  readonly name: string
  /** As BPMN calls it: `serviceTask`. */
  readonly type: string
}

/** What was read of a process's XML. */
export type BpmnReading =
  | {
      readonly type: 'read'
      readonly elements: readonly BpmnElement[]
      readonly hasDiagram: boolean
      readonly hasColours: boolean
    }
  | { readonly type: 'unreadable'; readonly problem: string }

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const DIAGRAM = 'http://www.omg.org/spec/BPMN/20100524/DI'
const COLOURS = /\b(bioc:(stroke|fill)|color:(background|border)-color)\s*=/

/** Tasks, events, gateways, sub-processes and call activities, which tokens pass. Event definitions are not among them. */
const FLOW_NODE = /(^task|Task|Event|Gateway|[sS]ubProcess|^transaction|^callActivity)$/

/** Reads the flow nodes of a BPMN, in its order, without drawing it. The XML may be anything. */
export function readBpmn(xml: string): BpmnReading {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  const problem = document.querySelector('parsererror')
  if (problem) return { type: 'unreadable', problem: problem.textContent?.trim() ?? '' }
  const elements = [...document.getElementsByTagNameNS(MODEL, '*')]
    .filter(({ localName }) => FLOW_NODE.test(localName))
    .map((element) => ({
      id: element.getAttribute('id') ?? '',
      name: element.getAttribute('name') ?? '',
      type: element.localName,
    }))
  return {
    type: 'read',
    elements: elements.filter(({ id }) => id !== ''),
    hasDiagram: document.getElementsByTagNameNS(DIAGRAM, 'BPMNPlane').length > 0,
    hasColours: COLOURS.test(xml),
  }
}
