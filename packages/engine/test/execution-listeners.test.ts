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
  boundary,
  catchEvent,
  element,
  end,
  endEvent,
  error,
  flow,
  flows,
  ioMapping,
  message,
  on,
  process,
  start,
  subProcess,
} from './support/models.ts'

const listeners = (...list: readonly (readonly [eventType: string, type: string, more?: string])[]): string =>
  `<zeebe:executionListeners>${list
    .map(
      ([eventType, type, more = '']) =>
        `<zeebe:executionListener eventType="${eventType}" type="${type}" ${more || '/'}>${more && '</zeebe:executionListener>'}`,
    )
    .join('')}</zeebe:executionListeners>`

const task = (extensions: string): string =>
  element('serviceTask', 'task', `<zeebe:taskDefinition type="work" />${extensions}`)

const model = (content: string, more = ''): string =>
  process([start(), content, end(), flows('start', 'task', 'end')].join('\n'), 'process', more)

/** Works on the jobs of all these types in turn, for as long as there are any; returns the order. */
function workOn(engine: Engine, ...types: string[]): string[] {
  const done: string[] = []
  for (;;) {
    const type = types.find((type) => work(engine, type, { [type]: done.length }) > 0)
    if (type === undefined) return done
    done.push(type)
  }
}

describe('execution listeners', () => {
  it('run one after the other, before and after the work', async () => {
    const engine = await engineWith(model(task(listeners(['end', 'd'], ['start', 'a'], ['start', 'b'], ['end', 'c']))))
    const instance = startInstance(engine)
    expect(workOn(engine, 'c', 'd', 'b', 'a', 'work')).toEqual(['a', 'b', 'work', 'd', 'c'])
    expect(path(engine, instance)).toEqual(['start', 'task', 'end'])
    expect([...engine.jobs].map(({ kind, listenerEventType }) => [kind, listenerEventType])).toEqual([
      ['EXECUTION_LISTENER', 'START'],
      ['EXECUTION_LISTENER', 'START'],
      ['BPMN_ELEMENT', 'UNSPECIFIED'],
      ['EXECUTION_LISTENER', 'END'],
      ['EXECUTION_LISTENER', 'END'],
    ])
  })

  it('set local variables at the start, and variables around the element at the end', async () => {
    const mapping = ioMapping({ inputs: { seen: '= 1' }, outputs: { result: '= before + 1' } })
    const engine = await engineWith(model(task(mapping + listeners(['start', 'before'], ['end', 'after']))))
    const instance = startInstance(engine)
    expect(activate(engine, 'before')[0]?.variables).toEqual({ seen: 1 })
    engine.completeJob([...engine.jobs][0]?.jobKey ?? '', { variables: { before: 5 } })
    expect(activate(engine, 'work')[0]?.variables).toEqual({ seen: 1, before: 5 })
    engine.completeJob([...engine.jobs][1]?.jobKey ?? '')
    expect(activate(engine, 'after')[0]?.variables).toEqual({ seen: 1, before: 5, result: 6 })
    engine.completeJob([...engine.jobs][2]?.jobKey ?? '', { variables: { after: 7 } })
    expect(variablesOf(engine, instance)).toEqual({ result: 6, after: 7 })
  })

  it('get the headers of their element and their own', async () => {
    const headers =
      '<zeebe:taskHeaders><zeebe:header key="a" value="1" /><zeebe:header key="b" value="1" /></zeebe:taskHeaders>'
    const own = '><zeebe:taskHeaders><zeebe:header key="b" value="2" /></zeebe:taskHeaders'
    const engine = await engineWith(model(task(headers + listeners(['start', 'listen', own]))))
    startInstance(engine)
    expect(activate(engine, 'listen')[0]?.customHeaders).toEqual({ a: '1', b: '2' })
  })

  it('delay gateways, events, sub-processes and the process itself', async () => {
    const both = listeners(['start', 'start'], ['end', 'end'])
    const content = [
      `<bpmn:extensionElements>${both}</bpmn:extensionElements>`,
      element('startEvent', 'start', listeners(['end', 'end'])),
      element('exclusiveGateway', 'gateway', listeners(['start', 'start']), '', 'default="gateway-sub"'),
      subProcess(
        'sub',
        [
          start('in'),
          catchEvent('wait', on.message('paid'), both),
          endEvent('out', '', both),
          flows('in', 'wait', 'out'),
        ].join(''),
        both,
      ),
      end(),
      end('other'),
      flows('start', 'gateway', 'sub', 'end'),
      flow('gateway', 'other', '= start > 100'),
    ]
    const engine = await engineWith(process(content.join('\n'), 'process', message('paid', '= "key"')))
    const instance = startInstance(engine)
    const order = (): string[] => {
      workOn(engine, 'start', 'end')
      return [...engine.jobs].map(({ elementId, type }) => `${type} ${elementId}`)
    }
    const untilWait = ['start process', 'end start', 'start gateway', 'start sub', 'start wait']
    expect(order()).toEqual(untilWait)
    engine.publishMessage({ name: 'paid', correlationKey: 'key', variables: {} })
    expect(order().slice(untilWait.length)).toEqual(['end wait', 'start out', 'end out', 'end sub', 'end process'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('prevent the events of their element until its work begins', async () => {
    const waiting = process(
      [
        start(),
        task(listeners(['start', 'listen'])),
        boundary('late', 'task', on.message('cancel')),
        end(),
        end('canceled'),
        flows('start', 'task', 'end'),
        flows('late', 'canceled'),
      ].join('\n'),
      'process',
      message('cancel', '= key'),
    )
    const engine = await engineWith(waiting)
    const instance = startInstance(engine)
    engine.publishMessage({ name: 'cancel', correlationKey: 'k' })
    work(engine, 'listen', { key: 'k' })
    expect(path(engine, instance)).toEqual(['start', 'task ACTIVE'])
    engine.publishMessage({ name: 'cancel', correlationKey: 'k' })
    expect(path(engine, instance)).toEqual(['start', 'task TERMINATED', 'late', 'canceled'])
  })

  it('are canceled with their element', async () => {
    const engine = await engineWith(model(task(listeners(['start', 'listen']))))
    const instance = startInstance(engine)
    engine.cancelInstance(instance)
    expect([...engine.jobs].map(({ state }) => state)).toEqual(['CANCELED'])
    expect(activate(engine, 'listen')).toEqual([])
  })
})

describe('a listener that fails', () => {
  it('raises a separate kind of incident, and is repeated alone', async () => {
    const engine = await engineWith(model(task(listeners(['start', 'a'], ['start', 'b']))))
    const instance = startInstance(engine)
    work(engine, 'a')
    const job = activate(engine, 'b')[0]?.jobKey ?? ''
    engine.failJob(job, { errorMessage: 'no' })
    expect(activeIncidents(engine)).toEqual(['task EXECUTION_LISTENER_NO_RETRIES'])
    engine.updateJob(job, { retries: 1 })
    engine.resolveIncident(activeIncidentKey(engine))
    expect(workOn(engine, 'a', 'b', 'work')).toEqual(['b', 'work'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('cannot throw a BPMN error', async () => {
    const engine = await engineWith(model(task(listeners(['start', 'a']))))
    startInstance(engine)
    const job = activate(engine, 'a')[0]?.jobKey ?? ''
    expect(() => engine.throwError(job, { errorCode: 'x' })).toThrow(/listener/)
    engine.completeJob(job)
    expect(activate(engine, 'work')).toHaveLength(1)
  })
})

it.each([
  ['two of the same type', task(listeners(['start', 'a'], ['start', 'a'])), /task: .*several execution listeners/],
  ['an unknown event', task(listeners(['beforeAll', 'a'])), /'beforeAll'/],
  ['no type', task(listeners(['start', ''])), /needs a job type/],
  [
    'one for the end of a gateway',
    `<bpmn:task id="task" />${element('parallelGateway', 'gateway', listeners(['end', 'a']))}${flow('task', 'gateway')}${flow('gateway', 'end')}`,
    /gateway: .*'end'/,
  ],
  [
    'one for the start of a boundary event',
    task('') + boundary('b', 'task', on.error(), true, listeners(['start', 'a'])),
    /b: .*'start'/,
  ],
  [
    'one for the end of an error end event',
    `<bpmn:task id="task" />${endEvent('failed', on.error('broken'), listeners(['end', 'a']))}`,
    /failed: .*'end'/,
  ],
])('is rejected with %s', async (_, content, expected) => {
  await expect(engineWith(model(content, error('broken')))).rejects.toThrow(expected)
})
