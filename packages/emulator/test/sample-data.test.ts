import { describe, expect, test } from 'vitest'
import { createStill, fetchToken } from './support.ts'

async function connect(operate: object, lagMs = 0) {
  const emulator = createStill({ operate, orchestration: { lagMs }, version: '8.9' })
  const credentials = emulator.credentials('cluster')
  const bodyOf = async (product: string, audience: string, path: string): Promise<string> => {
    const token = await fetchToken(emulator, credentials, audience)
    const response = await emulator.fetch(emulator.url(product) + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
    return response.text()
  }
  return {
    emulator,
    totals: async () => {
      const operate = await bodyOf('operate', 'operate.camunda.io', '/v1/process-instances/search')
      const orchestration = await bodyOf('orchestration', 'zeebe.camunda.io', '/v2/process-instances/search')
      return [/"total":(\d+)/.exec(operate)?.[1], /"totalItems":(\d+)/.exec(orchestration)?.[1]].map(Number)
    },
  }
}

test('all APIs and the engine show the same data', async () => {
  const { emulator, totals } = await connect({ processInstances: 40 })
  const [first, second] = await totals()
  expect(first).toBeGreaterThanOrEqual(40)
  expect([second, emulator.engine.processInstances.size]).toEqual([first, first])
})

test('the first deployment comes after the sample data', async () => {
  const { emulator, totals } = await connect({ processInstances: 20 })
  const { engine } = emulator
  expect(engine.processInstances.size).toBe(0)
  await engine.deploy([{ name: 'note.txt', content: 'x' }])
  const [note] = engine.resources
  const earlier = [...engine.processDefinitions, ...engine.decisionRequirements].map(({ deploymentKey }) =>
    BigInt(deploymentKey),
  )
  expect(earlier).toHaveLength(13)
  for (const key of earlier) expect(key).toBeLessThan(BigInt(note?.deploymentKey ?? ''))
  expect((await totals())[0]).toBe(engine.processInstances.size)
})

test('is visible immediately, even if reads lag', async () => {
  const [prompt, late] = [await connect({ processInstances: 20 }), await connect({ processInstances: 20 }, 60_000)]
  expect(await late.totals()).toEqual(await prompt.totals())
  expect([...late.emulator.engine.elementInstances]).toEqual([...prompt.emulator.engine.elementInstances])
})

describe('an invalid size', () => {
  test.each([-1, 1.5, Number.NaN, 100_001, '5', null, []])('processInstances: %j', (processInstances) => {
    const create = () => createStill({ operate: { processInstances: processInstances as number } })
    expect(create).toThrow(TypeError)
    expect(create).toThrow('operate.processInstances must be a')
  })

  test.each([0, 9, 2.5, '3'])('partitions: %j', (partitions) => {
    const create = () => createStill({ operate: { partitions: partitions as number } })
    expect(create).toThrow(TypeError)
    expect(create).toThrow('operate.partitions must be a')
  })
})
