/** Two service tasks, the first with an error event. */
export const order = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="order" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="toCharge" sourceRef="start" targetRef="charge" />
    <bpmn:serviceTask id="charge">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="charge-card" retries="3" />
        <zeebe:taskHeaders><zeebe:header key="provider" value="north" /></zeebe:taskHeaders>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:boundaryEvent id="declined" attachedToRef="charge">
      <bpmn:errorEventDefinition errorRef="Error_Declined" />
    </bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="toShip" sourceRef="charge" targetRef="ship" />
    <bpmn:serviceTask id="ship">
      <bpmn:extensionElements><zeebe:taskDefinition type="ship-parcel" /></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="toEnd" sourceRef="ship" targetRef="shipped" />
    <bpmn:endEvent id="shipped" />
    <bpmn:sequenceFlow id="toRefused" sourceRef="declined" targetRef="refused" />
    <bpmn:endEvent id="refused" />
  </bpmn:process>
  <bpmn:error id="Error_Declined" errorCode="DECLINED" />
</bpmn:definitions>`

/** An ad-hoc sub-process of a worker, with a listener for its start. */
export const agent = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="agent" isExecutable="true">
    <bpmn:extensionElements><zeebe:jobPriorityDefinition priority="50" /></bpmn:extensionElements>
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="toWork" sourceRef="start" targetRef="work" />
    <bpmn:adHocSubProcess id="work">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="decide" />
        <zeebe:executionListeners><zeebe:executionListener eventType="start" type="prepare" /></zeebe:executionListeners>
      </bpmn:extensionElements>
      <bpmn:serviceTask id="search">
        <bpmn:extensionElements>
          <zeebe:taskDefinition type="search" />
          <zeebe:jobPriorityDefinition priority="90" />
          <zeebe:ioMapping><zeebe:output source="=answer" target="answer" /></zeebe:ioMapping>
        </bpmn:extensionElements>
      </bpmn:serviceTask>
    </bpmn:adHocSubProcess>
    <bpmn:sequenceFlow id="toEnd" sourceRef="work" targetRef="end" />
    <bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`

/** A user task with listeners. */
export const approval = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="approval" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="toApprove" sourceRef="start" targetRef="approve" />
    <bpmn:userTask id="approve">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:taskListeners>
          <zeebe:taskListener eventType="assigning" type="route" />
          <zeebe:taskListener eventType="completing" type="check" />
        </zeebe:taskListeners>
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="toEnd" sourceRef="approve" targetRef="end" />
    <bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`
