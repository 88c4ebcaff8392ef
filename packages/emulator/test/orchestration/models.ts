/** A BPMN file with one process of these elements, and what is beside it, such as messages. */
export function bpmn(processId: string, elements: string, attributes = '', beside = ''): File {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="${processId}" ${attributes} isExecutable="true">
${elements}
  </bpmn:process>
  ${beside}
</bpmn:definitions>
`
  return new File([xml], `${processId}.bpmn`)
}

/** One element after the other, from a start event to an end event. */
export function sequence(...ids: readonly string[]): string {
  const all = ['start', ...ids, 'end']
  const flows = all
    .slice(1)
    .map((id, index) => `<bpmn:sequenceFlow id="to-${id}" sourceRef="${all[index]}" targetRef="${id}" />`)
  return ['<bpmn:startEvent id="start" />', '<bpmn:endEvent id="end" />', ...flows].join('\n')
}

export const serviceTask = (id: string, type = id, inside = ''): string => `
<bpmn:serviceTask id="${id}" name="Task ${id}">
  <bpmn:extensionElements><zeebe:taskDefinition type="${type}" retries="3" />${inside}</bpmn:extensionElements>
</bpmn:serviceTask>`

/** A process that charges a card and ships a parcel. */
export const order = (name = 'Order'): File =>
  bpmn('order', sequence('charge', 'ship') + serviceTask('charge') + serviceTask('ship'), `name="${name}"`)
