import { createEngine, type Engine } from '@x/engine'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Assertions, createAssertions, ProcessAssertionError } from '../../src/testing.ts'
import { createHarness } from '../sampled/harness.ts'
import { APPROVAL, DELIVERY, ORDER } from './models.ts'

let engine: Engine
let camunda: Assertions
beforeEach(async () => {
  engine = createEngine()
  camunda = createAssertions({ engine })
  await engine.deploy([
    { name: 'order.bpmn', content: ORDER },
    { name: 'delivery.bpmn', content: DELIVERY },
  ])
})

const start = (variables: Record<string, unknown> = {}, processDefinitionId = 'order'): string =>
  engine.createInstance({ processDefinitionId, variables }).processInstanceKey

function take(type: string): string {
  const [job] = engine.activateJobs({ type, timeout: 1000, maxJobsToActivate: 1, worker: 'worker' })
  if (job === undefined) throw new Error(`There is no job of type ${type}.`)
  return job.jobKey
}

/** What an assertion throws. */
async function problemOf(assertion: () => unknown): Promise<ProcessAssertionError> {
  try {
    await assertion()
  } catch (error) {
    expect(error).toBeInstanceOf(ProcessAssertionError)
    return error as ProcessAssertionError
  }
  throw new Error('It passed.')
}

describe('an instance that behaves as expected', () => {
  it('passes all assertions', async () => {
    const key = start({ orderId: 'A-1' })
    camunda.waitingAt(key, ['charge'])
    engine.completeJob(take('charge-card'), { variables: { paid: true, lines: [{ sku: 'A', count: 2 }] } })
    camunda.waitingAt(key, ['ship'])
    engine.completeJob(take('ship-parcel'))
    await camunda.completed(key)
    camunda.passed(key, ['received', 'charge', 'ship', 'shipped'])
    camunda.passed(key, ['received', 'shipped'])
    camunda.passed(key, [])
    camunda.notPassed(key, ['declined', 'canceled'])
    camunda.waitingAt(key, [])
    camunda.variables(key, { paid: true, lines: [{ count: 2, sku: 'A' }], missing: undefined })
    camunda.incidents(key, [])
  })

  it('is terminated, or has incidents, including in called instances', async () => {
    const key = start({ orderId: 'A-1' }, 'delivery')
    engine.failJob(take('charge-card'), { errorMessage: 'Bank is down', variables: { reason: 'bank' } })
    camunda.incidents(key, [{ elementId: 'charge' }])
    camunda.incidents(key, [{ elementId: 'charge', errorType: 'JOB_NO_RETRIES', errorMessage: 'Bank is down' }])
    camunda.incidents(key, [{ elementId: 'charge', errorMessage: /down$/ }])
    const [, called] = [...engine.processInstances].map(({ processInstanceKey }) => processInstanceKey)
    camunda.variables(called ?? '', { reason: 'bank' }, { elementId: 'charge' })
    engine.cancelInstance(key)
    await camunda.terminated(key)
  })
})

