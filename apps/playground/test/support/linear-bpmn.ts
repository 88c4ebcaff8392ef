/** An element of a process that is one line from start to end. */
export interface LinearElement {
  readonly id: string
  readonly name: string
  /** BPMN element and its content, for example `<bpmn:serviceTask>` with a task definition. */
  readonly tag: 'serviceTask' | 'callActivity' | 'userTask' | 'scriptTask' | 'intermediateCatchEvent' | 'subProcess'
  readonly content: string
}

const NAMESPACES = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
].join(' ')

const STEP = 160

/**
 * Writes a BPMN with a diagram: a start event, the elements one after the other, and an end event.
 *
 * @param start - Content of the start event.
 */
export function linearBpmn(id: string, name: string, elements: readonly LinearElement[], start = ''): string {
  const all = [
    { id: 'start', name: 'Started', tag: 'startEvent', content: start },
    ...elements,
    { id: 'end', name: 'Done', tag: 'endEvent', content: '' },
  ]
  const nodes = all.map(
    (element, index) =>
      `<bpmn:${element.tag} id="${element.id}" name="${element.name}">` +
      `${extensions(element.content)}${index > 0 ? `<bpmn:incoming>flow-${index}</bpmn:incoming>` : ''}` +
      `${index < all.length - 1 ? `<bpmn:outgoing>flow-${index + 1}</bpmn:outgoing>` : ''}${rest(element.content)}` +
      `</bpmn:${element.tag}>`,
  )
  const flows = all
    .slice(1)
    .map(
      (to, index) => `<bpmn:sequenceFlow id="flow-${index + 1}" sourceRef="${all[index]?.id}" targetRef="${to.id}" />`,
    )
  const shapes = all.map(({ id, tag }, index) => {
    const isEvent = /Event$/.test(tag)
    const [width, height] = isEvent ? [36, 36] : [100, 80]
    const x = 100 + index * STEP - width / 2
    const label = isEvent
      ? `<bpmndi:BPMNLabel><dc:Bounds x="${x - 8}" y="145" width="52" height="14" /></bpmndi:BPMNLabel>`
      : ''
    return `<bpmndi:BPMNShape id="${id}-di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${120 - height / 2}" width="${width}" height="${height}" />${label}</bpmndi:BPMNShape>`
  })
  const edges = all.slice(1).map((_, index) => {
    const [from, to] = [
      100 + index * STEP + halfWidth(all[index]?.tag),
      100 + (index + 1) * STEP - halfWidth(all[index + 1]?.tag),
    ]
    return `<bpmndi:BPMNEdge id="flow-${index + 1}-di" bpmnElement="flow-${index + 1}"><di:waypoint x="${from}" y="120" /><di:waypoint x="${to}" y="120" /></bpmndi:BPMNEdge>`
  })
  return (
    `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions ${NAMESPACES} id="definitions" targetNamespace="http://example.com">` +
    `<bpmn:process id="${id}" name="${name}" isExecutable="true">${nodes.join('')}${flows.join('')}</bpmn:process>` +
    `<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${id}">${shapes.join('')}${edges.join('')}` +
    '</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>'
  )
}

const halfWidth = (tag = ''): number => (/Event$/.test(tag) ? 18 : 50)

/** In BPMN extensions come before flows, and event definitions after them. */
function extensions(content: string): string {
  return content.startsWith('<zeebe:') ? `<bpmn:extensionElements>${content}</bpmn:extensionElements>` : ''
}

function rest(content: string): string {
  return content.startsWith('<zeebe:') ? '' : content
}
