import { describe, expect, it } from 'vitest'
import { createEngine, DeploymentError } from '../src/index.ts'
import { engineWith } from './support/engine.ts'
import { definitions, element, end, flow, flows, process, serviceTask, start, throwEvent } from './support/models.ts'

const order = (taskName = 'charge'): string =>
  process([start(), serviceTask(taskName, 'charge'), end(), flows('start', taskName, 'end')].join('\n'), 'order')

async function problemsOf(xml: string): Promise<string[]> {
  const error = await engineWith(xml).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DeploymentError)
  return (error as DeploymentError).problems.map(({ elementId, line, message }) => `${elementId}@${line}: ${message}`)
}

describe('versions', () => {
  it('increases for new content, and stays the same for equal content', async () => {
    const engine = createEngine()
    const first = await engine.deploy([{ name: 'order.bpmn', content: order() }])
    const again = await engine.deploy([{ name: 'order.bpmn', content: order() }])
    const changed = await engine.deploy([{ name: 'order.bpmn', content: order('charge-card') }])

    expect(first.deployments[0]?.processDefinition).toMatchObject({
      processDefinitionId: 'order',
      processDefinitionVersion: 1,
      resourceName: 'order.bpmn',
      tenantId: '<default>',
    })
    expect(again.deployments).toEqual(first.deployments)
    expect(again.deploymentKey).not.toBe(first.deploymentKey)
    expect(changed.deployments[0]?.processDefinition?.processDefinitionVersion).toBe(2)
    expect([...engine.processDefinitions].map(({ version }) => version)).toEqual([1, 2])
  })

  it('are new for the same content in a file with another name', async () => {
    const engine = createEngine()
    await engine.deploy([{ name: 'order.bpmn', content: order() }])
    const { deployments } = await engine.deploy([{ name: 'other.bpmn', content: order() }])
    expect(deployments[0]?.processDefinition?.processDefinitionVersion).toBe(2)
  })

  it('are new for all files of a deployment if one of them has changed', async () => {
    const engine = createEngine()
    const other = process([start(), end(), flows('start', 'end')].join(''), 'other')
    await engine.deploy([{ name: 'order.bpmn', content: order() }])
    const { deployments } = await engine.deploy([
      { name: 'order.bpmn', content: order() },
      { name: 'other.bpmn', content: other },
    ])
    expect(deployments.map(({ processDefinition }) => processDefinition?.processDefinitionVersion)).toEqual([2, 1])
  })

  it('are counted separately for each tenant', async () => {
    const engine = createEngine()
    await engine.deploy([{ name: 'order.bpmn', content: order() }])
    const { deployments } = await engine.deploy([{ name: 'order.bpmn', content: order() }], { tenantId: 'acme' })
    expect(deployments[0]?.processDefinition).toMatchObject({ processDefinitionVersion: 1, tenantId: 'acme' })
  })
})

