import { document, element, escapeXml } from '../../xml.ts'
import { writeCondition } from '../feel.ts'
import { type Bounds, boundsOf, flowLabelOf, labelOf, waypointsOf } from './layout.ts'
import type { EventTrigger, FlowNode, ProcessModel, SequenceFlow } from './model.ts'

/** Writes the model as BPMN 2.0 XML for Camunda 8, with its diagram. */
export function writeBpmn(model: ProcessModel): string {
  return document(
    element(
      'bpmn:definitions',
      {
        'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
        'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
        'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
        'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xmlns:zeebe': 'http://camunda.org/schema/zeebe/1.0',
        'xmlns:modeler': 'http://camunda.org/schema/modeler/1.0',
        id: `Definitions_${model.id}`,
        targetNamespace: 'http://bpmn.io/schema/bpmn',
        'modeler:executionPlatform': 'Camunda Cloud',
        'modeler:executionPlatformVersion': '8.7.0',
      },
      element(
        'bpmn:process',
        { id: model.id, name: model.name, isExecutable: true },
        model.versionTag && extension(element('zeebe:versionTag', { value: model.versionTag })),
        ...model.nodes.map((node) => writeNode(model, node)),
        ...model.flows.map(writeFlow),
      ),
      ...writeRootElements(model),
      element(
        'bpmndi:BPMNDiagram',
        { id: 'BPMNDiagram_1' },
        element(
          'bpmndi:BPMNPlane',
          { id: 'BPMNPlane_1', bpmnElement: model.id },
          ...model.nodes.map(writeShape),
          ...model.flows.map((flow) => writeEdge(model, flow)),
        ),
      ),
    ),
  )
}

const extension = (...children: readonly string[]): string => element('bpmn:extensionElements', {}, ...children)

function writeNode(model: ProcessModel, node: FlowNode): string {
  const outgoing = model.flows.filter(({ from }) => from === node.id)
  const incoming = model.flows.filter(({ to }) => to === node.id)
  const byDefault =
    node.kind === 'exclusiveGateway' && outgoing.length > 1 ? outgoing.find(({ when }) => !when) : undefined
  const extensions = writeExtensions(node)
  return element(
    `bpmn:${node.kind}`,
    {
      id: node.id,
      name: node.name,
      default: byDefault?.id,
      attachedToRef: node.attachedTo,
      messageRef: node.kind === 'receiveTask' && node.trigger ? refOf(node.trigger) : undefined,
    },
    extensions.length > 0 ? extension(...extensions) : undefined,
    ...incoming.map(({ id }) => element('bpmn:incoming', {}, id)),
    ...outgoing.map(({ id }) => element('bpmn:outgoing', {}, id)),
    node.trigger && node.kind !== 'receiveTask' ? writeEventDefinition(node, node.trigger) : undefined,
  )
}

function writeExtensions({ kind, job, calls, decides, script, form, group, inputs }: FlowNode): string[] {
  const written: string[] = []
  if (kind === 'userTask') written.push('<zeebe:userTask />')
  if (job) written.push(element('zeebe:taskDefinition', { type: job, retries: 3 }))
  if (form) written.push(element('zeebe:formDefinition', { formId: form }))
  if (group) written.push(element('zeebe:assignmentDefinition', { candidateGroups: group }))
  if (calls) written.push(element('zeebe:calledElement', { processId: calls, propagateAllChildVariables: true }))
  if (decides) {
    written.push(element('zeebe:calledDecision', { decisionId: decides.decision, resultVariable: decides.result }))
  }
  if (script) {
    const expression = `=${JSON.stringify(script.value)}`
    written.push(element('zeebe:script', { expression, resultVariable: script.result }))
  }
  if (inputs) {
    const mappings = Object.entries(inputs).map(([target, source]) =>
      element('zeebe:input', { source: `=${source}`, target }),
    )
    written.push(element('zeebe:ioMapping', {}, ...mappings))
  }
  return written
}

/** The id of the root element, a message or an error, that an event refers to. */
function refOf(trigger: EventTrigger): string | undefined {
  if ('message' in trigger) return `Message_${trigger.message}`
  return 'error' in trigger ? `Error_${trigger.error}` : undefined
}

function writeEventDefinition(node: FlowNode, trigger: EventTrigger): string {
  const id = `EventDefinition_${node.id}`
  if ('message' in trigger) return element('bpmn:messageEventDefinition', { id, messageRef: refOf(trigger) })
  if ('error' in trigger) return element('bpmn:errorEventDefinition', { id, errorRef: refOf(trigger) })
  const duration = element('bpmn:timeDuration', { 'xsi:type': 'bpmn:tFormalExpression' }, trigger.timer)
  return element('bpmn:timerEventDefinition', { id }, duration)
}

function writeRootElements({ nodes }: ProcessModel): string[] {
  const elements = nodes.flatMap(({ trigger }) => {
    if (!trigger || 'timer' in trigger) return []
    const id = refOf(trigger)
    if ('error' in trigger) return element('bpmn:error', { id, name: trigger.error, errorCode: trigger.error })
    const { message: name, correlationKey } = trigger
    const subscription =
      correlationKey && extension(element('zeebe:subscription', { correlationKey: `=${correlationKey}` }))
    return element('bpmn:message', { id, name }, subscription)
  })
  return [...new Set(elements)]
}

function writeFlow({ id, name, from, to, when }: SequenceFlow): string {
  const condition =
    when &&
    element(
      'bpmn:conditionExpression',
      { 'xsi:type': 'bpmn:tFormalExpression' },
      escapeXml(writeCondition(when.variable, when.test)),
    )
  return element('bpmn:sequenceFlow', { id, name, sourceRef: from, targetRef: to }, condition)
}

const writeBounds = ({ x, y, width, height }: Bounds): string => element('dc:Bounds', { x, y, width, height })

const writeLabel = (label: Bounds | undefined): string | undefined =>
  label && element('bpmndi:BPMNLabel', {}, writeBounds(label))

function writeShape(node: FlowNode): string {
  return element(
    'bpmndi:BPMNShape',
    { id: `${node.id}_di`, bpmnElement: node.id, isMarkerVisible: node.kind === 'exclusiveGateway' || undefined },
    writeBounds(boundsOf(node)),
    writeLabel(labelOf(node)),
  )
}

function writeEdge(model: ProcessModel, flow: SequenceFlow): string {
  const waypoints = waypointsOf(model, flow)
  return element(
    'bpmndi:BPMNEdge',
    { id: `${flow.id}_di`, bpmnElement: flow.id },
    ...waypoints.map(({ x, y }) => element('di:waypoint', { x, y })),
    writeLabel(flowLabelOf(flow, waypoints)),
  )
}
