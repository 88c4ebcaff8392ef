import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../src/index.ts'
import {
  activate,
  activeIncidentKey,
  activeIncidents,
  path,
  startInstance,
  stateOf,
  variablesOf,
  work,
} from './support/engine.ts'
import {
  boundary,
  element,
  end,
  endEvent,
  error,
  flows,
  ioMapping,
  multiInstance,
  on,
  process,
  serviceTask,
  start,
  xmlText,
} from './support/models.ts'

const call = (attributes = '', { processId = 'child', extensions = '', loop = '' } = {}): string =>
  element(
    'callActivity',
    'call',
    `<zeebe:calledElement processId="${xmlText(processId)}" ${attributes} />${extensions}`,
    loop,
  )

const parent = (content: string, more = ''): string =>
  process([start(), content, end(), flows('start', 'call', 'end')].join('\n'), 'process', more)

const child = (type = 'work', tag = ''): string =>
  process(
    [
      tag && `<bpmn:extensionElements><zeebe:versionTag value="${tag}" /></bpmn:extensionElements>`,
      start(),
      serviceTask('task', type),
      end(),
      flows('start', 'task', 'end'),
    ].join('\n'),
    'child',
  )

async function deploy(...files: readonly string[]): Promise<Engine> {
  const engine = createEngine()
  await engine.deploy(files.map((content, index) => ({ name: `${index}.bpmn`, content })))
  return engine
}

const redeploy = (engine: Engine, content: string): Promise<unknown> => engine.deploy([{ name: 'child.bpmn', content }])

/** The key of the process instance that was called last. */
function called(engine: Engine): string {
  return [...engine.processInstances].at(-1)?.processInstanceKey ?? ''
}

describe('a call activity', () => {
  it('starts a separate process instance, and waits for it to end', async () => {
    const engine = await deploy(parent(call()), child())
    const instance = engine.createInstance({
      processDefinitionId: 'process',
      variables: { a: 1 },
      businessId: 'order-1',
    }).processInstanceKey
    const [, activity] = [...engine.elementInstances.of(instance)]
    expect(engine.processInstances.get(called(engine))).toMatchObject({
      processDefinitionId: 'child',
      parentProcessInstanceKey: instance,
      parentElementInstanceKey: activity?.elementInstanceKey,
      rootProcessInstanceKey: instance,
      businessId: 'order-1',
    })
    expect(path(engine, instance)).toEqual(['start', 'call ACTIVE'])
    work(engine, 'work', { b: 2 })
    expect(stateOf(engine, called(engine))).toBe('COMPLETED')
    expect(path(engine, instance)).toEqual(['start', 'call', 'end'])
    expect(variablesOf(engine, instance)).toEqual({ a: 1, b: 2 })
  })

  it('finds the process by an expression', async () => {
    const engine = await deploy(parent(call('', { processId: '= name' })), child())
    const instance = startInstance(engine, { name: 'child' })
    expect(work(engine, 'work')).toBe(1)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })
})

describe('the variables of a call', () => {
  it('are only those of the input mappings, if propagation is off', async () => {
    const attributes = 'propagateAllParentVariables="false"'
    const mapping = ioMapping({ inputs: { b: '= a + 1' } })
    const engine = await deploy(parent(call(attributes, { extensions: mapping })), child())
    startInstance(engine, { a: 1 })
    expect(variablesOf(engine, called(engine))).toEqual({ b: 2 })
  })

  it('include the input mappings', async () => {
    const engine = await deploy(parent(call('', { extensions: ioMapping({ inputs: { b: '= a + 1' } }) })), child())
    startInstance(engine, { a: 1 })
    expect(variablesOf(engine, called(engine))).toEqual({ a: 1, b: 2 })
  })

  it('are returned by the output mappings, or not at all', async () => {
    const mapped = await deploy(
      parent(call('propagateAllChildVariables="false"', { extensions: ioMapping({ outputs: { c: '= b + 1' } }) })),
      child(),
    )
    const first = startInstance(mapped)
    work(mapped, 'work', { b: 2 })
    expect(variablesOf(mapped, first)).toEqual({ c: 3 })
    const closed = await deploy(parent(call('propagateAllChildVariables="false"')), child())
    const second = startInstance(closed)
    work(closed, 'work', { b: 2 })
    expect(variablesOf(closed, second)).toEqual({})
  })
})

