import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../src/index.ts'
import { engineWith, startInstance, work } from './support/engine.ts'
import { dmn, element, end, flows, message, process, serviceTask, start } from './support/models.ts'

const rule = '<zeebe:calledDecision decisionId="b" resultVariable="r" />'
const model = process(
  start() +
    element('businessRuleTask', 'decide', rule) +
    serviceTask('a', 'a') +
    element('receiveTask', 'wait', '', '', 'messageRef="m"') +
    end() +
    flows('start', 'decide', 'a', 'wait', 'end'),
  'process',
  message('m', '= key', 'go'),
)

/** Instances that have made a decision, done a job, resolved an incident and received a message; the last one is active. */
async function engineWithHistory(): Promise<{ engine: Engine; keys: string[] }> {
  const engine = createEngine()
  await engine.deploy([
    { name: 'p.bpmn', content: model },
    {
      name: 'd.dmn',
      content: dmn([
        ['a', 'key'],
        ['b', 'a', ['a']],
      ]),
    },
  ])
  const keys = ['A', 'B', 'C'].map((key) => startInstance(engine, { key }))
  work(engine, 'a')
  for (const correlationKey of ['A', 'B']) engine.publishMessage({ name: 'go', correlationKey })
  return { engine, keys }
}

const counts = (engine: Engine, key: string): number[] =>
  [
    engine.elementInstances,
    engine.variables,
    engine.jobs,
    engine.messageSubscriptions,
    engine.correlatedMessages,
    engine.decisionInstances,
    engine.sequenceFlows,
  ].map((collection) => [...collection.of(key)].length)

describe('deleteInstances', () => {
  it('removes ended instances with all their records, and nothing else', async () => {
    const { engine, keys } = await engineWithHistory()
    const [one = '', two = '', three = ''] = keys
    const before = [counts(engine, two), counts(engine, three)]
    expect(before[0]).toEqual([5, 2, 1, 1, 1, 2, 4])
    const element = [...engine.elementInstances.of(one)][0]?.elementInstanceKey ?? ''
    engine.deleteInstances([one])
    expect(counts(engine, one)).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect([engine.processInstances.get(one), engine.elementInstances.get(element)]).toEqual([undefined, undefined])
    expect([...engine.processInstances].map(({ processInstanceKey }) => processInstanceKey)).toEqual([two, three])
    expect([engine.jobs.size, engine.decisionInstances.size, [...engine.sequenceFlows].length]).toEqual([2, 4, 7])
    expect([counts(engine, two), counts(engine, three)]).toEqual(before)
    engine.publishMessage({ name: 'go', correlationKey: 'C' })
    expect(engine.processInstances.get(three)?.state).toBe('COMPLETED')
  })

  it('is rejected for running and missing instances, and then deletes nothing', async () => {
    const { engine, keys } = await engineWithHistory()
    const [one = '', , three = ''] = keys
    const refused = (code: string, ...deleted: string[]): void =>
      expect(() => engine.deleteInstances(deleted)).toThrow(expect.objectContaining({ code }))
    refused('INVALID_STATE', one, three)
    refused('NOT_FOUND', one, '7')
    refused('NOT_FOUND', one, [...engine.elementInstances.of(one)][0]?.elementInstanceKey ?? '')
    expect(engine.processInstances.size).toBe(3)
  })
})

describe('deleteDecisionInstances', () => {
  it('removes evaluations with all decisions in them', async () => {
    const { engine, keys } = await engineWithHistory()
    engine.evaluateDecision({ decisionDefinitionId: 'b', variables: { key: 1 } })
    const evaluations = [...new Set([...engine.decisionInstances].map((record) => record.decisionEvaluationKey))]
    expect(() => engine.deleteDecisionInstances([evaluations[0] ?? '', '7'])).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    )
    engine.deleteDecisionInstances([evaluations[0] ?? '', evaluations[3] ?? ''])
    expect(engine.decisionInstances.size).toBe(4)
    expect(engine.decisionInstances.get(`${evaluations[0]}-1`)).toBeUndefined()
    expect(keys.map((key) => [...engine.decisionInstances.of(key)].length)).toEqual([0, 2, 2])
  })
})

describe('evaluateExpression', () => {
  it('sees its own variables, then those of a scope', async () => {
    const engine = await engineWith(process(start() + serviceTask('a', 'a') + end() + flows('start', 'a', 'end')))
    const scopeKey = startInstance(engine, { x: 1, y: 2 })
    const evaluate = engine.evaluateExpression
    expect(evaluate({ expression: '= x + y', variables: { x: 10 }, scopeKey })).toEqual({
      expression: '= x + y',
      result: 12,
      warnings: [],
    })
    expect(evaluate({ expression: '= date("2026-12-01")' }).result).toBe('2026-12-01')
    expect(evaluate({ expression: 'text' }).result).toBe('text')
    expect(evaluate({ expression: '= missing' })).toMatchObject({
      result: null,
      warnings: [{ message: "No variable found with name 'missing'" }],
    })
    const refused = (input: Parameters<typeof evaluate>[0]): void =>
      expect(() => evaluate(input)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
    refused({ expression: '= 1 +' })
    refused({ expression: '= assert(x, x > 1)', variables: { x: 1 } })
    refused({ expression: '= x', scopeKey: '7' })
  })
})
