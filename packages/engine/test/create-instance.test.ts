import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../src/index.ts'
import { path, stateOf, variablesOf } from './support/engine.ts'
import { end, flows, process, serviceTask, start } from './support/models.ts'

const version = (number: number, tag: string): string =>
  process(
    [
      `<bpmn:extensionElements><zeebe:versionTag value="${tag}" /></bpmn:extensionElements>`,
      start(),
      serviceTask('task', `work-${number}`),
      end(),
      flows('start', 'task', 'end'),
    ].join('\n'),
  )

async function engineWithVersions(): Promise<Engine> {
  const engine = createEngine()
  for (const [index, tag] of ['stable', 'stable', 'next'].entries()) {
    await engine.deploy([{ name: 'process.bpmn', content: version(index + 1, tag) }])
  }
  return engine
}

describe('createInstance', () => {
  it.each([
    ['the latest version by id', {}, 3],
    ['a version', { processDefinitionVersion: 1 }, 1],
    ['the latest with a version tag', { processDefinitionVersionTag: 'stable' }, 2],
  ])('starts %s', async (_, which, expected) => {
    const engine = await engineWithVersions()
    const created = engine.createInstance({ processDefinitionId: 'process', ...which })
    expect(created.processDefinitionVersion).toBe(expected)
    expect(engine.processInstances.get(created.processInstanceKey)).toMatchObject({
      processDefinitionVersion: expected,
      state: 'ACTIVE',
      processInstanceKey: created.processInstanceKey,
    })
  })

  it('starts the definition with a key', async () => {
    const engine = await engineWithVersions()
    const [first] = engine.processDefinitions
    const created = engine.createInstance({ processDefinitionKey: first?.processDefinitionKey })
    expect(created.processDefinitionVersion).toBe(1)
  })

  it.each([
    [{ processDefinitionId: 'other' }, 'NOT_FOUND'],
    [{ processDefinitionId: 'process', processDefinitionVersion: 4 }, 'NOT_FOUND'],
    [{ processDefinitionId: 'process', processDefinitionVersionTag: 'old' }, 'NOT_FOUND'],
    [{ processDefinitionId: 'process', tenantId: 'acme' }, 'NOT_FOUND'],
    [{ processDefinitionKey: '2251799813685249999' }, 'NOT_FOUND'],
    [{}, 'INVALID_ARGUMENT'],
    [{ processDefinitionId: 'process', variables: [] as never }, 'INVALID_ARGUMENT'],
  ])('rejects %j with %s', async (input, code) => {
    const engine = await engineWithVersions()
    expect(() => engine.createInstance(input)).toThrow(expect.objectContaining({ code }))
    expect(engine.processInstances.size).toBe(0)
  })

  it('rejects circular variables', async () => {
    const engine = await engineWithVersions()
    const variables: Record<string, unknown> = {}
    variables.self = variables
    const rejected = expect.objectContaining({ code: 'INVALID_ARGUMENT' })
    expect(() => engine.createInstance({ processDefinitionId: 'process', variables })).toThrow(rejected)
  })

  it('keeps variables, tags and the business id, even if the caller changes them later', async () => {
    const engine = await engineWithVersions()
    const order = { items: [{ id: 1 }], price: 10n ** 18n }
    const tags = ['urgent']
    const { processInstanceKey } = engine.createInstance({
      processDefinitionId: 'process',
      variables: { order, nothing: undefined },
      tags,
      businessId: 'A-1',
    })
    order.items.push({ id: 2 })
    tags.push('late')
    expect(engine.processInstances.get(processInstanceKey)).toMatchObject({ tags: ['urgent'], businessId: 'A-1' })
    const [variable] = engine.variables.of(processInstanceKey)
    expect(variable).toMatchObject({
      name: 'order',
      value: '{"items":[{"id":1}],"price":1000000000000000000}',
      scopeKey: processInstanceKey,
    })
  })

  it('is deterministic: equal commands produce equal histories', async () => {
    const run = async (): Promise<unknown> => {
      const engine = await engineWithVersions()
      engine.createInstance({ processDefinitionId: 'process', variables: { a: 1 } })
      engine.advance(500)
      const [job] = engine.activateJobs({ type: 'work-3', timeout: 1000, maxJobsToActivate: 1 })
      engine.completeJob(job?.jobKey ?? '')
      return [[...engine.elementInstances], [...engine.jobs], [...engine.variables], [...engine.sequenceFlows]]
    }
    expect(await run()).toEqual(await run())
  })
})

describe('a process instance', () => {
  it('completes with its last element, and records its path', async () => {
    const engine = await engineWithVersions()
    const { processInstanceKey } = engine.createInstance({ processDefinitionId: 'process' })
    expect(path(engine, processInstanceKey)).toEqual(['start', 'task ACTIVE'])
    engine.advance(1000)
    const [job] = engine.activateJobs({ type: 'work-3', timeout: 1000, maxJobsToActivate: 1 })
    engine.completeJob(job?.jobKey ?? '', { variables: { done: true } })

    expect(path(engine, processInstanceKey)).toEqual(['start', 'task', 'end'])
    expect(engine.processInstances.get(processInstanceKey)).toMatchObject({
      state: 'COMPLETED',
      startDate: '2026-01-01T00:00:00.000Z',
      endDate: '2026-01-01T00:00:01.000Z',
    })
    expect(variablesOf(engine, processInstanceKey)).toEqual({ done: true })
    const flowIds = [...engine.sequenceFlows.of(processInstanceKey)].map(({ sequenceFlowId }) => sequenceFlowId)
    expect(flowIds).toEqual(['start-task', 'task-end'])
  })

  it('can be canceled, with its jobs', async () => {
    const engine = await engineWithVersions()
    const { processInstanceKey } = engine.createInstance({ processDefinitionId: 'process' })
    engine.cancelInstance(processInstanceKey)
    expect(stateOf(engine, processInstanceKey)).toBe('TERMINATED')
    expect(path(engine, processInstanceKey)).toEqual(['start', 'task TERMINATED'])
    expect([...engine.jobs].map(({ state }) => state)).toEqual(['CANCELED'])
    expect(engine.activateJobs({ type: 'work-3', timeout: 1, maxJobsToActivate: 1 })).toEqual([])
    expect(() => engine.cancelInstance(processInstanceKey)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })
})
