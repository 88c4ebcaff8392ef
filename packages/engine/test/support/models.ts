/** BPMN by hand: tests show what matters, and the rest of a file is here. */
const NAMESPACES = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
].join(' ')

export function definitions(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${NAMESPACES} id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
${content}
</bpmn:definitions>`
}

export function process(content: string, id = 'process', rest = ''): string {
  return definitions(`<bpmn:process id="${id}" isExecutable="true">\n${content}\n</bpmn:process>\n${rest}`)
}

export const start = (id = 'start'): string => `<bpmn:startEvent id="${id}" />`
export const end = (id = 'end'): string => `<bpmn:endEvent id="${id}" />`

/** Flows along a chain of elements, such as `flows('start', 'task', 'end')`. */
export function flows(...ids: string[]): string {
  return ids
    .slice(1)
    .map((id, index) => flow(ids[index] as string, id))
    .join('\n')
}

export function flow(from: string, to: string, condition?: string, id = `${from}-${to}`): string {
  const body =
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${xmlText(condition)}</bpmn:conditionExpression>`
  return `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${body}</bpmn:sequenceFlow>`
}

export function serviceTask(id: string, type: string, extensions = '', attributes = ''): string {
  const definition = `<zeebe:taskDefinition type="${xmlText(type)}" ${attributes}/>`
  return element('serviceTask', id, `${definition}${extensions}`)
}

/** An element with Camunda's extensions, and what else is in it. */
export function element(kind: string, id: string, extensions = '', content = '', attributes = ''): string {
  const extensionElements = extensions && `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`
  return `<bpmn:${kind} id="${id}" ${attributes}>${extensionElements}${content}</bpmn:${kind}>`
}

export function ioMapping(mappings: {
  readonly inputs?: Readonly<Record<string, string>>
  readonly outputs?: Readonly<Record<string, string>>
}): string {
  const all = (kind: string, entries: Readonly<Record<string, string>> = {}): string =>
    Object.entries(entries)
      .map(([target, source]) => `<zeebe:${kind} source="${xmlText(source)}" target="${target}" />`)
      .join('')
  return `<zeebe:ioMapping>${all('input', mappings.inputs)}${all('output', mappings.outputs)}</zeebe:ioMapping>`
}

export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** A DMN file with decisions, each with an id, its expression, and the ids of those that it requires. */
export function dmn(
  decisions: readonly (readonly [id: string, expression: string, requires?: readonly string[]])[],
  id = 'graph',
): string {
  const elements = decisions.map(([decision, expression, requires = []]) => {
    const requirements = requires.map(
      (other, index) => `<informationRequirement id="${decision}-${index}"><requiredDecision href="#${other}" />
</informationRequirement>`,
    )
    return `<decision id="${decision}" name="${decision} name"><variable id="${decision}-result" name="${decision}" />
${requirements.join('')}<literalExpression id="${decision}-logic"><text>${xmlText(expression)}</text></literalExpression>
</decision>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${id}" name="${id} name" namespace="test">
${elements.join('\n')}
</definitions>`
}

/** Root elements that events refer to. */
export const message = (id: string, correlationKey?: string, name = id): string =>
  correlationKey === undefined
    ? `<bpmn:message id="${id}" name="${xmlText(name)}" />`
    : `<bpmn:message id="${id}" name="${xmlText(name)}"><bpmn:extensionElements><zeebe:subscription correlationKey="${xmlText(correlationKey)}" /></bpmn:extensionElements></bpmn:message>`
export const signal = (id: string): string => `<bpmn:signal id="${id}" name="${id}" />`
export const error = (id: string): string => `<bpmn:error id="${id}" errorCode="${id}" />`
export const escalation = (id: string): string => `<bpmn:escalation id="${id}" escalationCode="${id}" />`

/** What is in an event: `on.timer('duration', 'PT1H')`, `on.message('paid')`. */
export const on = {
  timer: (type: 'date' | 'duration' | 'cycle', text: string): string => {
    const tag = `time${type[0]?.toUpperCase()}${type.slice(1)}`
    return `<bpmn:timerEventDefinition><bpmn:${tag} xsi:type="bpmn:tFormalExpression">${xmlText(text)}</bpmn:${tag}></bpmn:timerEventDefinition>`
  },
  message: (id: string): string => `<bpmn:messageEventDefinition messageRef="${id}" />`,
  signal: (id: string): string => `<bpmn:signalEventDefinition signalRef="${id}" />`,
  error: (id?: string): string => `<bpmn:errorEventDefinition ${id === undefined ? '' : `errorRef="${id}"`} />`,
  escalation: (id?: string): string =>
    `<bpmn:escalationEventDefinition ${id === undefined ? '' : `escalationRef="${id}"`} />`,
  link: (name: string): string => `<bpmn:linkEventDefinition name="${name}" />`,
  terminate: '<bpmn:terminateEventDefinition />',
}

export function boundary(
  id: string,
  attachedTo: string,
  definition: string,
  isInterrupting = true,
  extensions = '',
): string {
  return element(
    'boundaryEvent',
    id,
    extensions,
    definition,
    `attachedToRef="${attachedTo}" cancelActivity="${isInterrupting}"`,
  )
}

export const catchEvent = (id: string, definition: string, extensions = ''): string =>
  element('intermediateCatchEvent', id, extensions, definition)
export const throwEvent = (id: string, definition = '', extensions = ''): string =>
  element('intermediateThrowEvent', id, extensions, definition)
export const endEvent = (id: string, definition: string, extensions = ''): string =>
  element('endEvent', id, extensions, definition)

export const subProcess = (id: string, content: string, extensions = ''): string =>
  element('subProcess', id, extensions, content)

/** An event sub-process whose start event is `<id>-start`. */
export function eventSubProcess(
  id: string,
  definition: string,
  content: string,
  isInterrupting = true,
  extensions = '',
): string {
  const startEvent = element('startEvent', `${id}-start`, extensions, definition, `isInterrupting="${isInterrupting}"`)
  return element('subProcess', id, '', startEvent + content, 'triggeredByEvent="true"')
}

/** How often an activity runs. */
export function multiInstance({
  isSequential = false,
  completionCondition,
  ...attributes
}: {
  readonly isSequential?: boolean
  readonly completionCondition?: string
  readonly inputCollection: string
  readonly inputElement?: string
  readonly outputCollection?: string
  readonly outputElement?: string
}): string {
  const text = Object.entries(attributes)
    .map(([name, value]) => `${name}="${xmlText(value)}"`)
    .join(' ')
  const condition =
    completionCondition &&
    `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${xmlText(completionCondition)}</bpmn:completionCondition>`
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${isSequential}">
<bpmn:extensionElements><zeebe:loopCharacteristics ${text} /></bpmn:extensionElements>${condition ?? ''}
</bpmn:multiInstanceLoopCharacteristics>`
}

/** A Camunda user task, with more extensions. */
export const userTask = (id: string, extensions = '', content = ''): string =>
  element('userTask', id, `<zeebe:userTask />${extensions}`, content)

/** Listeners such as `['assigning', 'check']`. */
export function taskListeners(
  ...listeners: readonly (readonly [eventType: string, type: string, retries?: string])[]
): string {
  const all = listeners.map(
    ([eventType, type, retries]) =>
      `<zeebe:taskListener eventType="${eventType}" type="${xmlText(type)}" ${retries ? `retries="${retries}" ` : ''}/>`,
  )
  return `<zeebe:taskListeners>${all.join('')}</zeebe:taskListeners>`
}