describe('the binding of a call activity', () => {
  it.each([
    ['latest', '', 'new'],
    ['deployment', 'bindingType="deployment"', 'old'],
    ['versionTag', 'bindingType="versionTag" versionTag="v1"', 'old'],
  ])('to %s', async (_, attributes, type) => {
    const engine = await deploy(parent(call(attributes)), child('old', 'v1'))
    await redeploy(engine, child('new', 'v2'))
    startInstance(engine)
    expect(activate(engine, type)).toHaveLength(1)
  })

  it('to the deployment requires the process in it', async () => {
    await expect(deploy(parent(call('bindingType="deployment"')))).rejects.toThrow(
      /call: .*no process with the id 'child'/,
    )
  })
})

describe('an incident', () => {
  it('is raised while the process is missing or cannot be called', async () => {
    const engine = await deploy(parent(call()))
    const instance = startInstance(engine)
    expect(activeIncidents(engine)).toEqual(['call CALLED_ELEMENT_ERROR'])
    await redeploy(engine, child())
    engine.resolveIncident(activeIncidentKey(engine))
    work(engine, 'work')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('of the called process is also visible on the caller', async () => {
    const engine = await deploy(parent(call()), child())
    const instance = startInstance(engine)
    engine.failJob(activate(engine, 'work')[0]?.jobKey ?? '', { retries: 0 })
    expect([...engine.incidents]).toMatchObject([
      { processInstanceKey: called(engine), rootProcessInstanceKey: instance, errorType: 'JOB_NO_RETRIES' },
    ])
    expect(engine.processInstances.get(instance)?.hasIncident).toBe(true)
    expect([...engine.elementInstances.of(instance)].map(({ hasIncident }) => hasIncident)).toEqual([false, true])
    engine.cancelInstance(instance)
    expect(engine.processInstances.get(instance)?.hasIncident).toBe(false)
  })

  it('stops a process that calls itself endlessly', async () => {
    const endless = process(
      [start(), call('', { processId: 'process' }), end(), flows('start', 'call', 'end')].join('\n'),
    )
    const engine = await deploy(endless)
    const instance = startInstance(engine)
    expect(activeIncidents(engine)).toEqual(['call CALLED_ELEMENT_ERROR'])
    expect(engine.processInstances.size).toBe(1000)
    engine.cancelInstance(instance)
    expect([...engine.processInstances].every(({ state }) => state === 'TERMINATED')).toBe(true)
  })
})

describe('the end of a called process', () => {
  it('is caused by the cancellation of its caller, and not possible without', async () => {
    const engine = await deploy(parent(call()), child())
    const instance = startInstance(engine)
    expect(() => engine.cancelInstance(called(engine))).toThrow(new RegExp(instance))
    engine.cancelInstance(instance)
    expect(stateOf(engine, called(engine))).toBe('TERMINATED')
    expect(path(engine, instance)).toEqual(['start', 'call TERMINATED'])
    expect(activate(engine, 'work')).toEqual([])
  })

  it('can be an error, which the caller catches', async () => {
    const throws = process(
      [start(), endEvent('end', on.error('broken')), flows('start', 'end')].join('\n'),
      'child',
      error('broken'),
    )
    const model = process(
      [
        start(),
        call(),
        boundary('failed', 'call', on.error('broken')),
        end(),
        end('sorry'),
        flows('start', 'call', 'end'),
        flows('failed', 'sorry'),
      ].join('\n'),
      'process',
      error('broken'),
    )
    const engine = await deploy(model, throws)
    const instance = startInstance(engine)
    expect(path(engine, instance)).toEqual(['start', 'call TERMINATED', 'failed', 'sorry'])
    expect(stateOf(engine, called(engine))).toBe('TERMINATED')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })
})

it('can run for each item of a list', async () => {
  const loop = multiInstance({
    inputCollection: '= items',
    inputElement: 'item',
    outputCollection: 'results',
    outputElement: '= result',
  })
  const engine = await deploy(
    parent(call('', { loop, extensions: ioMapping({ outputs: { last: '= result' } }) })),
    child(),
  )
  const instance = startInstance(engine, { items: [1, 2, 3] })
  for (const { jobKey, variables } of activate(engine, 'work')) {
    engine.completeJob(jobKey, { variables: { result: Number(variables.item) * 2 } })
  }
  expect(variablesOf(engine, instance)).toEqual({ items: [1, 2, 3], results: [2, 4, 6], last: 6 })
  expect(engine.processInstances.size).toBe(4)
})

it('is rejected without a process id, and with an unknown binding', async () => {
  await expect(deploy(parent(element('callActivity', 'call')))).rejects.toThrow(/call: .*id of the process/)
  await expect(deploy(parent(call('bindingType="oldest"')))).rejects.toThrow(/'oldest'/)
})
