import { describe, expect, it } from 'vitest'
import type { CreateInstanceInput, Engine } from '../src/index.ts'
import { activate, engineWith, path, startInstance, stateOf, work } from './support/engine.ts'
import {
  catchEvent,
  element,
  end,
  eventSubProcess,
  flows,
  message,
  multiInstance,
  on,
  process,
  serviceTask,
  start,
  subProcess,
} from './support/models.ts'

const model = process(
  start() +
    serviceTask('a', 'a') +
    subProcess('scope', start('in') + serviceTask('x', 'x') + end('out') + flows('in', 'x', 'out')) +
    serviceTask('b', 'b') +
    end() +
    flows('start', 'a', 'scope', 'b', 'end') +
    eventSubProcess('on-stop', on.message('stop'), ''),
  'process',
  message('stop', '= order'),
)

const create = (engine: Engine, input: Partial<CreateInstanceInput>): string =>
  engine.createInstance({ processDefinitionId: 'process', variables: { order: 'A' }, ...input }).processInstanceKey

describe('start instructions', () => {
  it('start at these elements, with the scopes around them', async () => {
    const engine = await engineWith(model)
    const instance = create(engine, { startInstructions: [{ elementId: 'x' }, { elementId: 'b' }, { elementId: 'x' }] })
    expect(path(engine, instance)).toEqual(['scope ACTIVE', 'x ACTIVE', 'b ACTIVE', 'x ACTIVE'])
    expect(activate(engine, 'x')[0]?.variables).toEqual({ order: 'A' })
    expect(work(engine, 'b')).toBe(1)
    engine.publishMessage({ name: 'stop', correlationKey: 'A' })
    expect(path(engine, instance)).toEqual(expect.arrayContaining(['x TERMINATED', 'on-stop']))
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('start a process without a none start event', async () => {
    const xml = process(
      element('startEvent', 'start', '', on.message('go')) + serviceTask('a', 'a') + end() + flows('start', 'a', 'end'),
      'process',
      message('go', '= "A"'),
    )
    const engine = await engineWith(xml)
    const instance = create(engine, { startInstructions: [{ elementId: 'a' }] })
    work(engine, 'a')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('are checked first', async () => {
    const each = subProcess(
      'each',
      multiInstance({ inputCollection: '= [1]' }) +
        start('i') +
        serviceTask('inner', 'x') +
        end('o') +
        flows('i', 'inner', 'o'),
    )
    const events = catchEvent('one', on.timer('duration', 'PT1M')) + catchEvent('two', on.timer('duration', 'PT2M'))
    const engine = await engineWith(
      model.replace(
        '<bpmn:endEvent id="end" />',
        `<bpmn:endEvent id="end" />${each}${element('eventBasedGateway', 'first')}${events}${flows('first', 'one')}${flows('first', 'two')}`,
      ),
    )
    const refused = (elementId: string, reason: RegExp, variables: Record<string, unknown> = { order: 'A' }): void => {
      const input = { variables, startInstructions: [{ elementId: 'a' }, { elementId }] }
      expect(() => create(engine, input)).toThrow(
        expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringMatching(reason) }),
      )
    }
    refused('nothing', /no element 'nothing'/)
    refused('start', /START_EVENT/)
    refused('one', /event-based gateway/)
    refused('inner', /multi-instance/)
    refused('b', /'process' cannot be created.*correlation key/, {})
    expect(engine.processInstances.size).toBe(0)
    expect([...engine.messageSubscriptions]).toEqual([])
  })
})

describe('runtime instructions', () => {
  it('end the process instance after an element, before its successors', async () => {
    const engine = await engineWith(model)
    const instance = create(engine, {
      runtimeInstructions: [{ type: 'TERMINATE_PROCESS_INSTANCE', afterElementId: 'x' }],
    })
    work(engine, 'a')
    work(engine, 'x')
    expect(path(engine, instance)).toEqual(['start', 'a', 'scope TERMINATED', 'in', 'x'])
    expect(stateOf(engine, instance)).toBe('TERMINATED')
  })

  it('also apply to terminated elements', async () => {
    const engine = await engineWith(model)
    const instance = create(engine, { runtimeInstructions: [{ afterElementId: 'a' }] })
    engine.modifyInstance(instance, {
      moveInstructions: [{ sourceElementInstruction: { sourceElementId: 'a' }, targetElementId: 'b' }],
    })
    expect(path(engine, instance)).toEqual(['start', 'a TERMINATED', 'b TERMINATED'])
    expect(() => create(engine, { runtimeInstructions: [{ afterElementId: 'nothing' }] })).toThrow(
      "no element 'nothing'",
    )
  })
})

describe('a business id', () => {
  it('is assigned once, and applies to everything created afterwards', async () => {
    const engine = await engineWith(model)
    const instance = startInstance(engine, { order: 'A' })
    engine.assignBusinessId(instance, 'B-1')
    engine.assignBusinessId(instance, 'B-1')
    expect(() => engine.assignBusinessId(instance, 'B-2')).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }))
    expect(() => engine.assignBusinessId(instance, '')).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
    expect(() => engine.assignBusinessId('7', 'B-1')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    work(engine, 'a')
    expect(engine.processInstances.get(instance)?.businessId).toBe('B-1')
    expect([...engine.jobs].map(({ type, businessId }) => [type, businessId])).toEqual([
      ['a', null],
      ['x', 'B-1'],
    ])
  })

  it('is set by the completion of a job, or the whole completion is rejected', async () => {
    const engine = await engineWith(model)
    const instance = startInstance(engine, { order: 'A' })
    const complete = (type: string, businessId: string): void => {
      for (const { jobKey } of activate(engine, type)) engine.completeJob(jobKey, { businessId })
    }
    complete('a', 'B-1')
    expect(() => complete('x', 'B-2')).toThrow("'B-1' already")
    expect(path(engine, instance)).toContain('x ACTIVE')
    expect(engine.processInstances.get(instance)?.businessId).toBe('B-1')
  })

  it('of a called process instance is that of its caller', async () => {
    const engine = await engineWith(model)
    const caller = process(
      start() +
        element('callActivity', 'call', '<zeebe:calledElement processId="process" />') +
        end() +
        flows('start', 'call', 'end'),
      'caller',
    )
    await engine.deploy([{ name: 'caller.bpmn', content: caller }])
    startInstance(engine, { order: 'A' }, 'caller')
    const called = [...engine.processInstances].at(-1)?.processInstanceKey ?? ''
    expect(() => engine.assignBusinessId(called, 'B')).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }))
  })
})
