import { describe, expect, it } from 'vitest'
import type { Engine } from '../src/index.ts'
import { activate, activeIncidents, engineWith, path, startInstance, stateOf, work } from './support/engine.ts'
import {
  boundary,
  element,
  end,
  endEvent,
  error,
  eventSubProcess,
  flow,
  flows,
  multiInstance,
  on,
  process,
  serviceTask,
  start,
  subProcess,
  throwEvent,
} from './support/models.ts'

const compensate = (activity?: string): string =>
  `<bpmn:compensateEventDefinition ${activity === undefined ? '' : `activityRef="${activity}"`} />`

/** What compensates an activity: the task `undo-<id>`, which needs a job of that type. */
function handler(id: string, content = '', kind = 'serviceTask'): string {
  const undo = `undo-${id}`
  const extensions = kind === 'serviceTask' ? `<zeebe:taskDefinition type="${undo}" />` : ''
  return [
    boundary(`${id}-event`, id, '<bpmn:compensateEventDefinition />'),
    element(kind, undo, extensions, content, 'isForCompensation="true"'),
    `<bpmn:association id="${id}-association" associationDirection="One" sourceRef="${id}-event" targetRef="${undo}" />`,
  ].join('\n')
}

const done = (id: string, undo = handler(id)): string => `<bpmn:task id="${id}" />${undo}`

const model = (...content: readonly string[]): string =>
  process([start(), ...content].join('\n'), 'process', error('broken'))

/** Types of the jobs that wait, in the order of their creation. */
const waiting = (engine: Engine): string[] =>
  [...engine.jobs].filter(({ state }) => state === 'CREATED').map(({ type }) => type)

