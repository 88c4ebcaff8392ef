import { createOAuth } from '@x/auth'
import { createConsoleClient } from '@x/console'
import { createEmulator } from '@x/emulator'
import { createAssertions, createCoverage } from '@x/emulator/testing'
import { createOperateClient } from '@x/operate'
import { createOrchestrationClient } from '@x/orchestration'
import { equal, ok, rejection } from './expect.ts'
import type { Place } from './place.ts'
import type { Suite } from './suite.ts'

const model = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  id="definitions" targetNamespace="greet">
  <bpmn:process id="greet" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="to-task" sourceRef="start" targetRef="task" />
    <bpmn:serviceTask id="task">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="greet" />
        <zeebe:ioMapping><zeebe:input source="= &quot;Hello &quot; + name" target="greeting" /></zeebe:ioMapping>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="to-timer" sourceRef="task" targetRef="day" />
    <bpmn:intermediateCatchEvent id="day">
      <bpmn:timerEventDefinition id="timer"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="to-end" sourceRef="day" targetRef="end" />
    <bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`

/** An emulator inside the runtime itself, without a network. */
export function emulatorSuite({ test }: Suite, _place: Place): void {
  test('emulator', 'works as the fetch of the clients', async () => {
    const emulator = createEmulator()
    const { fetch } = emulator
    const auth = createOAuth({ ...emulator.credentials('organization'), fetch: fetch as never })
    const camunda = createConsoleClient({ auth, baseUrl: emulator.url('console'), fetch })
    equal(
      (await camunda.clusters.list()).map(({ name }) => name),
      ['Orders production', 'Orders test'],
      'clusters',
    )
    const counted = [emulator.journal.count({ kind: 'token' }), emulator.journal.count({ kind: 'console' })]
    equal(counted, [1, 1], 'requests')
  })

  test('emulator', 'advances its clock, and tokens expire', async () => {
    const emulator = createEmulator({ tokenLifetimeSeconds: 60 })
    const { fetch, clock } = emulator
    const auth = createOAuth({ ...emulator.credentials('cluster'), fetch: fetch as never, now: clock.now })
    const operate = createOperateClient({ auth, baseUrl: emulator.url('operate'), fetch })
    for (let round = 0; round < 3; round++) {
      ok((await operate.incidents.search({ size: 1 })).total > 0, 'incidents')
      clock.advance(61_000)
    }
    equal(emulator.journal.count({ kind: 'token', status: 200 }), 3, 'tokens')
  })

  test('emulator', 'runs a process with a job and a timer', async () => {
    const emulator = createEmulator({ version: '8.10', operate: { processInstances: 0 } })
    const { fetch, clock } = emulator
    const auth = createOAuth({ ...emulator.credentials('cluster'), fetch: fetch as never })
    const camunda = createOrchestrationClient({ auth, baseUrl: emulator.url('orchestration'), fetch })
    await camunda.deployments.create({ resources: [new File([model], 'greet.bpmn')] })
    const start = { processDefinitionId: 'greet', variables: { name: 'Ada' } }
    const { processInstanceKey } = await camunda.processInstances.create(start)
    const { jobs } = await camunda.jobs.activate({ type: 'greet', timeout: 60_000, maxJobsToActivate: 1 })
    equal(jobs[0]?.variables, { name: 'Ada', greeting: 'Hello Ada' }, 'variables')
    await camunda.jobs.complete(jobs[0]?.jobKey ?? '')
    equal((await camunda.processInstances.get(processInstanceKey)).state, 'ACTIVE', 'state')
    clock.advance(86_400_000)
    equal((await camunda.processInstances.get(processInstanceKey)).state, 'COMPLETED', 'state after a day')
  })

  test('emulator', 'reports what a process did, and which parts of it never ran', async () => {
    const emulator = createEmulator({ operate: { processInstances: 0 } })
    const { engine } = emulator
    await engine.deploy([{ name: 'wait.bpmn', content: WAIT }])
    const { processInstanceKey: key } = engine.createInstance({ processDefinitionId: 'wait' })
    const camunda = createAssertions(emulator)
    camunda.waitingAt(key, ['work'])
    const error = (await rejection(camunda.completed(key), 'the assertion')) as Error
    ok(error.message.includes('Path: start → work\nWaits at work: job of type work'), error.message)
    const coverage = createCoverage()
    coverage.add(emulator)
    const [process] = coverage.processes()
    equal([process?.covered.length, process?.missing.length], [3, 2], 'coverage')
  })

  test('emulator', 'shows the same processes in all APIs', async () => {
    const emulator = createEmulator({ operate: { processInstances: 20 } })
    const { fetch } = emulator
    const connection = { auth: createOAuth({ ...emulator.credentials('cluster'), fetch: fetch as never }), fetch }
    const camunda = createOrchestrationClient({ ...connection, baseUrl: emulator.url('orchestration') })
    const operate = createOperateClient({ ...connection, baseUrl: emulator.url('operate') })
    const { total } = await camunda.processInstances.search()
    equal((await operate.processInstances.search()).total, total, 'process instances')
    ok(total >= 20 && total === emulator.engine.processInstances.size, 'process instances of the engine')
  })

  test('emulator', 'rejects other hosts', async () => {
    const error = await rejection(createEmulator().fetch('https://camunda.example.com/'), 'the request')
    equal((error as Error).name, 'TypeError', 'error')
  })
}

const WAIT = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
  <process id="wait" isExecutable="true">
    <startEvent id="start" /><sequenceFlow id="to-work" sourceRef="start" targetRef="work" />
    <serviceTask id="work"><extensionElements><zeebe:taskDefinition type="work" /></extensionElements></serviceTask>
    <sequenceFlow id="to-end" sourceRef="work" targetRef="end" /><endEvent id="end" />
  </process>
</definitions>`
