import { describe, expect, it } from 'vitest'
import { activeIncidentKey, activeIncidents, engineWith, path, startInstance, stateOf, work } from './support/engine.ts'
import {
  boundary,
  catchEvent,
  element,
  end,
  eventSubProcess,
  flows,
  on,
  process,
  serviceTask,
  start,
} from './support/models.ts'

const HOUR = 3_600_000
const waiting = (type: 'date' | 'duration', text: string): string =>
  process([start(), catchEvent('wait', on.timer(type, text)), end(), flows('start', 'wait', 'end')].join('\n'))

describe('a timer catch event', () => {
  it.each([
    ['a duration', 'duration', 'PT1H'],
    ['a duration from an expression', 'duration', '= "PT" + string(hours) + "H"'],
    ['a FEEL duration', 'duration', '= duration("PT1H")'],
    ['a date', 'date', '2026-01-01T01:00:00Z'],
    ['a FEEL date', 'date', '= now() + duration("PT1H")'],
  ] as const)('waits for %s', async (_, type, text) => {
    const engine = await engineWith(waiting(type, text))
    const instance = startInstance(engine, { hours: 1 })
    expect(engine.nextDueTime()).toBe(engine.now() + HOUR)
    engine.advance(HOUR - 1)
    expect(path(engine, instance)).toEqual(['start', 'wait ACTIVE'])
    engine.advance(1)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(engine.nextDueTime()).toBeUndefined()
  })

  it('does not wait for a date that has passed', async () => {
    const engine = await engineWith(waiting('date', '2025-01-01T00:00:00Z'))
    expect(stateOf(engine, startInstance(engine))).toBe('COMPLETED')
  })

  it('raises an incident for an invalid duration, and reads it again when that is resolved', async () => {
    const engine = await engineWith(waiting('duration', '= time'))
    const instance = startInstance(engine, { time: 'soon' })
    expect(activeIncidents(engine)).toEqual(['wait EXTRACT_VALUE_ERROR'])
    engine.setVariables(instance, { variables: { time: 'PT1S' } })
    engine.resolveIncident(activeIncidentKey(engine))
    engine.advance(1000)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('does not fire once its instance is canceled', async () => {
    const engine = await engineWith(waiting('duration', 'PT1H'))
    const instance = startInstance(engine)
    engine.cancelInstance(instance)
    engine.advance(HOUR)
    expect(path(engine, instance)).toEqual(['start', 'wait TERMINATED'])
  })
})

describe('advance', () => {
  it('runs everything in order and at its own time', async () => {
    const engine = await engineWith(waiting('duration', '= time'))
    const late = startInstance(engine, { time: 'PT3S' })
    const early = startInstance(engine, { time: 'PT1S' })
    engine.advance(5000)
    const ended = [late, early].map((key) => engine.processInstances.get(key)?.endDate)
    expect(ended).toEqual(['2026-01-01T00:00:03.000Z', '2026-01-01T00:00:01.000Z'])
    expect(engine.now()).toBe(Date.UTC(2026, 0, 1, 0, 0, 5))
  })

  it('includes what becomes due only during the advance', async () => {
    const chain = process(
      [
        start(),
        catchEvent('first', on.timer('duration', 'PT1S')),
        catchEvent('second', on.timer('duration', 'PT1S')),
        end(),
        flows('start', 'first', 'second', 'end'),
      ].join('\n'),
    )
    const engine = await engineWith(chain)
    const instance = startInstance(engine)
    engine.advance(10_000)
    expect(engine.processInstances.get(instance)?.endDate).toBe('2026-01-01T00:00:02.000Z')
  })

  it('is not needed with a clock that runs by itself', async () => {
    let time = 0
    const engine = await engineWith(waiting('duration', 'PT1S'), { clock: { now: () => time } })
    const instance = startInstance(engine)
    engine.suspendInstance(instance)
    expect(engine.processInstances.get(instance)).toMatchObject({ suspendedDate: '1970-01-01T00:00:00.000Z' })
    engine.resumeInstance(instance)
    time = 2500
    engine.runUntilIdle()
    expect(engine.processInstances.get(instance)?.endDate).toBe('1970-01-01T00:00:01.000Z')
  })

  it('rejects invalid times', async () => {
    const engine = await engineWith(waiting('duration', 'PT1S'))
    expect(() => engine.advance(-1)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
  })
})

describe('a timer boundary event', () => {
  const model = (type: 'duration' | 'cycle', text: string, isInterrupting: boolean): string =>
    process(
      [
        start(),
        serviceTask('task', 'work'),
        end(),
        boundary('late', 'task', on.timer(type, text), isInterrupting),
        end('reminded'),
        flows('start', 'task', 'end'),
        flows('late', 'reminded'),
      ].join('\n'),
    )

  it('interrupts it', async () => {
    const engine = await engineWith(model('duration', 'PT1H', true))
    const instance = startInstance(engine)
    engine.advance(HOUR)
    expect(path(engine, instance)).toEqual(['start', 'task TERMINATED', 'late', 'reminded'])
  })

  it('ends with it', async () => {
    const engine = await engineWith(model('duration', 'PT1H', true))
    startInstance(engine)
    work(engine, 'work')
    expect(engine.nextDueTime()).toBeUndefined()
  })

  it('repeats as often as its cycle says', async () => {
    const engine = await engineWith(model('cycle', 'R3/PT1H', false))
    const instance = startInstance(engine)
    engine.advance(10 * HOUR)
    const times = [...engine.elementInstances.of(instance)]
      .filter(({ elementId }) => elementId === 'late')
      .map(({ startDate }) => startDate)
    expect(times).toEqual(['2026-01-01T01:00:00.000Z', '2026-01-01T02:00:00.000Z', '2026-01-01T03:00:00.000Z'])
    expect(stateOf(engine, instance)).toBe('ACTIVE')
  })

  it('repeats forever until the activity ends', async () => {
    const engine = await engineWith(model('cycle', 'R/PT1H', false))
    const instance = startInstance(engine)
    engine.advance(100 * HOUR)
    work(engine, 'work')
    engine.advance(100 * HOUR)
    expect(path(engine, instance).filter((id) => id === 'late')).toHaveLength(100)
  })
})

describe('a timer that starts a process', () => {
  const model = (type: 'date' | 'cycle', text: string): string =>
    process([element('startEvent', 'start', '', on.timer(type, text)), end(), flows('start', 'end')].join('\n'))

  it('starts an instance at its date', async () => {
    const engine = await engineWith(model('date', '2026-01-02T00:00:00Z'))
    engine.advance(24 * HOUR)
    expect([...engine.processInstances].map(({ startDate }) => startDate)).toEqual(['2026-01-02T00:00:00.000Z'])
    expect(() => startInstance(engine)).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }))
  })

  it('starts instances in a cycle, of the latest version only', async () => {
    const engine = await engineWith(model('cycle', '0 0 * * * *'))
    engine.advance(3 * HOUR)
    expect(engine.processInstances.size).toBe(3)
    await engine.deploy([{ name: 'process.bpmn', content: model('cycle', 'R/PT2H') }])
    engine.advance(3 * HOUR)
    const versions = [...engine.processInstances].map((instance) => instance.processDefinitionVersion)
    expect(versions).toEqual([1, 1, 1, 2])
  })
})

