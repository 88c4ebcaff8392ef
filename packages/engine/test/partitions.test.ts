import { expect, it } from 'vitest'
import { createEngine, type Engine, EngineError } from '../src/index.ts'
import { activate, engineWith, path, startInstance, work } from './support/engine.ts'
import { element, end, flows, ioMapping, process, serviceTask, start } from './support/models.ts'

const caller = process(
  [
    start(),
    serviceTask('task', 'work', ioMapping({ inputs: { local: '=1' } })),
    element('userTask', 'ask', '<zeebe:userTask />'),
    element('callActivity', 'call', '<zeebe:calledElement processId="child" />'),
    end(),
    flows('start', 'task', 'ask', 'call', 'end'),
  ].join('\n'),
)
const child = process([start(), serviceTask('task', 'fail'), end(), flows('start', 'task', 'end')].join('\n'), 'child')

async function run(partitions: number): Promise<Engine> {
  const engine = await engineWith(caller, { partitions })
  await engine.deploy([{ name: 'child.bpmn', content: child }])
  for (let n = 0; n < 2 * partitions; n += 1) startInstance(engine, { n })
  work(engine, 'work')
  for (const { userTaskKey } of engine.userTasks) engine.completeUserTask(userTaskKey)
  for (const { jobKey } of activate(engine, 'fail', 100)) engine.failJob(jobKey, { errorMessage: 'no' })
  return engine
}

const partitionOf = (key: string): number => Number(BigInt(key) >> 51n)

it.each([1, 3, 8])('process instances take turns on %i partitions, each with all its records', async (count) => {
  const engine = await run(count)
  const partitions = new Map<string, number>()
  for (const { processInstanceKey, rootProcessInstanceKey } of engine.processInstances) {
    partitions.set(processInstanceKey, partitionOf(rootProcessInstanceKey))
  }
  expect(new Set(partitions.values())).toEqual(new Set(Array.from({ length: count }, (_, index) => index + 1)))
  const keys = [
    ...[...engine.processInstances].map((record) => [record.processInstanceKey, record.processInstanceKey]),
    ...[...engine.elementInstances].map((record) => [record.processInstanceKey, record.elementInstanceKey]),
    ...[...engine.variables].map((record) => [record.processInstanceKey, record.variableKey]),
    ...[...engine.jobs].map((record) => [record.processInstanceKey, record.jobKey]),
    ...[...engine.userTasks].map((record) => [record.processInstanceKey, record.userTaskKey]),
    ...[...engine.incidents].map((record) => [record.processInstanceKey, record.incidentKey]),
  ] as [string, string][]
  for (const [instance, key] of keys) expect(partitionOf(key)).toBe(partitions.get(instance))
  expect(new Set(keys.map(([, key]) => key)).size).toBe(keys.length)
  for (const { variableKey, value } of engine.variables) expect(engine.variables.get(variableKey)?.value).toBe(value)
})

it.each([1, 8])(
  'records of %i partitions can be read in the order of their keys, starting at any of them',
  async (count) => {
    const { variables } = await run(count)
    const keys = [...variables].map(({ variableKey }) => variableKey).sort((a, b) => Number(BigInt(a) - BigInt(b)))
    const from = (after?: string): string[] =>
      [...(variables.inKeyOrder?.(after) ?? [])].map(({ variableKey }) => variableKey)
    expect(from()).toEqual(keys)
    for (const [index, key] of keys.entries()) expect(from(key)).toEqual(keys.slice(index + 1))
  },
)

it('jobs of all partitions are activated in order of age', async () => {
  const engine = await engineWith(child, { partitions: 3 })
  const started = Array.from({ length: 7 }, () => {
    engine.advance(1)
    return startInstance(engine, {}, 'child')
  })
  expect(activate(engine, 'fail').map(({ processInstanceKey }) => processInstanceKey)).toEqual(started)
})

it.each([0, 1.5, 9])('%d partitions are rejected', (partitions) => {
  expect(() => createEngine({ partitions })).toThrow(EngineError)
  expect(() => createEngine({ partitions })).toThrow('`partitions` must be')
})

it('does not find keys of other partitions or missing records', async () => {
  const engine = await run(2)
  for (const partition of [0n, 3n, 9n]) {
    expect(engine.processInstances.get(String((partition << 51n) + 7n))).toBeUndefined()
  }
  expect(engine.variables.get(String((1n << 51n) + 2n ** 30n))).toBeUndefined()
  for (const { processInstanceKey } of engine.processInstances) {
    expect(path(engine, processInstanceKey)[0]).toBe('start')
  }
})
