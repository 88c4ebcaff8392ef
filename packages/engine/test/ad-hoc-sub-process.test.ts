import { describe, expect, it } from 'vitest'
import type { Engine } from '../src/index.ts'
import {
  activate,
  activeIncidentKey,
  activeIncidents,
  engineWith,
  path,
  startInstance,
  stateOf,
  variablesOf,
  work,
} from './support/engine.ts'
import {
  element,
  end,
  eventSubProcess,
  flow,
  flows,
  ioMapping,
  message,
  on,
  process,
  serviceTask,
  start,
  xmlText,
} from './support/models.ts'

const condition = (text: string): string =>
  `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${xmlText(text)}</bpmn:completionCondition>`

const adHoc = (extension: string, more = '', attributes = '', content = ''): string =>
  element(
    'adHocSubProcess',
    'ad-hoc',
    extension,
    [
      serviceTask('a', 'a'),
      serviceTask('b', 'b'),
      serviceTask('after-b', 'c'),
      flow('b', 'after-b'),
      content,
      more,
    ].join('\n'),
    attributes,
  )

const active = (text = '= active', attributes = ''): string =>
  `<zeebe:adHoc activeElementsCollection="${xmlText(text)}" ${attributes} />`

const collects = 'outputCollection="results" outputElement="= result"'

const model = (content: string, more = ''): string =>
  process([start(), content, end(), flows('start', 'ad-hoc', 'end')].join('\n'), 'process', more)

function keyOf(engine: Engine, instance: string): string {
  const found = [...engine.elementInstances.of(instance)].find(({ elementId }) => elementId === 'ad-hoc')
  return found?.elementInstanceKey ?? ''
}