it('a timer starts an event sub-process, repeatedly if it does not interrupt', async () => {
  const engine = await engineWith(
    process(
      [
        start(),
        serviceTask('task', 'work'),
        flows('start', 'task'),
        eventSubProcess('remind', on.timer('cycle', 'R2/PT1H'), '', false),
      ].join('\n'),
    ),
  )
  const instance = startInstance(engine)
  engine.advance(5 * HOUR)
  expect(path(engine, instance)).toEqual(['start', 'task ACTIVE', 'remind', 'remind-start', 'remind', 'remind-start'])
})

it.each([
  ['text that is no date', catchEvent('wait', on.timer('date', 'tomorrow')), /wait.*not valid: 'tomorrow'/],
  ['a timer without any time', catchEvent('wait', '<bpmn:timerEventDefinition />'), /wait.*exactly one/],
  ['a cycle that interrupts', catchEvent('wait', on.timer('cycle', 'R/PT1H')), /wait.*does not interrupt/],
  ['a second trigger', catchEvent('wait', on.timer('date', 'x') + on.terminate), /wait.*more than one/],
  ['a catch event without trigger', catchEvent('wait', ''), /wait.*needs a trigger/],
])('%s is rejected', async (_, content, message) => {
  const xml = process([start(), end(), flows('start', 'wait', 'end'), content].join('\n'))
  await expect(engineWith(xml)).rejects.toThrow(message)
})
