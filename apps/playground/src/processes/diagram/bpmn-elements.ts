import { messageOf } from '../../message-of.ts'
import { readXml, walk, type XmlElement } from '../xml/read-xml.ts'

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
      /** In the order of the document. */
      readonly elements: readonly BpmnElement[]
      readonly hasDiagram: boolean
      /** Whether somebody chose colours for it. */
      readonly hasColours: boolean
    }
  | { readonly type: 'unreadable'; readonly problem: string }

const PREFIXES = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': 'bpmn',
  'http://www.omg.org/spec/BPMN/20100524/DI': 'bpmndi',
}

const COLOUR = /:(stroke|fill|background-color|border-color)$/

/** Tasks, events, gateways, sub-processes and call activities, which tokens pass. */
const FLOW_NODE = /^(task|transaction|callActivity|.*Task|.*Event|.*Gateway|.*[sS]ubProcess)$/

/** Reads the flow nodes of a BPMN without drawing it. The XML may be anything. */
export function readBpmn(xml: string): BpmnReading {
  try {
    const elements = [...walk(readXml(xml, PREFIXES))]
    return {
      type: 'read',
      elements: elements.filter(isFlowNode).map(({ name, attributes }) => {
        return { id: attributes.get('id') ?? '', name: attributes.get('name') ?? '', type: name }
      }),
      hasDiagram: elements.some(({ prefix, name }) => prefix === 'bpmndi' && name === 'BPMNPlane'),
      hasColours: elements.some(({ prefix, attributes }) => {
        return prefix === 'bpmndi' && [...attributes.keys()].some((name) => COLOUR.test(name))
      }),
    }
  } catch (error) {
    return { type: 'unreadable', problem: messageOf(error) }
  }
}

function isFlowNode({ prefix, name, attributes }: XmlElement): boolean {
  return prefix === 'bpmn' && FLOW_NODE.test(name) && Boolean(attributes.get('id'))
}
