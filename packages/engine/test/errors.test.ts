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
} from './support/engine.ts'
import {
  boundary,
  end,
  endEvent,
  error,
  escalation,
  eventSubProcess,
  flows,
  ioMapping,
  on,
  process,
  serviceTask,
  start,
  subProcess,
  throwEvent,
} from './support/models.ts'

const root = ['NO_STOCK', 'NO_MONEY'].map(error).join('') + ['LATE', 'LOST'].map(escalation).join('')
const throwAt = (engine: Engine, errorCode: string, variables?: Record<string, unknown>): string => {
  const jobKey = activate(engine, 'work')[0]?.jobKey ?? ''
  engine.throwError(jobKey, { errorCode, errorMessage: 'It went wrong.', variables })
  return jobKey
}

describe('an error', () => {
  const model = process(
    [
      start(),
      subProcess(
        'sub',
        [
          start('in'),
          serviceTask('task', 'work'),
          boundary('no-stock', 'task', on.error('NO_STOCK')),
          end('restocked'),
          flows('in', 'task'),
          flows('no-stock', 'restocked'),
        ].join(''),
      ),
      boundary('any', 'sub', on.error()),
      boundary('no-money', 'sub', on.error('NO_MONEY')),
      end('caught'),
      end('unpaid'),
      flows('start', 'sub'),
      flows('any', 'caught'),
      flows('no-money', 'unpaid'),
    ].join('\n'),
    'process',
    root,
  )

  it.each([
    ['NO_STOCK', ['sub', 'in', 'task TERMINATED', 'no-stock', 'restocked']],
    ['NO_MONEY', ['sub TERMINATED', 'in', 'task TERMINATED', 'no-money', 'unpaid']],
    ['OTHER', ['sub TERMINATED', 'in', 'task TERMINATED', 'any', 'caught']],
  ])('%s is caught by the nearest event for its code, or for all', async (code, expected) => {
    const engine = await engineWith(model)
    const instance = startInstance(engine)
    const jobKey = throwAt(engine, code, { detail: code })
    expect(path(engine, instance)).toEqual(['start', ...expected])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(engine.jobs.get(jobKey)).toMatchObject({ state: 'ERROR_THROWN', errorCode: code })
  })

  it('keeps its variables at its boundary event, unless that has output mappings', async () => {
    const caught = (mappings: Parameters<typeof ioMapping>[0]): string =>
      process(
        [
          start(),
          serviceTask('task', 'work'),
          boundary('failed', 'task', on.error(), true, ioMapping(mappings)),
          end(),
          flows('start', 'task'),
          flows('failed', 'end'),
        ].join('\n'),
      )
    const engine = await engineWith(caught({}))
    const instance = startInstance(engine)
    throwAt(engine, 'NO_STOCK', { detail: 1 })
    expect(variablesOf(engine, instance)).toEqual({})
    const event = [...engine.elementInstances.of(instance)].find(({ elementId }) => elementId === 'failed')
    expect(variablesOf(engine, instance, event?.elementInstanceKey)).toEqual({ detail: 1 })

    const mapping = await engineWith(caught({ outputs: { problem: '= detail' } }))
    const mapped = startInstance(mapping)
    throwAt(mapping, 'NO_STOCK', { detail: 1 })
    expect(variablesOf(mapping, mapped)).toEqual({ problem: 1 })
  })

  it('passes its variables to the process through an event sub-process', async () => {
    const engine = await engineWith(
      process(
        [start(), serviceTask('task', 'work'), flows('start', 'task'), eventSubProcess('handler', on.error(), '')].join(
          '',
        ),
      ),
    )
    const instance = startInstance(engine)
    throwAt(engine, 'NO_STOCK', { detail: 1 })
    expect(variablesOf(engine, instance)).toEqual({ detail: 1 })
  })

  it.each([
    ['an expression where it is caught', boundary('b', 'task', on.error('DYNAMIC')), /b: .*must be fixed/],
    [
      'the same code twice',
      ['a', 'b'].map((id) => boundary(id, 'task', on.error('NO_STOCK'))).join(''),
      /b: .*NO_STOCK/,
    ],
    ['all codes twice', ['a', 'b'].map((id) => boundary(id, 'task', on.error())).join(''), /b: .*all errors/],
    ['an end event without one', endEvent('e', on.error()), /e: .*needs a code/],
    ['an event that does not interrupt', boundary('b', 'task', on.error('NO_STOCK'), false), /b: .*always interrupts/],
  ])('is rejected with %s', async (_, content, message) => {
    const dynamic = '<bpmn:error id="DYNAMIC" errorCode="= code" />'
    const xml = process(
      [start(), serviceTask('task', 'work'), flows('start', 'task'), content].join('\n'),
      'process',
      root + dynamic,
    )
    await expect(engineWith(xml)).rejects.toThrow(message)
  })

  it('raises an incident if nothing catches it, after which the job can be attempted again', async () => {
    const engine = await engineWith(process([start(), serviceTask('task', 'work'), flows('start', 'task')].join('\n')))
    const instance = startInstance(engine)
    const jobKey = throwAt(engine, 'NO_STOCK')
    expect(activeIncidents(engine)).toEqual(['task UNHANDLED_ERROR_EVENT'])
    expect(engine.incidents.get(activeIncidentKey(engine))?.errorMessage).toContain('NO_STOCK')
    expect(() => engine.completeJob(jobKey)).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }))
    engine.resolveIncident(activeIncidentKey(engine))
    expect(activate(engine, 'work').map((job) => job.jobKey)).toEqual([jobKey])
    engine.completeJob(jobKey)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('can be thrown by an end event, and starts an event sub-process', async () => {
    const engine = await engineWith(
      process(
        [
          start(),
          '<bpmn:parallelGateway id="fork" />',
          serviceTask('task', 'work'),
          endEvent('fail', on.error('NO_MONEY')),
          flows('start', 'fork', 'task'),
          flows('fork', 'fail'),
          eventSubProcess('handler', on.error('NO_MONEY'), ''),
        ].join('\n'),
        'process',
        root,
      ),
    )
    const instance = startInstance(engine)
    expect(path(engine, instance)).toEqual([
      'start',
      'fork',
      'task TERMINATED',
      'fail TERMINATED',
      'handler',
      'handler-start',
    ])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('is not caught by the event sub-process that throws it', async () => {
    const handler = [endEvent('again', on.error('NO_MONEY')), flows('handler-start', 'again')].join('')
    const engine = await engineWith(
      process(
        [
          start(),
          endEvent('fail', on.error('NO_MONEY')),
          flows('start', 'fail'),
          eventSubProcess('handler', on.error('NO_MONEY'), handler),
        ].join('\n'),
        'process',
        root,
      ),
    )
    startInstance(engine)
    expect(activeIncidents(engine)).toEqual(['again UNHANDLED_ERROR_EVENT'])
  })
})

describe('an escalation', () => {
  const model = (isInterrupting: boolean, code?: string): string =>
    process(
      [
        start(),
        subProcess(
          'sub',
          [
            start('in'),
            throwEvent('late', on.escalation('LATE')),
            endEvent('lost', on.escalation('LOST')),
            flows('in', 'late', 'lost'),
          ].join(''),
        ),
        end(),
        boundary('escalated', 'sub', on.escalation(code), isInterrupting),
        end('informed'),
        flows('start', 'sub', 'end'),
        flows('escalated', 'informed'),
      ].join('\n'),
      'process',
      root,
    )

  it('lets the work continue in parallel with its event', async () => {
    const engine = await engineWith(model(false))
    const instance = startInstance(engine)
    expect(path(engine, instance).sort()).toEqual(
      ['start', 'sub', 'in', 'late', 'lost', 'escalated', 'escalated', 'informed', 'informed', 'end'].sort(),
    )
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('ends the work if its event interrupts', async () => {
    const engine = await engineWith(model(true, 'LATE'))
    const instance = startInstance(engine)
    expect(path(engine, instance)).toEqual([
      'start',
      'sub TERMINATED',
      'in',
      'late TERMINATED',
      'escalated',
      'informed',
    ])
  })

  it('changes nothing if no event catches it', async () => {
    const engine = await engineWith(
      model(true, 'LOST').replaceAll('"LOST"', '"OTHER"').replace('id="OTHER"', 'id="OTHER" name="x"'),
    )
    expect(activeIncidents(engine)).toEqual([])
    expect(stateOf(engine, startInstance(engine))).toBe('COMPLETED')
  })
})
