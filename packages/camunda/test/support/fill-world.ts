import type { ConnectedCluster } from '../../src/index.ts'

const bpmn = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://example.com">
  <bpmn:process id="order" name="Order" isExecutable="true">
    <bpmn:extensionElements><zeebe:versionTag value="spring" /></bpmn:extensionElements>
    <bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="charge-card" />
    <bpmn:serviceTask id="charge-card" name="Charge card">
      <bpmn:extensionElements><zeebe:taskDefinition type="charge-card" retries="1" /></bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="f2" sourceRef="charge-card" targetRef="rate" />
    <bpmn:businessRuleTask id="rate" name="Rate">
      <bpmn:extensionElements><zeebe:calledDecision decisionId="rating" resultVariable="rating" /></bpmn:extensionElements>
      <bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing>
    </bpmn:businessRuleTask>
    <bpmn:sequenceFlow id="f3" sourceRef="rate" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>f3</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`

/** Its first task is a job; the second is managed by the engine, as those of the sample processes are. */
const review = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://example.com">
  <bpmn:process id="review" name="Review" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing><bpmn:outgoing>f2</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="check" />
    <bpmn:userTask id="check" name="Check">
      <bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="accounting" /></bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="start" targetRef="approve" />
    <bpmn:userTask id="approve" name="Approve">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:assignmentDefinition candidateGroups="accounting" candidateUsers="=users" />
        <zeebe:taskSchedule dueDate="=due" followUpDate="=followUp" />
        <zeebe:priorityDefinition priority="=priority" />
      </bpmn:extensionElements>
      <bpmn:incoming>f2</bpmn:incoming>
    </bpmn:userTask>
  </bpmn:process>
</bpmn:definitions>`

const dmn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="ratings" name="Ratings" namespace="http://camunda.org/schema/1.0/dmn">
  <decision id="double" name="Double">
    <variable id="variable" name="double" typeRef="number" />
    <literalExpression id="expression1"><text>total * 2</text></literalExpression>
  </decision>
  <decision id="rating" name="Rating">
    <informationRequirement id="required"><requiredDecision href="#double" /></informationRequirement>
    <decisionTable id="table" hitPolicy="UNIQUE">
      <input id="in" label="Double"><inputExpression id="expression2" typeRef="number"><text>double</text></inputExpression></input>
      <output id="out" label="Rating" name="rating" typeRef="string" />
      <rule id="high"><inputEntry id="e1"><text>&gt; 10</text></inputEntry><outputEntry id="o1"><text>"high"</text></outputEntry></rule>
      <rule id="low"><inputEntry id="e2"><text>&lt;= 10</text></inputEntry><outputEntry id="o2"><text>"low"</text></outputEntry></rule>
      <rule id="two"><inputEntry id="e3"><text>2</text></inputEntry><outputEntry id="o3"><text>"two"</text></outputEntry></rule>
      <rule id="four"><inputEntry id="e4"><text>4</text></inputEntry><outputEntry id="o4"><text>"four"</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`

/**
 * Fills a cluster with two versions of a process whose instances run, wait, have failed, are completed and canceled, and with
 * user tasks of both kinds.
 */
export async function fillWorld({ orchestration }: Pick<ConnectedCluster, 'orchestration'>): Promise<void> {
  const { deployments, processInstances, jobs } = orchestration
  const files = (text: string) => [new File([text], 'order.bpmn'), new File([dmn], 'ratings.dmn')]
  for (const text of [bpmn, bpmn.replace('"spring"', '"summer"')]) {
    await deployments.create({ resources: files(text) })
    for (let total = 0; total < 12; total++) {
      const variables = { orderId: `A-${total}`, total, note: 'x'.repeat(total * 900) }
      const { processInstanceKey } = await processInstances.create({ processDefinitionId: 'order', variables })
      if (total % 6 === 5) await processInstances.cancel(processInstanceKey)
    }
    const activation = { type: 'charge-card', timeout: 60_000, maxJobsToActivate: 8, worker: 'test' }
    const activated = await jobs.activate(activation)
    for (const [index, { jobKey }] of activated.jobs.entries()) {
      if (index % 4 === 3) await jobs.fail(jobKey, { retries: 0, errorMessage: `Card declined ${index}` })
      else await jobs.complete(jobKey, { variables: { paid: true } })
    }
  }
  await deployments.create({ resources: [new File([review], 'review.bpmn')] })
  for (let total = 0; total < 4; total++) {
    const due = `2026-11-2${total}T08:15:00Z`
    const variables = { priority: 20 * total, due, followUp: due, users: ['jane', `user-${total}`] }
    await processInstances.create({ processDefinitionId: 'review', variables })
  }
}
