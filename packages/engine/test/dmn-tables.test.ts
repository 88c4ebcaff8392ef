import { describe, expect, test } from 'vitest'
import { evaluateTable, type TableOptions } from './support/dmn.ts'

/** Three rules that match for x from 2 to 3, two for 4, none above 5. */
const rules: TableOptions['rules'] = [
  [['< 6'], ['"low"', '10']],
  [['[2..4]'], ['"high"', '30']],
  [['< 4, > 100'], ['"middle"', '20']],
]
const firstOutput = rules.map(([tests, results]) => [tests, results.slice(0, 1)] as const)
const secondOutput = rules.map(([tests, results]) => [tests, results.slice(1)] as const)
const inputs = ['x']

async function output(options: Omit<TableOptions, 'inputs'>, x: unknown): Promise<unknown> {
  const evaluation = await evaluateTable({ inputs, ...options }, { x })
  return evaluation.failure?.message ?? evaluation.output
}

describe('hit policies', () => {
  test('UNIQUE, the default, fails if several rules match', async () => {
    expect(await output({ rules: firstOutput }, 5)).toBe('low')
    expect(await output({ rules: firstOutput, hitPolicy: 'UNIQUE' }, 4)).toBe(
      `Expected to evaluate decision 'd', but multiple values aren't allowed for UNIQUE hit policy. found: '["low", "high"]'`,
    )
  })

  test('FIRST uses the first rule and records no others', async () => {
    const evaluation = await evaluateTable({ inputs, hitPolicy: 'FIRST', rules: firstOutput }, { x: 3 })
    expect(evaluation.output).toBe('low')
    expect(evaluation.evaluatedDecisions[0]?.matchedRules.map(({ ruleIndex }) => ruleIndex)).toEqual([1])
  })

  test('ANY fails if the results differ', async () => {
    const same = rules.map(([tests]) => [tests, ['{a: [1]}']] as const)
    expect(await output({ hitPolicy: 'ANY', rules: same }, 3)).toEqual({ a: [1] })
    expect(await output({ hitPolicy: 'ANY', rules: firstOutput }, 3)).toContain(
      "different values aren't allowed for ANY",
    )
  })

  test('PRIORITY and OUTPUT ORDER sort by the list of values, with unlisted values last', async () => {
    const outputs = [{ values: '"high", "middle"' }]
    expect(await output({ hitPolicy: 'PRIORITY', outputs, rules: firstOutput }, 3)).toBe('high')
    expect(await output({ hitPolicy: 'OUTPUT ORDER', outputs, rules: firstOutput }, 3)).toEqual([
      'high',
      'middle',
      'low',
    ])
  })

  test('with several outputs, the first one takes precedence', async () => {
    const outputs = [
      { name: 'a', values: '"x", "y"' },
      { name: 'b', values: '1, 2' },
    ]
    const several: TableOptions['rules'] = [
      [[''], ['"y"', '1']],
      [[''], ['"x"', '2']],
      [[''], ['"x"', '1']],
    ]
    expect(await output({ hitPolicy: 'OUTPUT ORDER', outputs, rules: several }, 0)).toEqual([
      { a: 'x', b: 1 },
      { a: 'x', b: 2 },
      { a: 'y', b: 1 },
    ])
  })

  test('RULE ORDER and COLLECT list the results', async () => {
    for (const hitPolicy of ['RULE ORDER', 'COLLECT']) {
      expect(await output({ hitPolicy, rules: firstOutput }, 3)).toEqual(['low', 'high', 'middle'])
      expect(await output({ hitPolicy, rules: firstOutput }, 5)).toEqual(['low'])
    }
  })

  test.each([
    ['SUM', 60],
    ['MIN', 10],
    ['MAX', 30],
    ['COUNT', 3],
  ])('COLLECT %s', async (aggregation, result) => {
    expect(await output({ hitPolicy: 'COLLECT', aggregation, rules: secondOutput }, 3)).toBe(result)
  })

  test('COLLECT with an aggregation requires numbers, except for COUNT', async () => {
    expect(await output({ hitPolicy: 'COLLECT', aggregation: 'SUM', rules: firstOutput }, 3)).toContain(
      `expected number but found '"low"'`,
    )
    expect(await output({ hitPolicy: 'COLLECT', aggregation: 'COUNT', rules: firstOutput }, 3)).toBe(3)
  })

  test('without a matching rule, the result is the default, or null', async () => {
    for (const hitPolicy of ['UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'OUTPUT ORDER', 'RULE ORDER', 'COLLECT']) {
      expect(await output({ hitPolicy, rules: firstOutput }, 7)).toBeNull()
      expect(await output({ hitPolicy, outputs: [{ defaultValue: '"none"' }], rules: firstOutput }, 7)).toBe('none')
    }
    expect(await output({ hitPolicy: 'COLLECT', aggregation: 'COUNT', rules: secondOutput }, 7)).toBeNull()
  })

  test('several defaults are a context, a single one is its value', async () => {
    const named = [{ name: 'a', defaultValue: '1' }, { name: 'b' }]
    expect(await output({ outputs: named, rules }, 7)).toBe(1)
    expect(await output({ outputs: [...named.slice(0, 1), { name: 'b', defaultValue: '2' }], rules }, 7)).toEqual({
      a: 1,
      b: 2,
    })
  })
})

describe('what is recorded', () => {
  test('inputs, rules and outputs as a decision instance shows them', async () => {
    const outputs = [{ name: 'name' }, { name: 'amount' }]
    const evaluation = await evaluateTable({ inputs: ['x + 0'], outputs, hitPolicy: 'COLLECT', rules }, { x: 4 })
    expect(evaluation.evaluatedDecisions).toEqual([
      {
        decisionId: 'd',
        decisionName: 'Decision d',
        decisionType: 'DECISION_TABLE',
        output: '[{"name":"low","amount":10},{"name":"high","amount":30}]',
        evaluatedInputs: [{ inputId: 'in1', inputName: 'x + 0', inputValue: '4' }],
        matchedRules: [
          {
            ruleId: 'rule1',
            ruleIndex: 1,
            evaluatedOutputs: [
              { outputId: 'out1', outputName: 'name', outputValue: '"low"', ruleId: 'rule1', ruleIndex: 1 },
              { outputId: 'out2', outputName: 'amount', outputValue: '10', ruleId: 'rule1', ruleIndex: 1 },
            ],
          },
          {
            ruleId: 'rule2',
            ruleIndex: 2,
            evaluatedOutputs: [
              { outputId: 'out1', outputName: 'name', outputValue: '"high"', ruleId: 'rule2', ruleIndex: 2 },
              { outputId: 'out2', outputName: 'amount', outputValue: '30', ruleId: 'rule2', ruleIndex: 2 },
            ],
          },
        ],
        failureMessage: undefined,
      },
    ])
  })

  test('what was evaluated before a failure', async () => {
    const evaluation = await evaluateTable({ inputs, rules: firstOutput }, { x: 3 })
    expect(evaluation.output).toBeNull()
    expect(evaluation.failure).toMatchObject({ decisionId: 'd' })
    expect(evaluation.evaluatedDecisions).toMatchObject([
      {
        output: 'null',
        evaluatedInputs: [{ inputValue: '3' }],
        matchedRules: [{ ruleIndex: 1 }, { ruleIndex: 2 }, { ruleIndex: 3 }],
        failureMessage: expect.stringContaining('multiple values'),
      },
    ])
  })
})

describe('inputs', () => {
  test('a test with an unknown result does not match', async () => {
    expect(await output({ rules: firstOutput }, 'text')).toBeNull()
    expect(await output({ rules: firstOutput }, undefined)).toBeNull()
  })

  test('a table without inputs matches every rule', async () => {
    expect(
      (
        await evaluateTable({
          hitPolicy: 'RULE ORDER',
          rules: [
            [[], ['1']],
            [[], ['2']],
          ],
        })
      ).output,
    ).toEqual([1, 2])
  })

  test('tests and results see the variables', async () => {
    const options = { inputs, rules: [[['> limit'], ['x - limit']]] as const }
    expect((await evaluateTable(options, { x: 5, limit: 3 })).output).toBe(2)
  })

  test('a failing assertion is a failure of the decision', async () => {
    const options = { inputs: ['assert(x, x != null, "x is missing")'], rules: firstOutput }
    expect((await evaluateTable(options)).failure?.message).toContain('x is missing')
  })
})