describe('an ad-hoc sub-process', () => {
  it('runs the activities of a collection, each with its successors in an inner instance', async () => {
    const engine = await engineWith(model(adHoc(active())))
    const instance = startInstance(engine, { active: ['a', 'b', 'a'] })
    expect(work(engine, 'a')).toBe(2)
    work(engine, 'b')
    expect(stateOf(engine, instance)).toBe('ACTIVE')
    work(engine, 'c')
    expect(path(engine, instance)).toEqual([
      'start',
      'ad-hoc',
      'ad-hoc#innerInstance',
      'ad-hoc#innerInstance',
      'ad-hoc#innerInstance',
      'a',
      'b',
      'a',
      'after-b',
      'end',
    ])
    const [, , inner] = [...engine.elementInstances.of(instance)]
    expect(inner?.type).toBe('AD_HOC_SUB_PROCESS_INNER_INSTANCE')
  })

  it('ends when its condition is true, and cancels active elements', async () => {
    const engine = await engineWith(model(adHoc(active(), condition('= done'))))
    const instance = startInstance(engine, { active: ['a', 'b'], done: false })
    work(engine, 'a')
    expect(stateOf(engine, instance)).toBe('ACTIVE')
    work(engine, 'b')
    work(engine, 'c', { done: true })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    const canceled = startInstance(engine, { active: ['a', 'b'], done: true })
    work(engine, 'a')
    expect(path(engine, canceled).slice(-3)).toEqual(['a', 'b TERMINATED', 'end'])
  })

  it('waits for active elements, if they are not canceled', async () => {
    const engine = await engineWith(model(adHoc(active(), condition('= true'), 'cancelRemainingInstances="false"')))
    const instance = startInstance(engine, { active: ['a', 'b'] })
    work(engine, 'a')
    work(engine, 'b')
    expect(stateOf(engine, instance)).toBe('ACTIVE')
    work(engine, 'c')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('collects results, and passes them on when it ends', async () => {
    const engine = await engineWith(model(adHoc(active('= active', collects))))
    const instance = startInstance(engine, { active: ['a', 'a'] })
    const [first, second] = activate(engine, 'a')
    engine.completeJob(second?.jobKey ?? '', { variables: { result: 2 } })
    engine.completeJob(first?.jobKey ?? '', { variables: { result: 1 } })
    expect(variablesOf(engine, instance)).toEqual({ active: ['a', 'a'], results: [2, 1] })
  })

  it('stays open without active elements, until a command activates some', async () => {
    const engine = await engineWith(model(adHoc('')))
    const instance = startInstance(engine)
    expect(path(engine, instance)).toEqual(['start', 'ad-hoc ACTIVE'])
    const key = keyOf(engine, instance)
    engine.activateAdHocActivities(key, { elements: [{ elementId: 'a', variables: { x: 1 } }] })
    expect(activate(engine, 'a')[0]?.variables).toMatchObject({ x: 1 })
    expect(() => engine.activateAdHocActivities(key, { elements: [{ elementId: 'after-b' }] })).toThrow(/'after-b'/)
    expect(() => engine.activateAdHocActivities(key, { elements: [{ elementId: 'a' }, { elementId: 'a' }] })).toThrow(
      /twice/,
    )
    expect(() => engine.activateAdHocActivities(instance, { elements: [] })).toThrow(/not an ad-hoc/)
    engine.activateAdHocActivities(key, { elements: [{ elementId: 'b' }], cancelRemainingInstances: true })
    work(engine, 'b')
    work(engine, 'c')
    expect(path(engine, instance)).toEqual([
      'start',
      'ad-hoc',
      'ad-hoc#innerInstance TERMINATED',
      'a TERMINATED',
      'ad-hoc#innerInstance',
      'b',
      'after-b',
      'end',
    ])
  })

  it('is interrupted by an event sub-process, which then ends it', async () => {
    const inside = eventSubProcess('event', on.message('stop'), `${end('stopped')}${flows('event-start', 'stopped')}`)
    const engine = await engineWith(
      model(adHoc(active(), condition('= false'), '', inside), message('stop', '= "key"')),
    )
    const instance = startInstance(engine, { active: ['a'] })
    engine.publishMessage({ name: 'stop', correlationKey: 'key' })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(path(engine, instance)).toContain('a TERMINATED')
  })

  it.each([
    ['no list', { active: 'a' }],
    ['an unknown activity', { active: ['after-b'] }],
  ])('raises an incident for %s', async (_, variables) => {
    const engine = await engineWith(model(adHoc(active())))
    const instance = startInstance(engine, variables)
    expect(activeIncidents(engine)).toEqual(['ad-hoc EXTRACT_VALUE_ERROR'])
    engine.setVariables(instance, { variables: { active: ['a'] } })
    engine.resolveIncident(activeIncidentKey(engine))
    expect(work(engine, 'a')).toBe(1)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('lists the activities that it can activate', async () => {
    const tool = element(
      'task',
      'tool',
      ioMapping({ inputs: { url: '= fromAi(toolCall.url, "The address", "string", { enum: ["x"] })' } }) +
        '<zeebe:properties><zeebe:property name="kind" value="web" /></zeebe:properties>',
    )
      .replace('id="tool"', 'id="tool" name="Tool"')
      .replace(/>/, '><bpmn:documentation>Reads a page.</bpmn:documentation>')
    const engine = await engineWith(model(adHoc('', '', '', tool)))
    const instance = startInstance(engine)
    expect(variablesOf(engine, instance, keyOf(engine, instance))).toEqual({
      adHocSubProcessElements: [
        { elementId: 'a' },
        { elementId: 'b' },
        {
          elementId: 'tool',
          elementName: 'Tool',
          documentation: 'Reads a page.',
          properties: { kind: 'web' },
          parameters: [{ name: 'toolCall.url', description: 'The address', type: 'string', schema: { enum: ['x'] } }],
        },
      ],
    })
  })
})

describe('an ad-hoc sub-process of a worker', () => {
  const agent = `<zeebe:taskDefinition type="agent" /><zeebe:adHoc ${collects} />`

  function decide(
    engine: Engine,
    result: Omit<NonNullable<Parameters<Engine['completeJob']>[1]>['result'] & object, 'type'>,
    variables = {},
  ): void {
    const [job, ...others] = activate(engine, 'agent')
    expect(others).toEqual([])
    expect(job?.kind).toBe('AD_HOC_SUB_PROCESS')
    engine.completeJob(job?.jobKey ?? '', { variables, result: { type: 'adHocSubProcess', ...result } })
  }

  it('activates what the worker decides, and creates another job after each flow', async () => {
    const engine = await engineWith(model(adHoc(agent)))
    const instance = startInstance(engine)
    decide(
      engine,
      { activateElements: [{ elementId: 'a', variables: { tool: 1 } }, { elementId: 'b' }] },
      { seen: true },
    )
    expect(activate(engine, 'agent')).toEqual([])
    expect(activate(engine, 'a')[0]?.variables).toMatchObject({ tool: 1, seen: true })
    engine.completeJob([...engine.jobs].find(({ type }) => type === 'a')?.jobKey ?? '', { variables: { result: 'x' } })
    decide(engine, { activateElements: [{ elementId: 'a' }] })
    work(engine, 'a', { result: 'y' })
    decide(engine, { isCompletionConditionFulfilled: true, isCancelRemainingInstances: true })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(path(engine, instance)).toContain('b TERMINATED')
    expect(variablesOf(engine, instance)).toEqual({ seen: true, results: ['x', 'y'] })
  })

  it('waits for active elements, if the worker does not cancel them', async () => {
    const engine = await engineWith(model(adHoc(agent)))
    const instance = startInstance(engine)
    decide(engine, { activateElements: [{ elementId: 'a' }, { elementId: 'b' }] })
    work(engine, 'a')
    decide(engine, { isCompletionConditionFulfilled: true })
    expect(stateOf(engine, instance)).toBe('ACTIVE')
    work(engine, 'b')
    work(engine, 'c')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('replaces an uncompleted job when another flow ends', async () => {
    const engine = await engineWith(model(adHoc(agent)))
    startInstance(engine)
    decide(engine, { activateElements: [{ elementId: 'a' }, { elementId: 'b' }] })
    work(engine, 'a')
    const [stale] = activate(engine, 'agent')
    work(engine, 'b')
    work(engine, 'c')
    expect(() => engine.completeJob(stale?.jobKey ?? '')).toThrow(/no open job/)
    expect(activate(engine, 'agent')).toHaveLength(1)
  })

  it('rejects invalid decisions', async () => {
    const engine = await engineWith(model(adHoc(agent)))
    startInstance(engine)
    const jobKey = activate(engine, 'agent')[0]?.jobKey ?? ''
    const type = 'adHocSubProcess'
    expect(() => engine.completeJob(jobKey, { result: { type, activateElements: [{ elementId: 'x' }] } })).toThrow(
      /'x'/,
    )
    const both = { type, activateElements: [{ elementId: 'a' }], isCompletionConditionFulfilled: true } as const
    expect(() => engine.completeJob(jobKey, { result: both })).toThrow(/cannot activate/)
    engine.failJob(jobKey)
    expect(activeIncidents(engine)).toEqual(['ad-hoc AD_HOC_SUB_PROCESS_NO_RETRIES'])
  })
})

it.each([
  ['a start event', adHoc(active(), start('in')), /must not contain a 'StartEvent'/],
  ['nothing to activate', element('adHocSubProcess', 'ad-hoc', active()), /at least one activity/],
  [
    'a worker and a condition',
    adHoc('<zeebe:taskDefinition type="x" />', condition('= true')),
    /there must not be a completion condition/,
  ],
])('is rejected with %s', async (_, content, expected) => {
  await expect(engineWith(model(content))).rejects.toThrow(expected)
})
