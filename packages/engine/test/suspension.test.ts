import { describe, expect, it } from 'vitest'
import { activate, engineWith, path, startInstance, stateOf, variablesOf, work } from './support/engine.ts'
import { boundary, catchEvent, end, flows, message, on, process, serviceTask, signal, start } from './support/models.ts'

const HOUR = 3_600_000
const rejected = expect.objectContaining({ code: 'INVALID_STATE' })
const gone = expect.objectContaining({ code: 'NOT_FOUND' })

const task = process([start(), serviceTask('task', 'work'), end(), flows('start', 'task', 'end')].join(''))
const waiting = (definition: string, root = ''): string =>
  process([start(), catchEvent('wait', definition), end(), flows('start', 'wait', 'end')].join(''), 'process', root)

describe('a suspended process instance', () => {
  it('reports that it is suspended, and since when', async () => {
    const engine = await engineWith(task)
    const instance = startInstance(engine)
    engine.advance(1000)
    engine.suspendInstance(instance)
    expect(engine.processInstances.get(instance)).toMatchObject({
      state: 'SUSPENDED',
      suspendedDate: '2026-01-01T00:00:01.000Z',
    })
    expect(() => engine.suspendInstance(instance)).toThrow(rejected)
    engine.resumeInstance(instance)
    expect(engine.processInstances.get(instance)).toMatchObject({ state: 'ACTIVE', suspendedDate: null })
    expect(() => engine.resumeInstance(instance)).toThrow(rejected)
    work(engine, 'work')
    expect(() => engine.suspendInstance(instance)).toThrow(gone)
    expect(() => engine.resumeInstance(instance)).toThrow(gone)
  })

  it('does not activate its jobs, including those that were with a worker, until it is resumed', async () => {
    const events: string[] = []
    const engine = await engineWith(task, { onEvent: ({ type }) => events.push(type) })
    const [first, second] = [startInstance(engine), startInstance(engine)]
    const [job] = activate(engine, 'work', 1)
    engine.suspendInstance(first ?? '')
    engine.suspendInstance(second ?? '')
    expect(activate(engine, 'work')).toEqual([])
    engine.advance(HOUR)
    expect(activate(engine, 'work')).toEqual([])
    for (const finish of ['completeJob', 'failJob'] as const) {
      expect(() => engine[finish](job?.jobKey ?? '')).toThrow(rejected)
    }
    const before = events.length
    engine.resumeInstance(second ?? '')
    engine.resumeInstance(first ?? '')
    expect(events.slice(before)).toEqual(['job-available', 'job-available'])
    expect(work(engine, 'work')).toBe(2)
    expect(stateOf(engine, first ?? '')).toBe('COMPLETED')
  })

  it('fires overdue timers immediately when it is resumed', async () => {
    const engine = await engineWith(waiting(on.timer('duration', 'PT1H')))
    const instance = startInstance(engine)
    engine.suspendInstance(instance)
    engine.advance(5 * HOUR)
    expect(path(engine, instance)).toEqual(['start', 'wait ACTIVE'])
    engine.resumeInstance(instance)
    expect(engine.processInstances.get(instance)?.endDate).toBe('2026-01-01T05:00:00.000Z')
  })

  it('catches up on each interval of a cycle', async () => {
    const engine = await engineWith(
      process(
        [
          start(),
          serviceTask('task', 'work'),
          boundary('late', 'task', on.timer('cycle', 'R/PT1H'), false),
          end(),
          flows('start', 'task'),
          flows('late', 'end'),
        ].join(''),
      ),
    )
    const instance = startInstance(engine)
    engine.suspendInstance(instance)
    engine.advance(3 * HOUR)
    expect(path(engine, instance)).toEqual(['start', 'task ACTIVE'])
    engine.resumeInstance(instance)
    expect(path(engine, instance).filter((id) => id === 'late')).toHaveLength(3)
    engine.advance(HOUR)
    expect(path(engine, instance).filter((id) => id === 'late')).toHaveLength(4)
  })

  it('receives messages that are still waiting when it is resumed', async () => {
    const engine = await engineWith(waiting(on.message('paid'), message('paid', '= orderId')))
    const paid = { name: 'paid', correlationKey: 'A-1' }
    const instance = startInstance(engine, { orderId: 'A-1' })
    engine.suspendInstance(instance)
    engine.publishMessage({ ...paid, variables: { n: 1 } })
    engine.publishMessage({ ...paid, variables: { n: 2 }, timeToLive: HOUR })
    engine.publishMessage({ ...paid, variables: { n: 3 }, timeToLive: 2 * HOUR })
    expect(() => engine.correlateMessage(paid)).toThrow(gone)
    engine.advance(HOUR)
    engine.resumeInstance(instance)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(variablesOf(engine, instance)).toEqual({ orderId: 'A-1', n: 3 })
  })

  it('misses signals', async () => {
    const engine = await engineWith(waiting(on.signal('go'), signal('go')))
    const instance = startInstance(engine)
    engine.suspendInstance(instance)
    engine.broadcastSignal({ signalName: 'go' })
    engine.resumeInstance(instance)
    expect(path(engine, instance)).toEqual(['start', 'wait ACTIVE'])
    engine.broadcastSignal({ signalName: 'go' })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('accepts variables, keeps its incidents, and can be canceled', async () => {
    const engine = await engineWith(waiting(on.timer('duration', '= time')))
    const instance = startInstance(engine)
    engine.suspendInstance(instance)
    engine.setVariables(instance, { variables: { time: 'PT1H' } })
    const [incident] = engine.incidents
    expect(() => engine.resolveIncident(incident?.incidentKey ?? '')).toThrow(rejected)
    engine.cancelInstance(instance)
    expect(engine.processInstances.get(instance)).toMatchObject({ state: 'TERMINATED', suspendedDate: null })
    expect(path(engine, instance)).toEqual(['start', 'wait TERMINATED'])
  })
})
