import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateDecision } from '../src/dmn/evaluate.ts'
import { readDmn } from '../src/dmn/read-dmn.ts'
import { decision, definitions, evaluateTable, literal, type TableOptions, table } from './support/dmn.ts'
import { environment } from './support/feel.ts'

interface Test {
  readonly source: string
  holds(value: number): boolean
}

const small = fc.integer({ min: -3, max: 6 })

const simpleTest: fc.Arbitrary<Test> = fc.oneof(
  fc.constant<Test>({ source: '-', holds: () => true }),
  fc.constant<Test>({ source: '', holds: () => true }),
  small.map((n): Test => ({ source: String(n), holds: (value) => value === n })),
  small.map((n): Test => ({ source: `> ${n}`, holds: (value) => value > n })),
  small.map((n): Test => ({ source: `<= ${n}`, holds: (value) => value <= n })),
  small.map((n): Test => ({ source: `even(?) and ? != ${n}`, holds: (value) => value % 2 === 0 && value !== n })),
  fc.tuple(small, small, fc.boolean(), fc.boolean()).map(([a, b, startIncluded, endIncluded]): Test => {
    const [start, end] = [Math.min(a, b), Math.max(a, b)]
    return {
      source: `${startIncluded ? '[' : '('}${start}..${end}${endIncluded ? ']' : ')'}`,
      holds: (value) => (startIncluded ? value >= start : value > start) && (endIncluded ? value <= end : value < end),
    }
  }),
)

const listOfTests: fc.Arbitrary<Test> = fc
  .tuple(fc.array(simpleTest, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([tests, negated]): Test => {
    const some = tests.map(({ source }) => (source === '-' || source === '' ? '[-99..99]' : source)).join(', ')
    const holds = (value: number) => tests.some((one) => one.holds(value)) !== negated
    return { source: negated ? `not(${some})` : some, holds }
  })

const policies = ['UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'] as const
const aggregations = [undefined, 'SUM', 'MIN', 'MAX', 'COUNT'] as const

const world = fc.integer({ min: 0, max: 3 }).chain((inputs) =>
  fc.record({
    values: fc.array(small, { minLength: inputs, maxLength: inputs }),
    rules: fc.array(
      fc.record({
        tests: fc.array(fc.oneof(simpleTest, listOfTests), { minLength: inputs, maxLength: inputs }),
        result: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 6 },
    ),
    hitPolicy: fc.constantFrom(...policies),
    aggregation: fc.constantFrom(...aggregations),
    priorities: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }),
    defaultValue: fc.option(fc.constant(9), { nil: undefined }),
  }),
)

type World = typeof world extends fc.Arbitrary<infer T> ? T : never

/** What DMN says of a table, written down as directly as possible; undefined is a failure. */
function naive({ values, rules, hitPolicy, aggregation, priorities, defaultValue }: World): unknown {
  const found = rules
    .filter(({ tests }) => tests.every((one, index) => one.holds(values[index] as number)))
    .map(({ result }) => result)
  const rank = (result: number) => (priorities.includes(result) ? priorities.indexOf(result) : 99)
  const ordered = [...found].sort((a, b) => rank(a) - rank(b))
  if (found.length === 0) return defaultValue ?? null
  switch (hitPolicy) {
    case 'UNIQUE':
      return found.length === 1 ? found[0] : undefined
    case 'FIRST':
      return found[0]
    case 'ANY':
      return new Set(found).size === 1 ? found[0] : undefined
    case 'PRIORITY':
      return ordered[0]
    case 'OUTPUT ORDER':
      return ordered
    case 'RULE ORDER':
      return found
    case 'COLLECT':
      if (aggregation === 'SUM') return found.reduce((sum, result) => sum + result)
      if (aggregation === 'MIN') return Math.min(...found)
      if (aggregation === 'MAX') return Math.max(...found)
      return aggregation === 'COUNT' ? found.length : found
  }
}

test('a table has the result that DMN specifies', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const { values, rules, hitPolicy, aggregation, priorities, defaultValue } = given
      const options: TableOptions = {
        hitPolicy,
        ...(hitPolicy === 'COLLECT' && aggregation ? { aggregation } : {}),
        inputs: values.map((_, index) => `x${index}`),
        outputs: [
          {
            values: priorities.join(', '),
            ...(defaultValue === undefined ? {} : { defaultValue: String(defaultValue) }),
          },
        ],
        rules: rules.map(({ tests, result }) => [tests.map(({ source }) => source), [String(result)]]),
      }
      const variables = Object.fromEntries(values.map((value, index) => [`x${index}`, value]))
      const evaluation = await evaluateTable(options, variables)
      const expected = naive(given)
      expect(evaluation.failure === undefined).toBe(expected !== undefined)
      expect(evaluation.output).toEqual(expected ?? null)
    }),
    { numRuns: 150 },
  )
})

const whole = definitions(
  `<businessKnowledgeModel id="m" name="m"><encapsulatedLogic><formalParameter name="n" typeRef="number" />${literal('n + 1')}</encapsulatedLogic></businessKnowledgeModel>`,
  decision(
    'top',
    table({
      inputs: ['x', 'base'],
      outputs: [{ name: 'a' }, { name: 'b' }],
      rules: [
        [
          ['> 1', '-'],
          ['1', '2'],
        ],
      ],
    }),
    {
      requires: ['base'],
    },
  ),
  decision('base', `<context><contextEntry><variable name="a" />${literal('m(x)')}</contextEntry></context>`, {
    knows: ['m'],
  }),
  decision('list', `<relation><column name="a" /><row>${literal('1')}</row></relation>`, { type: 'number' }),
  decision('call', `<invocation>${literal('m')}<binding><parameter name="n" />${literal('x')}</binding></invocation>`, {
    knows: ['m'],
  }),
)

test('a file with a missing part has problems or can be evaluated', async () => {
  const cut = fc.tuple(fc.nat(whole.length), fc.integer({ min: 1, max: 120 }))
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 2 }), async (cuts) => {
      const xml = cuts.reduce((text, [from, length]) => text.slice(0, from) + text.slice(from + length), whole)
      const { graph, problems } = await readDmn(xml, environment)
      for (const { message } of problems) expect(message).toMatch(/\S/)
      expect(graph === undefined).toBe(problems.length > 0)
      for (const id of graph?.decisions.keys() ?? []) {
        const { output, failure } = evaluateDecision(graph as NonNullable<typeof graph>, id, { x: 2 })
        if (failure) expect(output).toBeNull()
      }
    }),
    { numRuns: 300 },
  )
})
