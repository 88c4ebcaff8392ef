import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../src/index.ts'
import { dmn } from './support/models.ts'

const file = dmn([
  ['total', 'price * count'],
  ['discount', 'if total > 100 then 10 else assert(total, total > 0)', ['total']],
])

async function engineWithDecisions(content = file): Promise<Engine> {
  const engine = createEngine()
  await engine.deploy([{ name: 'discount.dmn', content }])
  return engine
}

describe('evaluating a decision', () => {
  it('returns its result and the evaluated decisions', async () => {
    const engine = await engineWithDecisions()
    const variables = { price: 20, count: 6 }
    const result = engine.evaluateDecision({ decisionDefinitionId: 'discount', variables })
    expect(result).toMatchObject({
      decisionDefinitionId: 'discount',
      decisionDefinitionName: 'discount name',
      decisionDefinitionVersion: 1,
      decisionRequirementsId: 'graph',
      output: '10',
      failureMessage: null,
    })
    expect(result.evaluatedDecisions.map(({ decisionDefinitionId, output }) => [decisionDefinitionId, output])).toEqual(
      [
        ['total', '120'],
        ['discount', '10'],
      ],
    )
    const { decisionDefinitionKey } = result
    expect(engine.evaluateDecision({ decisionDefinitionKey, variables }).output).toBe('10')
  })

  it('records each evaluated decision in the history', async () => {
    const engine = await engineWithDecisions()
    const { decisionEvaluationKey, decisionDefinitionKey, evaluatedDecisions } = engine.evaluateDecision({
      decisionDefinitionId: 'discount',
      variables: { price: 2, count: 3 },
    })
    expect(
      [...engine.decisionInstances].map(({ decisionEvaluationInstanceKey }) => decisionEvaluationInstanceKey),
    ).toEqual([`${decisionEvaluationKey}-1`, `${decisionEvaluationKey}-2`])
    expect(engine.decisionInstances.get(evaluatedDecisions[0]?.decisionEvaluationInstanceKey ?? '')).toMatchObject({
      decisionEvaluationKey,
      decisionDefinitionId: 'total',
      decisionDefinitionType: 'LITERAL_EXPRESSION',
      rootDecisionDefinitionKey: decisionDefinitionKey,
      state: 'EVALUATED',
      result: '6',
      processInstanceKey: null,
    })
    expect(engine.decisionInstances.get(`${decisionEvaluationKey}-3`)).toBeUndefined()
  })

  it('reports a failure with the decision that failed', async () => {
    const engine = await engineWithDecisions()
    const result = engine.evaluateDecision({ decisionDefinitionId: 'discount', variables: { price: 0, count: 1 } })
    expect(result).toMatchObject({ output: 'null', failedDecisionDefinitionId: 'discount' })
    expect(result.failureMessage).toMatch(/discount/)
    expect([...engine.decisionInstances].map(({ state, evaluationFailure }) => [state, evaluationFailure])).toEqual([
      ['EVALUATED', null],
      ['FAILED', result.failureMessage],
    ])
  })

  it('is rejected for a decision that is not deployed', async () => {
    const engine = await engineWithDecisions()
    expect(() => engine.evaluateDecision({ decisionDefinitionId: 'other' })).toThrow(/other/)
    expect(() => engine.evaluateDecision({ decisionDefinitionKey: '2251799813685999' })).toThrow(/2251799813685999/)
    expect(() => engine.evaluateDecision({})).toThrow(/decisionDefinitionKey/)
  })
})

describe('deploying decisions', () => {
  it('lists them and their graph, and counts versions', async () => {
    const engine = createEngine()
    const first = await engine.deploy([{ name: 'discount.dmn', content: file }])
    const again = await engine.deploy([{ name: 'discount.dmn', content: file }])
    const changed = await engine.deploy([{ name: 'discount.dmn', content: file.replace('then 10', 'then 20') }])
    expect(
      first.deployments.map((item) => [
        item.decisionDefinition?.decisionDefinitionId,
        item.decisionRequirements?.version,
      ]),
    ).toEqual([
      ['total', undefined],
      ['discount', undefined],
      [undefined, 1],
    ])
    expect(again.deployments).toEqual(first.deployments)
    expect(changed.deployments[1]?.decisionDefinition?.version).toBe(2)
    expect([...engine.decisionRequirements].map(({ version }) => version)).toEqual([1, 2])
    expect(
      [...engine.decisionDefinitions].map((decision) => [decision.decisionDefinitionId, decision.version]),
    ).toEqual([
      ['total', 1],
      ['discount', 1],
      ['total', 2],
      ['discount', 2],
    ])
    expect(
      engine.evaluateDecision({ decisionDefinitionId: 'discount', variables: { price: 99, count: 9 } }).output,
    ).toBe('20')
  })

  it('rejects a file with an invalid expression, and a decision that is in two files', async () => {
    const engine = createEngine()
    const broken = dmn([['broken', '1 +']], 'other')
    await expect(engine.deploy([{ name: 'broken.dmn', content: broken }])).rejects.toMatchObject({
      problems: [{ resourceName: 'broken.dmn', elementId: expect.stringContaining('broken'), line: 4 }],
    })
    const twice = engine.deploy([
      { name: 'a.dmn', content: dmn([['same', '1']], 'a') },
      { name: 'b.dmn', content: dmn([['same', '2']], 'b') },
    ])
    await expect(twice).rejects.toThrow(/another decision with this id, in a\.dmn/)
    expect(engine.decisionDefinitions.size).toBe(0)
  })
})

describe('deploying forms and other files', () => {
  const form = JSON.stringify({ id: 'approve', versionTag: 'v1', components: [] })

  it('stores them with versions', async () => {
    const engine = createEngine()
    const files = [
      { name: 'approve.form', content: form },
      { name: 'robot.rpa', content: JSON.stringify({ id: 'robot', script: '' }) },
      { name: 'notes.md', content: '# Notes' },
    ]
    const { deployments } = await engine.deploy(files)
    expect(deployments.map(({ form, resource }) => form?.formId ?? resource?.resourceId)).toEqual([
      'approve',
      'robot',
      'notes.md',
    ])
    const again = await engine.deploy(files)
    expect(again.deployments).toEqual(deployments)
    await engine.deploy([{ name: 'approve.form', content: form.replace('v1', 'v2') }])
    expect(
      [...engine.forms].map(({ version, versionTag, schema }) => [version, versionTag, JSON.parse(schema).id]),
    ).toEqual([
      [1, 'v1', 'approve'],
      [2, 'v2', 'approve'],
    ])
    const key = deployments[2]?.resource?.resourceKey ?? ''
    expect(engine.resources.get(key)).toMatchObject({ resourceId: 'notes.md', version: 1, content: '# Notes' })
  })

  it.each([
    ['without an id', 'approve.form', '{}', /`id`/],
    ['that is not JSON', 'robot.rpa', 'robot', /not JSON/],
  ])('rejects a file %s', async (_, name, content, message) => {
    await expect(createEngine().deploy([{ name, content }])).rejects.toThrow(message)
  })
})
