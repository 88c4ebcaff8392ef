import { messageOf } from '../../message-of.ts'
import { childrenOf, readXml, walk, type XmlElement } from '../xml/read-xml.ts'

/** A flow node of a BPMN diagram. */
export interface BpmnElement {
  readonly id: string
  /** Empty if it has none. */
  readonly name: string
  /** In BPMN's spelling: `serviceTask`. */
  readonly type: string
  /** Its incoming sequence flows. */
  readonly incoming: readonly SequenceFlow[]
  /** Its mappings: local variables from the enclosing scope, and results to it. */
  readonly inputs: readonly Mapping[]
  readonly outputs: readonly Mapping[]
}

/** An input or output mapping. */
export interface Mapping {
  /** A FEEL expression, such as `=order.total`. */
  readonly source: string
  /** The target variable. */
  readonly target: string
}

export interface SequenceFlow {
  readonly id: string
  /** ID of its source element. */
  readonly from: string
}

/** The relevant contents of a process's XML. */
export type BpmnReading =
  | {
      readonly type: 'read'
      /** In document order. */
      readonly elements: readonly BpmnElement[]
      readonly hasDiagram: boolean
      /** Whether it has colors of its own. */
      readonly hasColors: boolean
    }
  | { readonly type: 'unreadable'; readonly problem: string }

const PREFIXES = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': 'bpmn',
  'http://www.omg.org/spec/BPMN/20100524/DI': 'bpmndi',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
}

const COLOR = /:(stroke|fill|background-color|border-color)$/

/** Tasks, events, gateways, sub-processes and call activities: the elements that tokens pass. */
const FLOW_NODE = /^(task|transaction|callActivity|.*Task|.*Event|.*Gateway|.*[sS]ubProcess)$/

/** Reads the flow nodes of a BPMN file without drawing it. Accepts any text. */
export function readBpmn(xml: string): BpmnReading {
  try {
    const elements = [...walk(readXml(xml, PREFIXES))]
    const flows = Map.groupBy(elements.filter(isSequenceFlow), ({ attributes }) => attributes.get('targetRef'))
    return {
      type: 'read',
      elements: elements.filter(isFlowNode).map((element) => {
        const { name, attributes } = element
        const id = attributes.get('id') ?? ''
        const incoming = (flows.get(id) ?? []).map((flow) => ({
          id: flow.attributes.get('id') ?? '',
          from: flow.attributes.get('sourceRef') ?? '',
        }))
        const [inputs, outputs] = [mappingsOf(element, 'input'), mappingsOf(element, 'output')]
        return { id, name: attributes.get('name') ?? '', type: name, incoming, inputs, outputs }
      }),
      hasDiagram: elements.some(({ prefix, name }) => prefix === 'bpmndi' && name === 'BPMNPlane'),
      hasColors: elements.some(({ prefix, attributes }) => {
        return prefix === 'bpmndi' && [...attributes.keys()].some((name) => COLOR.test(name))
      }),
    }
  } catch (error) {
    return { type: 'unreadable', problem: messageOf(error) }
  }
}

function mappingsOf(element: XmlElement, kind: 'input' | 'output'): readonly Mapping[] {
  return childrenOf(element, 'extensionElements')
    .flatMap((extensions) => childrenOf(extensions, 'ioMapping'))
    .flatMap((mapping) => childrenOf(mapping, kind))
    .filter(({ prefix }) => prefix === 'zeebe')
    .map(({ attributes }) => ({ source: attributes.get('source') ?? '', target: attributes.get('target') ?? '' }))
}

function isSequenceFlow({ prefix, name }: XmlElement): boolean {
  return prefix === 'bpmn' && name === 'sequenceFlow'
}

function isFlowNode({ prefix, name, attributes }: XmlElement): boolean {
  return prefix === 'bpmn' && FLOW_NODE.test(name) && Boolean(attributes.get('id'))
}
