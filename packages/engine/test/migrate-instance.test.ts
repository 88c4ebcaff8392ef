import { describe, expect, it } from 'vitest'
import type { Engine } from '../src/index.ts'
import {
  activate,
  activeIncidentKey,
  engineWith,
  path,
  startInstance,
  stateOf,
  variablesOf,
  work,
} from './support/engine.ts'
import {
  boundary,
  catchEvent,
  element,
  end,
  endEvent,
  eventSubProcess,
  flow,
  flows,
  ioMapping,
  message,
  multiInstance,
  on,
  process,
  serviceTask,
  start,
  subProcess,
} from './support/models.ts'

/** Deploys another version, or another process, and returns its key. */
async function deploy(engine: Engine, xml: string): Promise<string> {
  const { deployments } = await engine.deploy([{ name: 'target.bpmn', content: xml }])
  return deployments[0]?.processDefinition?.processDefinitionKey ?? ''
}

const mapped = (mapping: Readonly<Record<string, string>>) =>
  Object.entries(mapping).map(([sourceElementId, targetElementId]) => ({ sourceElementId, targetElementId }))

async function migrate(
  engine: Engine,
  instance: string,
  xml: string,
  mapping: Readonly<Record<string, string>>,
): Promise<string> {
  const targetProcessDefinitionKey = await deploy(engine, xml)
  engine.migrateInstance(instance, { targetProcessDefinitionKey, mappingInstructions: mapped(mapping) })
  return targetProcessDefinitionKey
}

/** Expects a rejection, after which nothing has changed. */
async function rejects(
  engine: Engine,
  instance: string,
  xml: string,
  mapping: Readonly<Record<string, string>>,
  code: string,
  reason: RegExp,
): Promise<void> {
  const targetProcessDefinitionKey = await deploy(engine, xml)
  const world = (): unknown => [
    engine.processInstances.get(instance),
    [...engine.elementInstances],
    [...engine.jobs],
    [...engine.messageSubscriptions],
    [...engine.sequenceFlows],
    engine.nextDueTime(),
  ]
  const before = world()
  expect(() =>
    engine.migrateInstance(instance, { targetProcessDefinitionKey, mappingInstructions: mapped(mapping) }),
  ).toThrow(expect.objectContaining({ code, message: expect.stringMatching(reason) }))
  expect(world()).toEqual(before)
}

const line = (id: string, ...tasks: readonly string[]): string =>
  process(start() + tasks.map((task) => serviceTask(task, task)).join('') + end() + flows('start', ...tasks, 'end'), id)

