/** An element of a process between its start and end events. */
export type Step = (id: string) => string

const extended = (content: string): string => `<bpmn:extensionElements>${content}</bpmn:extensionElements>`

/** A task for a worker. With an error code, it has a boundary event that leads to a separate end event. */
export const job =
  (type: string, errorCode?: string): Step =>
  (id) =>
    `<bpmn:serviceTask id="${id}">${extended(`<zeebe:taskDefinition type="${type}" retries="1" />`)}</bpmn:serviceTask>${
      errorCode === undefined
        ? ''
        : `<bpmn:boundaryEvent id="caught" attachedToRef="${id}"><bpmn:errorEventDefinition errorRef="error" /></bpmn:boundaryEvent>
           <bpmn:sequenceFlow id="f-caught" sourceRef="caught" targetRef="stopped" /><bpmn:endEvent id="stopped" />`
    }`

export const script =
  (expression: string, result: string): Step =>
  (id) =>
    `<bpmn:scriptTask id="${id}">${extended(`<zeebe:script expression="=${expression}" resultVariable="${result}" />`)}</bpmn:scriptTask>`

export const userTask =
  (assignment = ''): Step =>
  (id) =>
    `<bpmn:userTask id="${id}" name="Check the invoice">${extended(`<zeebe:userTask /><zeebe:assignmentDefinition ${assignment} />`)}</bpmn:userTask>`

const caught =
  (definition: string): Step =>
  (id) =>
    `<bpmn:intermediateCatchEvent id="${id}">${definition}</bpmn:intermediateCatchEvent>`

/** Waits for the message `payment-received` with the variable `orderId` as its correlation key. */
export const payment: Step = caught('<bpmn:messageEventDefinition messageRef="message" />')
/** Waits for the signal `prices-changed`. */
export const newPrices: Step = caught('<bpmn:signalEventDefinition signalRef="signal" />')

/** Returns the BPMN of a process with consecutive elements, named `step-1` and so on. */
export function bpmn(processId: string, steps: readonly Step[], errorCode = 'NOTHING_TO_PAY'): string {
  const ids = ['start', ...steps.map((_, index) => `step-${index + 1}`), 'end']
  const flows = ids
    .slice(1)
    .map((id, at) => `<bpmn:sequenceFlow id="f${at}" sourceRef="${ids[at]}" targetRef="${id}" />`)
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://example.com">
  <bpmn:process id="${processId}" isExecutable="true">
    <bpmn:startEvent id="start" />${steps.map((step, index) => step(`step-${index + 1}`)).join('')}<bpmn:endEvent id="end" />${flows.join('')}
  </bpmn:process>
  <bpmn:message id="message" name="payment-received">${extended('<zeebe:subscription correlationKey="=orderId" />')}</bpmn:message>
  <bpmn:signal id="signal" name="prices-changed" />
  <bpmn:error id="error" errorCode="${errorCode}" />
</bpmn:definitions>`
}

/** A decision `discount` with one input, `customer`. */
export const discount = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="discounts" name="Discounts" namespace="http://example.com">
  <decision id="discount" name="Discount">
    <decisionTable id="table" hitPolicy="FIRST">
      <input id="input"><inputExpression id="expression" typeRef="string"><text>customer</text></inputExpression></input>
      <output id="output" name="discount" typeRef="number" />
      <rule id="gold"><inputEntry id="i1"><text>"gold"</text></inputEntry><outputEntry id="o1"><text>0.1</text></outputEntry></rule>
      <rule id="rest"><inputEntry id="i2"><text></text></inputEntry><outputEntry id="o2"><text>0</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`
