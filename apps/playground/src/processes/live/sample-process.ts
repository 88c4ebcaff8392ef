/** A process with a job, a user task and a timer, so that all controls of the page can be tried. */
export const sampleProcess = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="parcel-definitions" targetNamespace="http://example.com">
  <bpmn:process id="parcel" name="Parcel" isExecutable="true">
    <bpmn:startEvent id="ordered" name="Ordered"><bpmn:outgoing>to-pack</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="to-pack" sourceRef="ordered" targetRef="pack" />
    <bpmn:serviceTask id="pack" name="Pack parcel">
      <bpmn:extensionElements><zeebe:taskDefinition type="pack-parcel" retries="1" /></bpmn:extensionElements>
      <bpmn:incoming>to-pack</bpmn:incoming><bpmn:outgoing>to-check</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="to-check" sourceRef="pack" targetRef="check" />
    <bpmn:userTask id="check" name="Check address">
      <bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements>
      <bpmn:incoming>to-check</bpmn:incoming><bpmn:outgoing>to-wait</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="to-wait" sourceRef="check" targetRef="pickup" />
    <bpmn:intermediateCatchEvent id="pickup" name="Pickup in one hour">
      <bpmn:incoming>to-wait</bpmn:incoming><bpmn:outgoing>to-end</bpmn:outgoing>
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="to-end" sourceRef="pickup" targetRef="shipped" />
    <bpmn:endEvent id="shipped" name="Shipped"><bpmn:incoming>to-end</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="parcel">
      <bpmndi:BPMNShape id="ordered-shape" bpmnElement="ordered"><dc:Bounds x="160" y="102" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="155" y="145" width="46" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="pack-shape" bpmnElement="pack"><dc:Bounds x="260" y="80" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="check-shape" bpmnElement="check"><dc:Bounds x="430" y="80" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="pickup-shape" bpmnElement="pickup"><dc:Bounds x="602" y="102" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="577" y="145" width="86" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="shipped-shape" bpmnElement="shipped"><dc:Bounds x="712" y="102" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="708" y="145" width="44" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="to-pack-edge" bpmnElement="to-pack"><di:waypoint x="196" y="120" /><di:waypoint x="260" y="120" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="to-check-edge" bpmnElement="to-check"><di:waypoint x="360" y="120" /><di:waypoint x="430" y="120" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="to-wait-edge" bpmnElement="to-wait"><di:waypoint x="530" y="120" /><di:waypoint x="602" y="120" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="to-end-edge" bpmnElement="to-end"><di:waypoint x="638" y="120" /><di:waypoint x="712" y="120" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`