describe('a file that cannot be run', () => {
  it('is rejected with all its problems, their elements and lines', async () => {
    const xml = process(
      [
        '<bpmn:startEvent id="start" />',
        '<bpmn:serviceTask id="no-job" />',
        '<bpmn:exclusiveGateway id="split" />',
        '<bpmn:parallelGateway id="dead-end" />',
        '<bpmn:transaction id="transaction" />',
        end(),
        flow('start', 'no-job'),
        flow('no-job', 'split'),
        flow('split', 'end'),
        flow('split', 'dead-end'),
      ].join('\n'),
    )
    expect(await problemsOf(xml)).toEqual([
      'no-job@5: The task needs a task definition with a job type.',
      "transaction@8: The engine does not support elements of the kind 'Transaction'.",
      'split-end@12: The flow needs a condition, or must be the default flow of its gateway.',
      'split-dead-end@13: The flow needs a condition, or must be the default flow of its gateway.',
      'dead-end@7: The gateway has no outgoing flow.',
    ])
  })

  it('is rejected for loops in which no token would wait', async () => {
    const xml = process(
      [
        start(),
        '<bpmn:exclusiveGateway id="merge" />',
        element('manualTask', 'think'),
        element(
          'subProcess',
          'sub',
          '',
          [start('in'), throwEvent('milestone'), end('out'), flows('in', 'milestone', 'out')].join(''),
        ),
        '<bpmn:exclusiveGateway id="again" default="again-end" />',
        serviceTask('wait', 'wait'),
        end(),
        flows('start', 'merge', 'think', 'sub', 'again', 'end'),
        flow('again', 'merge', '= true'),
        flow('again', 'wait', '= true'),
        flow('wait', 'merge'),
      ].join('\n'),
    )
    expect(await problemsOf(xml)).toEqual([
      'think@6: A token would never wait in this loop: think > sub > in > milestone > out > again > merge > think.',
    ])
  })

  it('is rejected for an invalid expression in any place', async () => {
    const broken = (id: string): string => serviceTask(id, '= 1 +')
    const xml = process([start(), broken('a'), broken('b'), flows('start', 'a', 'b')].join('\n'))
    expect((await problemsOf(xml)).map((problem) => problem.split('@')[0])).toEqual(['a', 'b'])
  })

  it('is rejected without problems that only follow from others', async () => {
    const xml = process(
      [
        start(),
        '<bpmn:exclusiveGateway id="gateway" />',
        element('subProcess', 'sub', '', '<bpmn:transaction id="inside" />'),
        '<bpmn:transaction id="outside" />',
        flows('start', 'sub', 'gateway', 'outside'),
      ].join('\n'),
    )
    expect((await problemsOf(xml)).map((problem) => problem.split('@')[0])).toEqual(['inside', 'outside'])
  })

  it('is named together with the problems of other files', async () => {
    const engine = createEngine()
    const deployment = engine.deploy([
      { name: 'order.bpmn', content: order() },
      { name: 'text.bpmn', content: 'no XML' },
      { name: 'empty.bpmn', content: definitions('') },
      { name: 'robot.rpa', content: '' },
    ])
    await expect(deployment).rejects.toThrow(/text\.bpmn.*not BPMN[\s\S]*empty\.bpmn.*isExecutable[\s\S]*robot\.rpa/)
    await expect(deployment).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
    expect(engine.processDefinitions.size).toBe(0)
  })

  it.each([
    ['an unknown element', '<bpmn:magicTask id="magic" />', /magic@\d+: There is no element 'bpmn:magicTask' in BPMN/],
    ['an element without an id', '<bpmn:task />', /process@\d+: .*'Task' in it needs an id/],
    [
      'a reference to nothing',
      '<bpmn:sequenceFlow id="lost" sourceRef="start" targetRef="nowhere" />',
      /^lost@\d+: 'targetRef' refers to 'nowhere'.*$/,
    ],
    ['an id that is used twice', '<bpmn:task id="end" />', /end@\d+: .*used more than once/],
    ['a second start event', '<bpmn:startEvent id="second" />', /second@\d+: .*more than one start event/],
    ['an end event that goes on', flow('end', 'start'), /end@\d+: .*outgoing[\s\S]*/],
    ['a sub-process without a start event', element('subProcess', 'sub'), /sub@\d+: .*no start event/],
    ['an unsupported loop', element('task', 'loop', '', '<bpmn:standardLoopCharacteristics />'), /StandardLoop/],
    ['a condition without "="', `<bpmn:exclusiveGateway id="gateway" />${flow('gateway', 'end', 'x')}`, /'='/],
    ['a condition on a task', `<bpmn:task id="task" />${flow('task', 'end', '= true')}`, /only a flow/i],
  ])('is rejected for %s', async (_, content, message) => {
    const xml = process([start(), end(), flows('start', 'end'), content].join('\n'))
    expect((await problemsOf(xml)).join('\n')).toMatch(message)
  })

  it('may contain processes that are not executable, data and annotations', async () => {
    const engine = await engineWith(
      process(
        [
          start(),
          end(),
          flows('start', 'end'),
          '<bpmn:dataObjectReference id="data" dataObjectRef="object" /><bpmn:dataObject id="object" />',
          '<bpmn:textAnnotation id="note"><bpmn:text>A note</bpmn:text></bpmn:textAnnotation>',
        ].join('\n'),
        'process',
        '<bpmn:process id="sketch" isExecutable="false"><bpmn:transaction id="t" /></bpmn:process>',
      ),
    )
    expect([...engine.processDefinitions].map(({ processDefinitionId }) => processDefinitionId)).toEqual(['process'])
  })
})