describe('an instance that behaves differently', () => {
  it('reports where it waits and for what', async () => {
    const key = start()
    const error = await problemOf(() => camunda.completed(key))
    expect(error.message).toBe(`Process instance ${key} of order is ACTIVE, not COMPLETED.
Path: received → charge
Waits at charge: job of type charge-card, 3 retries left, which no worker has activated`)
    expect([error.actual, error.expected]).toEqual(['ACTIVE', 'COMPLETED'])
    engine.failJob(take('charge-card'), { retries: 2, errorMessage: 'Try later' })
    expect((await problemOf(() => camunda.terminated(key))).message).toContain(
      'Waits at charge: job of type charge-card, 2 retries left, which failed: "Try later"',
    )
  })

  it('reports where called instances wait, and their incidents', async () => {
    const key = start({ orderId: 'A-1' }, 'delivery')
    engine.failJob(take('charge-card'), { errorMessage: 'Bank is down' })
    const [, called] = [...engine.processInstances].map(({ processInstanceKey }) => processInstanceKey)
    const expected = [
      'Path: start → fulfil',
      `Waits at fulfil: process instance ${called} of order`,
      '  Waits at charge: job of type charge-card, 0 retries left, which failed: "Bank is down"',
      'Incident at charge: JOB_NO_RETRIES: Bank is down',
    ]
    expect((await problemOf(() => camunda.completed(key))).message.split('\n').slice(1)).toEqual(expected)
  })

  it('reports the message that it waits for', async () => {
    const key = start({ orderId: 'A-1' }, 'delivery')
    engine.completeJob(take('charge-card'))
    engine.completeJob(take('ship-parcel'))
    expect((await problemOf(() => camunda.waitingAt(key, ['end']))).message).toContain(
      'waits at arrived, not at end.\nPath: start → fulfil → arrived\nWaits at arrived: message parcel-arrived with correlation key A-1',
    )
  })

  it('reports the user task that it waits for', async () => {
    await engine.deploy([{ name: 'approval.bpmn', content: APPROVAL }])
    const key = start({}, 'approval')
    const reason = async () => (await problemOf(() => camunda.completed(key))).message.split('\n').at(-1)
    expect(await reason()).toBe('Waits at approve: user task in state CREATED, unassigned')
    const [task] = engine.userTasks.of(key)
    engine.assignUserTask(task?.userTaskKey ?? '', { assignee: 'jane' })
    expect(await reason()).toBe('Waits at approve: user task in state CREATED, of jane')
    engine.completeUserTask(task?.userTaskKey ?? '')
    await camunda.completed(key)
  })

  it('reports the missing step of the path', async () => {
    const key = start()
    engine.throwError(take('charge-card'), { errorCode: 'CARD_DECLINED' })
    const { message, actual } = await problemOf(() => camunda.passed(key, ['received', 'charge', 'ship']))
    expect(message).toContain('has not passed charge after received.')
    expect(message).toContain('Path: received → charge (terminated) → declined → canceled')
    expect(actual).toEqual(['received', 'declined', 'canceled'])
    expect((await problemOf(() => camunda.passed(key, ['canceled', 'received']))).message).toContain(
      'has not passed received after canceled.',
    )
    expect((await problemOf(() => camunda.notPassed(key, ['ship', 'charge']))).message).toContain('has been at charge.')
  })

  it('reports the variables that differ', async () => {
    const key = start({ amount: 5, tags: ['a'] })
    const { message, actual, expected } = await problemOf(() =>
      camunda.variables(key, { amount: '5', tags: ['a'], paid: true }),
    )
    expect(message).toContain('has other variables: amount is 5, not "5"; paid is undefined, not true.')
    expect([actual, expected]).toEqual([
      { amount: 5, tags: ['a'], paid: undefined },
      { amount: '5', tags: ['a'], paid: true },
    ])
    await problemOf(() => camunda.variables(key, { amount: undefined }))
    await problemOf(() => camunda.variables(key, { tags: { 0: 'a' } }))
    await problemOf(() => camunda.variables(key, { amount: 5 }, { elementId: 'charge' }))
  })

  it('reports the active incidents', async () => {
    const key = start()
    expect((await problemOf(() => camunda.incidents(key, [{ elementId: 'ship' }]))).message).toContain(
      'has incidents at no element; expected: ship.',
    )
    engine.failJob(take('charge-card'), { errorMessage: 'Bank is down' })
    await problemOf(() => camunda.incidents(key, []))
    await problemOf(() => camunda.incidents(key, [{ elementId: 'ship' }]))
    await problemOf(() => camunda.incidents(key, [{ elementId: 'charge', errorType: 'UNKNOWN' }]))
    await problemOf(() => camunda.incidents(key, [{ elementId: 'charge' }, { elementId: 'charge' }]))
    const other = await problemOf(() => camunda.incidents(key, [{ elementId: 'charge', errorMessage: /up/ }]))
    expect(other.message).toContain('has incidents at charge; expected: charge /up/.')
  })

  it('reports elements that the process does not have, and an unknown key', async () => {
    const key = start()
    for (const assertion of [camunda.passed, camunda.notPassed, camunda.waitingAt]) {
      expect((await problemOf(() => assertion(key, ['received', 'chrage', 'to-ship']))).message).toContain(
        'has no element chrage, to-ship. It has received, charge, declined, ship, shipped, canceled.',
      )
      expect((await problemOf(() => assertion('1', ['received']))).message).toBe('There is no process instance 1.')
    }
    const others = [
      () => camunda.completed('1'),
      () => camunda.terminated('1', { signal: new AbortController().signal }),
      () => camunda.variables('1', {}),
      () => camunda.incidents('1', []),
    ]
    for (const assertion of others) {
      expect((await problemOf(assertion)).message).toBe('There is no process instance 1.')
    }
  })
})

describe('with workers that run meanwhile', () => {
  async function connect() {
    const { emulator, client } = await createHarness()
    const { jobs } = client
    await emulator.engine.deploy([{ name: 'order.bpmn', content: ORDER }])
    const { processInstanceKey: key } = emulator.engine.createInstance({ processDefinitionId: 'order' })
    const work = async (type: string): Promise<void> => {
      const { jobs: activated } = await jobs.activate({ type, timeout: 1000, maxJobsToActivate: 1 })
      for (const { jobKey } of activated) await jobs.complete(jobKey)
    }
    return { client, key, work, camunda: createAssertions(emulator) }
  }

  it('waits until the instance has ended', async () => {
    const { camunda, key, work } = await connect()
    const { signal } = new AbortController()
    const completed = camunda.completed(key, { signal })
    const shipping = camunda.until(() => camunda.waitingAt(key, ['ship']), { signal })
    await work('charge-card')
    await shipping
    await work('ship-parcel')
    await completed
  })

  it('ends with the last state when the signal aborts', async () => {
    const { camunda, key, work } = await connect()
    const stop = new AbortController()
    const completed = problemOf(() => camunda.completed(key, { signal: stop.signal }))
    await work('charge-card')
    stop.abort()
    expect((await completed).message).toContain('Waits at ship')
  })

  it('waits for timers that fire as the clock advances', async () => {
    const { emulator } = await createHarness()
    const timer = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="definitions"
      targetNamespace="http://bpmn.io/schema/bpmn"><process id="reminder" isExecutable="true"><startEvent id="start" />
      <sequenceFlow id="a" sourceRef="start" targetRef="wait" /><intermediateCatchEvent id="wait"><timerEventDefinition>
      <timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
      <sequenceFlow id="b" sourceRef="wait" targetRef="end" /><endEvent id="end" /></process></definitions>`
    await emulator.engine.deploy([{ name: 'reminder.bpmn', content: timer }])
    const { processInstanceKey } = emulator.engine.createInstance({ processDefinitionId: 'reminder' })
    const { signal } = new AbortController()
    const completed = createAssertions(emulator).completed(processInstanceKey, { signal })
    emulator.clock.advance(1_800_000)
    emulator.clock.advance(1_800_000)
    await completed
  })

  it('does not wait for an instance that has ended differently', async () => {
    const { camunda, client, key } = await connect()
    const completed = problemOf(() => camunda.completed(key, { signal: new AbortController().signal }))
    await client.processInstances.cancel(key)
    expect((await completed).message).toContain('is TERMINATED, not COMPLETED.')
  })
})