describe('a compensation event', () => {
  it('runs the handlers of completed activities, and continues when they are done', async () => {
    const engine = await engineWith(
      model(done('a'), done('b'), throwEvent('undo', compensate()), end(), flows('start', 'a', 'b', 'undo', 'end')),
    )
    const instance = startInstance(engine)
    expect(waiting(engine)).toEqual(['undo-a', 'undo-b'])
    work(engine, 'undo-a')
    expect(stateOf(engine, instance)).toBe('ACTIVE')
    work(engine, 'undo-b')
    expect(path(engine, instance)).toEqual(['start', 'a', 'b', 'undo', 'a-event', 'undo-a', 'b-event', 'undo-b', 'end'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('compensates one activity, in the order of the model', async () => {
    const engine = await engineWith(
      model(
        done('a'),
        done('b'),
        throwEvent('first', compensate('b')),
        endEvent('second', compensate('a')),
        flows('start', 'a', 'b', 'first', 'second'),
      ),
    )
    const instance = startInstance(engine)
    expect(waiting(engine)).toEqual(['undo-b'])
    work(engine, 'undo-b')
    expect(waiting(engine)).toEqual(['undo-a'])
    work(engine, 'undo-a')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('does not compensate what is active, was not reached or is already compensated', async () => {
    const engine = await engineWith(
      model(
        '<bpmn:parallelGateway id="fork" />',
        serviceTask('active', 'active'),
        handler('active'),
        done('a'),
        done('never'),
        throwEvent('first', compensate()),
        endEvent('second', compensate()),
        end(),
        flows('start', 'fork', 'a', 'first', 'second'),
        flows('fork', 'active', 'end'),
        flow('never', 'end'),
      ),
    )
    const instance = startInstance(engine)
    expect(waiting(engine)).toEqual(['active', 'undo-a'])
    work(engine, 'undo-a')
    expect(path(engine, instance)).toContain('second')
    work(engine, 'active')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('compensates an activity as often as it has completed', async () => {
    const engine = await engineWith(
      model(
        '<bpmn:exclusiveGateway id="merge" />',
        '<bpmn:exclusiveGateway id="again" default="again-undo" />',
        serviceTask('a', 'a'),
        handler('a'),
        endEvent('undo', compensate()),
        flows('start', 'merge', 'a', 'again', 'undo'),
        flow('again', 'merge', '= n < 3'),
      ),
    )
    startInstance(engine)
    for (const n of [1, 2, 3]) work(engine, 'a', { n })
    expect(waiting(engine)).toEqual(['undo-a', 'undo-a', 'undo-a'])
  })

  it('continues immediately if there is nothing to compensate', async () => {
    const engine = await engineWith(model(throwEvent('undo', compensate()), end(), flows('start', 'undo', 'end')))
    expect(stateOf(engine, startInstance(engine))).toBe('COMPLETED')
  })
})

describe('the scopes of compensation', () => {
  const inner = (content: string, ...ids: readonly string[]): string =>
    subProcess('sub', [start('in'), content, flows('in', ...ids)].join('\n'))

  it('include completed sub-processes', async () => {
    const engine = await engineWith(
      model(
        inner(done('a') + done('b') + end('out'), 'a', 'b', 'out'),
        endEvent('undo', compensate()),
        flows('start', 'sub', 'undo'),
      ),
    )
    const instance = startInstance(engine)
    expect(waiting(engine)).toEqual(['undo-a', 'undo-b'])
    work(engine, 'undo-a')
    work(engine, 'undo-b')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('include a named sub-process with its own handler', async () => {
    const engine = await engineWith(
      model(
        inner(done('a') + end('out'), 'a', 'out'),
        handler('sub'),
        endEvent('undo', compensate('sub')),
        flows('start', 'sub', 'undo'),
      ),
    )
    startInstance(engine)
    expect(waiting(engine)).toEqual(['undo-sub', 'undo-a'])
  })

  it('end at the sub-process that contains the event', async () => {
    const engine = await engineWith(
      model(
        done('before'),
        inner(done('a') + endEvent('undo', compensate()), 'a', 'undo'),
        end(),
        flows('start', 'before', 'sub', 'end'),
      ),
    )
    startInstance(engine)
    expect(waiting(engine)).toEqual(['undo-a'])
  })

  it('include what is around an event sub-process', async () => {
    const rescue = eventSubProcess(
      'rescue',
      on.error('broken'),
      `${endEvent('undo', compensate())}${flow('rescue-start', 'undo')}`,
    )
    const engine = await engineWith(
      model(done('a'), serviceTask('risky', 'risky'), end(), rescue, flows('start', 'a', 'risky', 'end')),
    )
    const instance = startInstance(engine)
    engine.throwError(activate(engine, 'risky')[0]?.jobKey ?? '', { errorCode: 'broken' })
    expect(waiting(engine)).toEqual(['undo-a'])
    work(engine, 'undo-a')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('have one handler for all instances of an activity', async () => {
    const loop = multiInstance({ inputCollection: '= [1, 2, 3]' })
    const engine = await engineWith(
      model(
        `${element('task', 'a', '', loop)}${handler('a')}`,
        endEvent('undo', compensate()),
        flows('start', 'a', 'undo'),
      ),
    )
    startInstance(engine)
    expect(waiting(engine)).toEqual(['undo-a'])
  })
})

it('a handler can be a sub-process, or run for each item of a list', async () => {
  const undo = [start('u'), serviceTask('inner', 'inner'), end('v'), flows('u', 'inner', 'v')].join('\n')
  const each = multiInstance({ inputCollection: '= [1, 2]' })
  const engine = await engineWith(
    model(
      done('a', handler('a', undo, 'subProcess')),
      done('b', handler('b', each)),
      endEvent('undo', compensate()),
      flows('start', 'a', 'b', 'undo'),
    ),
  )
  const instance = startInstance(engine)
  expect(waiting(engine).sort()).toEqual(['inner', 'undo-b', 'undo-b'])
  work(engine, 'undo-b')
  work(engine, 'inner')
  expect(stateOf(engine, instance)).toBe('COMPLETED')
})

it('a handler is canceled with its instance, and the event waits for its incident', async () => {
  const engine = await engineWith(model(done('a'), endEvent('undo', compensate()), flows('start', 'a', 'undo')))
  const instance = startInstance(engine)
  engine.failJob(activate(engine, 'undo-a')[0]?.jobKey ?? '')
  expect(activeIncidents(engine)).toEqual(['undo-a JOB_NO_RETRIES'])
  engine.cancelInstance(instance)
  expect(path(engine, instance)).toEqual(['start', 'a', 'undo TERMINATED', 'a-event', 'undo-a TERMINATED'])
})

it.each([
  [
    'a boundary event without a handler',
    `<bpmn:task id="a" />${boundary('a-event', 'a', '<bpmn:compensateEventDefinition />')}`,
    /a-event: .*association/,
  ],
  ['a flow to a handler', done('a') + flow('a', 'undo-a'), /undo-a: .*must not have flows/],
  [
    'an activity that cannot be compensated',
    `<bpmn:task id="a" />${endEvent('undo', compensate('a'))}`,
    /undo: .*no compensation event/,
  ],
  [
    'an activity of another scope',
    `<bpmn:task id="a" />${subProcess('sub', start('in') + endEvent('undo', compensate('a')))}`,
    /undo: .*not in the scope/,
  ],
])('is rejected with %s', async (_, content, expected) => {
  await expect(engineWith(model(content, end()))).rejects.toThrow(expected)
})