describe('a migration', () => {
  it('lets active elements continue in the other definition, and leaves ended elements unchanged', async () => {
    const engine = await engineWith(line('process', 'a', 'b'))
    const old = [...engine.processDefinitions][0]?.processDefinitionKey
    const instance = startInstance(engine, { x: 1 })
    work(engine, 'a')
    const [job] = activate(engine, 'b')
    const target = await migrate(engine, instance, line('other', 'a', 'z', 'y'), { b: 'z' })
    expect(engine.processInstances.get(instance)).toMatchObject({
      processDefinitionId: 'other',
      processDefinitionKey: target,
      processDefinitionVersion: 1,
    })
    const elements = [...engine.elementInstances.of(instance)]
    expect(elements.map((record) => [record.elementId, record.processDefinitionKey === old])).toEqual([
      ['start', true],
      ['a', true],
      ['z', false],
    ])
    expect(
      [...engine.jobs.of(instance)].map((record) => [record.type, record.elementId, record.processDefinitionId]),
    ).toEqual([
      ['a', 'a', 'process'],
      ['b', 'z', 'other'],
    ])
    expect([...engine.sequenceFlows.of(instance)].map((record) => record.elementId)).toEqual(['start-a', 'a-b'])
    // The job stays what it was.
    engine.completeJob(job?.jobKey ?? '')
    expect(path(engine, instance)).toEqual(['start', 'a', 'z', 'y ACTIVE'])
    work(engine, 'y')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(variablesOf(engine, instance)).toEqual({ x: 1 })
    expect([...engine.sequenceFlows.of(instance)].map((record) => record.elementId)).toEqual([
      'start-a',
      'a-b',
      'z-y',
      'y-end',
    ])
  })

  it('keeps incidents: resolving them retries in the other definition', async () => {
    const task = (source: string) =>
      process(
        start() + serviceTask('a', 'a', ioMapping({ inputs: { x: source } })) + end() + flows('start', 'a', 'end'),
      )
    const engine = await engineWith(task('= assert(missing, missing != null)'))
    const instance = startInstance(engine)
    expect(activeIncidentKey(engine)).toBeDefined()
    await migrate(engine, instance, task('= 7'), { a: 'a' })
    engine.resolveIncident(activeIncidentKey(engine))
    expect(activate(engine, 'a').map(({ variables }) => variables)).toEqual([{ x: 7 }])
  })

  it('keeps mapped events, closes others and opens new ones', async () => {
    const scope = (events: string) =>
      process(
        start() +
          subProcess('scope', start('in') + serviceTask('x', 'x') + end('out') + flows('in', 'x', 'out')) +
          events +
          end() +
          flows('start', 'scope', 'end'),
        'process',
        message('m-paid', '= "A"', 'paid') + message('m-gone', '= "A"', 'gone') + message('m-new', '= "A"', 'new'),
      )
    const event = (id: string, definition: string, isInterrupting = true) =>
      boundary(id, 'scope', definition, isInterrupting) + end(`${id}-end`) + flow(id, `${id}-end`)
    const engine = await engineWith(
      scope(
        event('paid-1', on.message('m-paid'), false) +
          event('late', on.timer('duration', 'PT1H')) +
          event('gone-1', on.message('m-gone')),
      ),
    )
    const instance = startInstance(engine)
    engine.advance(30 * 60_000)
    await migrate(
      engine,
      instance,
      scope(
        event('paid-2', on.message('m-paid'), false) +
          event('later', on.timer('duration', 'PT9H')) +
          event('new-2', on.message('m-new'), false),
      ),
      { scope: 'scope', x: 'x', 'paid-1': 'paid-2', late: 'later' },
    )
    expect(
      [...engine.messageSubscriptions.of(instance)].map((record) => [
        record.elementId,
        record.messageSubscriptionState,
        record.processDefinitionVersion,
      ]),
    ).toEqual([
      ['paid-2', 'MIGRATED', 2],
      ['gone-1', 'DELETED', 1],
      ['new-2', 'CREATED', 2],
    ])
    for (const name of ['gone', 'new', 'paid']) engine.publishMessage({ name, correlationKey: 'A' })
    expect(path(engine, instance)).toEqual([
      'start',
      'scope ACTIVE',
      'in',
      'x ACTIVE',
      'new-2',
      'new-2-end',
      'paid-2',
      'paid-2-end',
    ])
    // The timer still goes off an hour after it began.
    engine.advance(30 * 60_000)
    expect(path(engine, instance)).toEqual(expect.arrayContaining(['scope TERMINATED', 'later', 'later-end']))
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('of catch events, receive tasks and event-based gateways', async () => {
    const waits = (suffix: string) =>
      process(
        start() +
          element('parallelGateway', 'fork') +
          catchEvent(`catch${suffix}`, on.message('m-one')) +
          element('receiveTask', `receive${suffix}`, '', '', 'messageRef="m-two"') +
          element('eventBasedGateway', `first${suffix}`) +
          catchEvent(`three${suffix}`, on.message('m-three')) +
          catchEvent(`never${suffix}`, on.timer('duration', 'PT9H')) +
          end() +
          flows('start', 'fork', `catch${suffix}`, 'end') +
          flows('fork', `receive${suffix}`, 'end') +
          flows('fork', `first${suffix}`, `three${suffix}`, 'end') +
          flows(`first${suffix}`, `never${suffix}`, 'end'),
        'process',
        ['one', 'two', 'three'].map((name) => message(`m-${name}`, '= "A"', name)).join(''),
      )
    const engine = await engineWith(waits(''))
    const instance = startInstance(engine)
    await migrate(engine, instance, waits('-2'), {
      catch: 'catch-2',
      receive: 'receive-2',
      first: 'first-2',
      three: 'three-2',
      never: 'never-2',
    })
    for (const name of ['one', 'two', 'three']) engine.publishMessage({ name, correlationKey: 'A' })
    expect(path(engine, instance)).toEqual(expect.arrayContaining(['catch-2', 'receive-2', 'first-2', 'three-2']))
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('of multi-instance activities, ad-hoc and event sub-processes, and call activities', async () => {
    const model = (suffix: string) =>
      process(
        start() +
          element('parallelGateway', 'fork') +
          element(
            'serviceTask',
            `each${suffix}`,
            '<zeebe:taskDefinition type="each" />',
            multiInstance({ inputCollection: '= [1, 2]', outputCollection: 'all', outputElement: '= loopCounter' }),
          ) +
          element(
            'adHocSubProcess',
            `tools${suffix}`,
            '<zeebe:adHoc activeElementsCollection=\'= ["t"]\' />',
            serviceTask('t', 't'),
          ) +
          element('callActivity', `call${suffix}`, '<zeebe:calledElement processId="called" />') +
          end() +
          flows('start', 'fork', `each${suffix}`, 'end') +
          flows('fork', `tools${suffix}`, 'end') +
          flows('fork', `call${suffix}`, 'end') +
          eventSubProcess(
            `alarm${suffix}`,
            on.signal('fire'),
            serviceTask(`x${suffix}`, 'x') + flows(`alarm${suffix}-start`, `x${suffix}`),
            false,
          ),
        'process',
        '<bpmn:signal id="fire" name="fire" />',
      )
    const engine = await engineWith(model(''))
    await engine.deploy([{ name: 'called.bpmn', content: line('called', 'c') }])
    const instance = startInstance(engine)
    engine.broadcastSignal({ signalName: 'fire' })
    await migrate(engine, instance, model('-2'), {
      each: 'each-2',
      tools: 'tools-2',
      t: 't',
      call: 'call-2',
      alarm: 'alarm-2',
      x: 'x-2',
      'alarm-start': 'alarm-2-start',
    })
    engine.broadcastSignal({ signalName: 'fire' })
    expect(['each', 't', 'c', 'x'].map((type) => work(engine, type))).toEqual([2, 1, 1, 2])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(variablesOf(engine, instance)).toMatchObject({ all: [1, 2] })
    const open = path(engine, instance).filter((id) => !id.endsWith('-2') && !id.endsWith('-2-start'))
    expect(new Set(open)).toEqual(new Set(['start', 'fork', 't', 'tools-2#innerInstance', 'alarm-start', 'end']))
  })

  it('keeps tokens that wait at a gateway', async () => {
    const model = (suffix: string) =>
      process(
        start() +
          element('parallelGateway', 'fork') +
          serviceTask('a', 'a') +
          serviceTask('b', 'b') +
          element('parallelGateway', `join${suffix}`) +
          end() +
          flows('start', 'fork', 'a', `join${suffix}`, 'end') +
          flows('fork', 'b', `join${suffix}`),
      )
    const engine = await engineWith(model(''))
    const instance = startInstance(engine)
    work(engine, 'a')
    const refused = (mapping: Record<string, string>, reason: RegExp) =>
      rejects(engine, instance, model('-2'), mapping, 'INVALID_STATE', reason)
    await refused({ b: 'b' }, /waits at the gateway 'join', but there is no mapping for it/)
    await refused({ b: 'b', join: 'join-2' }, /there is no mapping for this flow/)
    await refused({ b: 'b', join: 'fork', 'a-join': 'start-fork' }, /fewer incoming flows/)
    await refused({ b: 'b', join: 'join-2', 'a-join': 'start-fork' }, /does not lead to 'join-2'/)
    await migrate(engine, instance, model('-2'), { b: 'b', join: 'join-2', 'a-join': 'a-join-2' })
    expect([...engine.sequenceFlows.of(instance)].map(({ elementId }) => elementId)).toEqual([
      'start-fork',
      'fork-a',
      'fork-b',
      'a-join-2',
    ])
    work(engine, 'b')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('keeps what can be compensated, if its event is mapped', async () => {
    const model = (suffix: string) =>
      process(
        start() +
          subProcess(
            `trip${suffix}`,
            start('in') +
              serviceTask(`book${suffix}`, 'book') +
              end('out') +
              flows('in', `book${suffix}`, 'out') +
              boundary(`undo${suffix}`, `book${suffix}`, '<bpmn:compensateEventDefinition />') +
              serviceTask('cancel', `cancel${suffix}`).replace(
                '<bpmn:serviceTask ',
                '<bpmn:serviceTask isForCompensation="true" ',
              ) +
              `<bpmn:association id="link" associationDirection="One" sourceRef="undo${suffix}" targetRef="cancel" />`,
          ) +
          serviceTask('a', 'a') +
          endEvent('stop', `<bpmn:compensateEventDefinition activityRef="trip${suffix}" />`) +
          flows('start', `trip${suffix}`, 'a', 'stop'),
      )
    const engine = await engineWith(model(''))
    const run = async (mapping: Record<string, string>): Promise<number> => {
      const instance = engine.createInstance({
        processDefinitionId: 'process',
        processDefinitionVersion: 1,
      }).processInstanceKey
      work(engine, 'book')
      await migrate(engine, instance, model('-2'), { a: 'a', ...mapping })
      work(engine, 'a')
      const canceled = work(engine, 'cancel-2')
      expect(stateOf(engine, instance)).toBe('COMPLETED')
      return canceled
    }
    expect(await run({ undo: 'undo-2' })).toBe(1)
    expect(await run({})).toBe(0)
    const instance = engine.createInstance({
      processDefinitionId: 'process',
      processDefinitionVersion: 1,
    }).processInstanceKey
    work(engine, 'book')
    await rejects(
      engine,
      instance,
      model('-2'),
      { a: 'a', undo: 'book-2' },
      'INVALID_ARGUMENT',
      /no compensation event/,
    )
  })

  it('keeps the correlation key of the message that started it', async () => {
    const byMessage = (id: string, task: string) =>
      process(
        element('startEvent', 'start', '', on.message('m-go')) +
          serviceTask(task, task) +
          end() +
          flows('start', task, 'end'),
        id,
        message('m-go', '= "A"', 'go'),
      )
    const engine = await engineWith(byMessage('process', 'a'))
    const target = await deploy(engine, byMessage('other', 'b').replaceAll('name="go"', 'name="gone"'))
    const go = (name: string, correlationKey: string) =>
      engine.publishMessage({ name, correlationKey, timeToLive: 60_000 })
    go('go', 'A')
    go('gone', 'B')
    const [one, two] = [...engine.processInstances].map(({ processInstanceKey }) => processInstanceKey)
    const input = { targetProcessDefinitionKey: target, mappingInstructions: mapped({ a: 'b' }) }
    engine.migrateInstance(one ?? '', input)
    go('go', 'A')
    go('gone', 'A')
    expect(engine.processInstances.size).toBe(3)
    go('go', 'B')
    const four = [...engine.processInstances].at(-1)?.processInstanceKey ?? ''
    expect(() => engine.migrateInstance(four, input)).toThrow(
      expect.objectContaining({ code: 'INVALID_STATE', message: expect.stringContaining("'B'") }),
    )
    engine.cancelInstance(two ?? '')
    engine.migrateInstance(four, input)
    engine.cancelInstance(one ?? '')
    expect([...engine.processInstances].at(-1)).toMatchObject({ processDefinitionId: 'other', state: 'ACTIVE' })
  })
})

describe('a migration is rejected, without any change,', () => {
  const source = process(
    start() +
      subProcess('scope', start('in') + serviceTask('x', 'x') + end('out') + flows('in', 'x', 'out')) +
      boundary('late', 'scope', on.timer('duration', 'PT1H')) +
      boundary('paid', 'scope', on.message('m-paid')) +
      end() +
      flow('late', 'end') +
      flow('paid', 'end') +
      flows('start', 'scope', 'end'),
    'process',
    message('m-paid', '= "A"', 'paid') +
      message('m-other', '= "A"', 'other') +
      message('m-unclear', '= missing', 'unclear'),
  )
  const ids = { scope: 'scope', x: 'x', late: 'late', paid: 'paid' }

  it.each<readonly [string, (xml: string) => string, Record<string, string>, string, RegExp]>([
    [
      'for a mapping from nowhere',
      (xml) => xml,
      { ...ids, nothing: 'x' },
      'INVALID_ARGUMENT',
      /source process 'process' has no element 'nothing'/,
    ],
    [
      'for a mapping to nowhere',
      (xml) => xml,
      { ...ids, x: 'nothing' },
      'INVALID_ARGUMENT',
      /target process 'process' has no element 'nothing'/,
    ],
    [
      'without a mapping for what is active',
      (xml) => xml,
      { scope: 'scope' },
      'INVALID_STATE',
      /no mapping for the active element 'x'/,
    ],
    ['for another type', (xml) => xml, { ...ids, x: 'out' }, 'INVALID_STATE', /a SERVICE_TASK, the other a END_EVENT/],
    [
      'for another scope',
      (xml) => xml.replace('<bpmn:endEvent id="end" />', `<bpmn:endEvent id="end" />${serviceTask('y', 'y')}`),
      { ...ids, x: 'y' },
      'INVALID_STATE',
      /the target is in another scope/,
    ],
    [
      'for an event of another kind',
      (xml) => xml,
      { ...ids, late: 'paid' },
      'INVALID_STATE',
      /an event of another kind/,
    ],
    [
      'for an event at another element',
      (xml) =>
        xml
          .replace(/<bpmn:boundaryEvent id="paid".*?<\/bpmn:boundaryEvent>/s, '')
          .replace(
            flows('in', 'x', 'out'),
            `${flows('in', 'x', 'out')}${boundary('paid', 'x', on.message('m-paid'))}${flow('paid', 'out')}`,
          )
          .replace(flow('paid', 'end'), ''),
      ids,
      'INVALID_STATE',
      /not an event of 'scope'/,
    ],
    [
      'for a message that it waits for already',
      (xml) =>
        xml
          .replace(
            '<bpmn:endEvent id="end" />',
            `<bpmn:endEvent id="end" />${boundary('again', 'scope', on.message('m-other'))}${flow('again', 'end')}`,
          )
          .replace('name="other"', 'name="= &quot;paid&quot;"'),
      ids,
      'INVALID_STATE',
      /waits for the message 'paid' already/,
    ],
    [
      'for an event that is unclear',
      (xml) =>
        xml.replace(
          '<bpmn:endEvent id="end" />',
          `<bpmn:endEvent id="end" />${boundary('again', 'scope', on.message('m-unclear'))}${flow('again', 'end')}`,
        ),
      ids,
      'INVALID_STATE',
      /what it would wait for is unclear/,
    ],
  ])('%s', async (_, change, mapping, code, reason) => {
    const engine = await engineWith(source)
    await rejects(engine, startInstance(engine), change(source), mapping, code, reason)
  })

  it('for events that would be merged', async () => {
    const two = (...ids: string[]) =>
      process(
        start() +
          serviceTask('a', 'a') +
          end() +
          flows('start', 'a', 'end') +
          ids.map((id) => boundary(id, 'a', on.message(`m-${id}`)) + flow(id, 'end')).join(''),
        'process',
        ids.map((id) => message(`m-${id}`, '= "A"', id)).join(''),
      )
    const engine = await engineWith(two('one', 'two'))
    const mapping = { a: 'a', one: 'three', two: 'three' }
    await rejects(engine, startInstance(engine), two('three'), mapping, 'INVALID_STATE', /Events cannot be merged/)
  })

  it('for sequential instances that would become parallel', async () => {
    const each = (isSequential: boolean) =>
      process(
        start() +
          element(
            'serviceTask',
            'each',
            '<zeebe:taskDefinition type="each" />',
            multiInstance({ isSequential, inputCollection: '= [1, 2]' }),
          ) +
          end() +
          flows('start', 'each', 'end'),
      )
    const engine = await engineWith(each(true))
    await rejects(
      engine,
      startInstance(engine),
      each(false),
      { each: 'each' },
      'INVALID_STATE',
      /only one of them is sequential/,
    )
  })

  it('for elements that Camunda does not migrate', async () => {
    const send = process(
      start() +
        endEvent('send', '<bpmn:messageEventDefinition />', '<zeebe:taskDefinition type="send" />') +
        flows('start', 'send'),
    )
    const engine = await engineWith(send)
    await rejects(
      engine,
      startInstance(engine),
      send,
      { send: 'send' },
      'INVALID_STATE',
      /cannot be migrated: it is a END_EVENT/,
    )
  })

  it('for a missing instance or definition, for an element that is mapped twice, and while the instance is suspended', async () => {
    const engine = await engineWith(line('process', 'a'))
    const instance = startInstance(engine)
    const [definition] = engine.processDefinitions
    const targetProcessDefinitionKey = definition?.processDefinitionKey ?? ''
    const mappingInstructions = mapped({ a: 'a' })
    const refused = (key: string, input: Parameters<Engine['migrateInstance']>[1], code: string): void =>
      expect(() => engine.migrateInstance(key, input)).toThrow(expect.objectContaining({ code }))
    refused('7', { targetProcessDefinitionKey, mappingInstructions }, 'NOT_FOUND')
    refused(instance, { targetProcessDefinitionKey: '7', mappingInstructions }, 'NOT_FOUND')
    const twice = [...mappingInstructions, ...mappingInstructions]
    refused(instance, { targetProcessDefinitionKey, mappingInstructions: twice }, 'INVALID_ARGUMENT')
    engine.suspendInstance(instance)
    refused(instance, { targetProcessDefinitionKey, mappingInstructions }, 'INVALID_STATE')
  })
})
