const shape = (id: string, x: number, y: number, width: number, height: number): string =>
  `<bpmndi:BPMNShape bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`

const edge = (id: string, ...points: readonly [number, number][]): string => {
  const waypoints = points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')
  return `<bpmndi:BPMNEdge bpmnElement="${id}">${waypoints}</bpmndi:BPMNEdge>`
}

/**
 * Charges a card, and ships unless that was declined. Its diagram has a comment and a name with characters that XML has to
 * escape.
 */
export const ORDER = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions"
  targetNamespace="http://bpmn.io/schema/bpmn">
  <!-- <serviceTask id="commented-out" /> -->
  <process id="order" isExecutable="true">
    <startEvent id="received" name="Order received" />
    <sequenceFlow id="to-charge" sourceRef="received" targetRef="charge" />
    <serviceTask id="charge" name='Charge "card" &amp; &lt;log&gt;'>
      <extensionElements><zeebe:taskDefinition type="charge-card" /></extensionElements>
    </serviceTask>
    <boundaryEvent id="declined" attachedToRef="charge"><errorEventDefinition errorRef="error" /></boundaryEvent>
    <sequenceFlow id="to-ship" sourceRef="charge" targetRef="ship" />
    <serviceTask id="ship">
      <extensionElements><zeebe:taskDefinition type="ship-parcel" /></extensionElements>
    </serviceTask>
    <sequenceFlow id="to-shipped" sourceRef="ship" targetRef="shipped" />
    <endEvent id="shipped" />
    <sequenceFlow id="to-canceled" sourceRef="declined" targetRef="canceled" />
    <endEvent id="canceled" />
  </process>
  <error id="error" name="declined" errorCode="CARD_DECLINED" />
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="order">
    ${shape('received', 100, 100, 36, 36)}${shape('charge', 200, 80, 100, 80)}${shape('ship', 360, 80, 100, 80)}
    ${shape('shipped', 520, 100, 36, 36)}${shape('declined', 230, 142, 36, 36)}${shape('canceled', 360, 220, 36, 36)}
    ${edge('to-charge', [136, 118], [200, 118])}${edge('to-ship', [300, 118], [360, 118])}
    ${edge('to-shipped', [460, 118], [520, 118])}${edge('to-canceled', [248, 178], [248, 238], [360, 238])}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`

/** Somebody approves. Without a diagram. */
export const APPROVAL = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
  <process id="approval" isExecutable="true">
    <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="approve" />
    <userTask id="approve"><extensionElements><zeebe:userTask /></extensionElements></userTask>
  </process>
</definitions>`

/** Calls `order`, then waits for a message. Without a diagram. */
export const DELIVERY = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
  <process id="delivery" isExecutable="true">
    <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="fulfil" />
    <callActivity id="fulfil"><extensionElements><zeebe:calledElement processId="order" /></extensionElements></callActivity>
    <sequenceFlow id="f2" sourceRef="fulfil" targetRef="arrived" />
    <intermediateCatchEvent id="arrived"><messageEventDefinition messageRef="message" /></intermediateCatchEvent>
    <sequenceFlow id="f3" sourceRef="arrived" targetRef="end" /><endEvent id="end" />
  </process>
  <message id="message" name="parcel-arrived">
    <extensionElements><zeebe:subscription correlationKey="=orderId" /></extensionElements>
  </message>
</definitions>`
