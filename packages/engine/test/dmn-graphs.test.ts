import { describe, expect, test } from 'vitest'
import { evaluateDecision } from '../src/dmn/evaluate.ts'
import { decision, definitions, literal, problemsOf, read, table } from './support/dmn.ts'

function model(
  id: string,
  name: string,
  parameters: Readonly<Record<string, string>>,
  logic: string,
  knows: string[] = [],
): string {
  const formal = Object.entries(parameters).map(
    ([parameter, type]) => `<formalParameter name="${parameter}" typeRef="${type}" />`,
  )
  const required = knows.map(
    (other) => `<knowledgeRequirement><requiredKnowledge href="#${other}" /></knowledgeRequirement>`,
  )
  return `<businessKnowledgeModel id="${id}" name="${name}">
<encapsulatedLogic>${formal.join('')}${logic}</encapsulatedLogic>${required.join('')}</businessKnowledgeModel>`
}

describe('requirements', () => {
  test('required decisions are evaluated first, each once, and are named by their variable', async () => {
    const graph = await read(
      decision('top', literal('leftResult + right'), { requires: ['left', 'right'] }),
      decision('left', literal('base + 1'), { requires: ['base'], variable: 'leftResult' }),
      decision('right', literal('base * 10'), { requires: ['base'] }),
      decision('base', literal('x')),
    )
    const evaluation = evaluateDecision(graph, 'top', { x: 2 })
    expect(evaluation.output).toBe(23)
    expect(evaluation.evaluatedDecisions.map(({ decisionId, output }) => `${decisionId}=${output}`)).toEqual([
      'base=2',
      'left=3',
      'right=20',
      'top=23',
    ])
  })

  test('a decision sees only the results of the decisions that it requires directly', async () => {
    const graph = await read(
      decision('top', literal('base'), { requires: ['middle'] }),
      decision('middle', literal('base'), { requires: ['base'] }),
      decision('base', literal('1')),
    )
    expect(evaluateDecision(graph, 'top', {}).output).toBeNull()
    expect(evaluateDecision(graph, 'middle', {}).output).toBe(1)
  })

  test('a result hides a variable with its name', async () => {
    const graph = await read(decision('top', literal('x'), { requires: ['x'] }), decision('x', literal('"result"')))
    expect(evaluateDecision(graph, 'top', { x: 'variable' }).output).toBe('result')
  })

  test('results are passed on as FEEL values, not as JSON', async () => {
    const graph = await read(
      decision('top', literal('day + duration("P1D")'), { requires: ['day'] }),
      decision('day', literal('date("2024-02-29")')),
    )
    const evaluation = evaluateDecision(graph, 'top', {})
    expect(evaluation.output).toBe('2024-03-01')
    expect(evaluation.evaluatedDecisions[0]?.output).toBe('"2024-02-29"')
  })

  test('a failure names the decision that failed', async () => {
    const graph = await read(
      decision('top', literal('base'), { requires: ['base'] }),
      decision(
        'base',
        table({
          rules: [
            [[], ['1']],
            [[], ['2']],
          ],
        }),
      ),
    )
    const evaluation = evaluateDecision(graph, 'top', {})
    expect(evaluation.failure?.decisionId).toBe('base')
    expect(evaluation.failure?.message).toContain("Expected to evaluate decision 'top', but multiple values")
    expect(evaluation.evaluatedDecisions.map(({ decisionId }) => decisionId)).toEqual(['base'])
  })

  test('an unknown decision is a failure', async () => {
    const graph = await read(decision('d', literal('1')))
    expect(evaluateDecision(graph, 'e', {})).toEqual({
      output: null,
      failure: { decisionId: 'e', message: "Expected to evaluate decision 'e', but no decision found with id 'e'" },
      evaluatedDecisions: [],
    })
  })

  test('a long chain of decisions is evaluated', async () => {
    const chain = Array.from({ length: 300 }, (_, index) =>
      decision(`d${index}`, literal(index === 0 ? '1' : `d${index - 1} + 1`), {
        requires: index === 0 ? [] : [`d${index - 1}`],
      }),
    )
    expect(evaluateDecision(await read(...chain), 'd299', {}).output).toBe(300)
  })
})

describe('types', () => {
  test.each([
    ['number', '"a"', `expected 'number' but found '"a"'`],
    ['string', '1', `expected 'string' but found '1'`],
    ['boolean', 'null', undefined],
    ['date', '@"2024-02-29T10:00:00"', `expected 'date' but found '2024-02-29T10:00:00'`],
    ['dateTime', '@"2024-02-29T10:00:00"', undefined],
    ['dayTimeDuration', '@"P1M"', `expected 'dayTimeDuration' but found 'P1M'`],
    ['Order', '1', undefined],
    ['constructor', '1', undefined],
  ])('a result of type %s cannot be %s', async (type, source, message) => {
    const evaluation = evaluateDecision(await read(decision('d', literal(source), { type })), 'd', {})
    if (message === undefined) expect(evaluation.failure).toBeUndefined()
    else expect(evaluation.failure?.message).toBe(`Expected to evaluate decision 'd', but ${message}`)
  })
})

describe('business knowledge models', () => {
  const triple = model('triple', 'triple', { n: 'number' }, literal('n * 3'))

  test('are functions of the decisions that require them', async () => {
    const graph = await read(triple, decision('d', literal('triple(x) + triple(n: 1)'), { knows: ['triple'] }))
    expect(evaluateDecision(graph, 'd', { x: 2 }).output).toBe(9)
    const other = await read(triple, decision('d', literal('triple(x)')))
    expect(evaluateDecision(other, 'd', { x: 2 }).output).toBeNull()
  })

  test('may require others', async () => {
    const nine = model('nine', 'times nine', { n: 'number' }, literal('triple(triple(n))'), ['triple'])
    const graph = await read(triple, nine, decision('d', literal('times nine(2)'), { knows: ['nine'] }))
    expect(evaluateDecision(graph, 'd', {}).output).toBe(18)
  })

  test('check the types of their arguments', async () => {
    const graph = await read(triple, decision('d', literal('triple("a")'), { knows: ['triple'] }))
    expect(evaluateDecision(graph, 'd', {}).output).toBeNull()
  })

  test('are invoked with bindings', async () => {
    const rate = model('rate', 'Rate table', { n: 'number' }, table({ inputs: ['n'], rules: [[['> 5'], ['"high"']]] }))
    const invocation = `<invocation id="call">${literal('Rate table')}
<binding><parameter name="n" />${literal('x + 1')}</binding></invocation>`
    const graph = await read(rate, decision('d', invocation, { knows: ['rate'] }))
    expect(evaluateDecision(graph, 'd', { x: 5 }).output).toBe('high')
    expect(evaluateDecision(graph, 'd', { x: 'a' }).output).toBeNull()
    const unbound = await read(
      rate,
      decision('d', `<invocation id="call">${literal('Rate table')}</invocation>`, { knows: ['rate'] }),
    )
    expect(evaluateDecision(unbound, 'd', {}).failure?.message).toContain("no parameter found with name 'n'")
  })
})

describe('boxed expressions', () => {
  const entry = (name: string, logic: string) => `<contextEntry><variable name="${name}" />${logic}</contextEntry>`

  test('a context, whose entries see the entries before them', async () => {
    const context = `<context>${entry('a', literal('x'))}${entry('b', literal('a + 1'))}</context>`
    expect(evaluateDecision(await read(decision('d', context)), 'd', { x: 1 }).output).toEqual({ a: 1, b: 2 })
  })

  test('a context with a result', async () => {
    const context = `<context>${entry('a', literal('x'))}<contextEntry>${literal('a * 2')}</contextEntry></context>`
    expect(evaluateDecision(await read(decision('d', context)), 'd', { x: 2 }).output).toBe(4)
  })

  test('a context with a function', async () => {
    const square = `<functionDefinition><formalParameter name="n" typeRef="number" />${literal('n * n')}</functionDefinition>`
    const context = `<context>${entry('square', square)}<contextEntry>${literal('square(x)')}</contextEntry></context>`
    const evaluation = evaluateDecision(await read(decision('d', context)), 'd', { x: 3 })
    expect(evaluation).toMatchObject({ output: 9, evaluatedDecisions: [{ decisionType: 'UNKNOWN' }] })
  })

  test('a list and a relation', async () => {
    const list = `<list>${literal('1')}${literal('x')}</list>`
    const relation = `<relation><column name="a" /><column name="b" /><row>${literal('1')}${literal('x')}</row></relation>`
    expect(evaluateDecision(await read(decision('d', list)), 'd', { x: 2 }).output).toEqual([1, 2])
    expect(evaluateDecision(await read(decision('d', relation)), 'd', { x: 2 }).output).toEqual([{ a: 1, b: 2 }])
  })
})

describe('reading', () => {
  test('the whole graph', async () => {
    const graph = await read(
      '<inputData id="amount" name="Amount" />',
      '<knowledgeSource id="policy" name="Policy" />',
      model('triple', 'triple', { n: 'number' }, literal('n * 3')),
      decision('d', literal('1'), { knows: ['triple'] }),
    )
    expect(graph).toMatchObject({
      id: 'drg',
      name: 'Graph',
      namespace: 'http://example.org',
      inputs: [{ id: 'amount', name: 'Amount' }],
      knowledgeSources: [{ id: 'policy', name: 'Policy' }],
    })
    expect([...graph.decisions.keys()]).toEqual(['d'])
    expect(graph.decisions.get('d')).toMatchObject({
      name: 'Decision d',
      requiredKnowledge: ['triple'],
      versionTag: undefined,
    })
  })

  test('the version tag', async () => {
    const tag =
      '<extensionElements><zeebe:versionTag xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" value="v1" /></extensionElements>'
    const graph = await read(decision('d', literal('1')).replace('<variable', `${tag}<variable`))
    expect(graph.decisions.get('d')?.versionTag).toBe('v1')
  })

  test.each(['http://www.omg.org/spec/DMN/20151101/dmn.xsd', 'https://www.omg.org/spec/DMN/20230324/MODEL/'])(
    '%s',
    async (version) => {
      const xml = definitions(decision('d', literal('1'))).replace(
        'https://www.omg.org/spec/DMN/20191111/MODEL/',
        version,
      )
      expect(await problemsOf(xml)).toEqual([])
    },
  )

  test('reports all problems at once, with element and line', async () => {
    const xml = definitions(
      decision('a', table({ inputs: ['x >'], rules: [[['> 1L'], ['']]] })),
      decision('b', ''),
      decision('c', literal('1 +', 'literal')),
      decision(
        'e',
        table({ hitPolicy: 'COLLECT', aggregation: 'SUM', outputs: [{ name: 'a' }, {}], rules: [] }).replaceAll(
          'id="out',
          'id="column',
        ),
      ),
      decision('f', `<literalExpression id="groovy" expressionLanguage="groovy"><text>1</text></literalExpression>`),
      decision('g', `<invocation id="call">${literal('nobody')}</invocation>`),
    )
    const lineOf = (part: string) => xml.split('\n').findIndex((line) => line.includes(part)) + 1
    expect(await problemsOf(xml)).toEqual([
      `inx1:${lineOf('inx1')} FEEL expression: failed to parse expression 'x >': unexpected end at 1:4`,
      `t1-1:${lineOf('t1-1')} FEEL unary-tests: failed to parse expression '> 1L': unexpected "L" at 1:4`,
      `r1-1:${lineOf('r1-1')} The expression 'r1-1' must not be empty.`,
      `b:${lineOf('id="b"')} unsupported decision expression: 'Decision b' has no logic`,
      `literal:${lineOf('id="literal"')} FEEL expression: failed to parse expression '1 +': unexpected end at 1:4`,
      `e:${lineOf('id="e"')} hit policy 'COLLECT' with aggregator is not defined for compound output`,
      `column2:${lineOf('id="column2"')} no output name defined for ''`,
      `groovy:${lineOf('groovy')} Expression language 'groovy' is not supported`,
      `call:${lineOf('id="call"')} no BKM found with name 'nobody'`,
    ])
  })

  test('an id that two elements share is a problem', async () => {
    expect(await problemsOf(definitions(decision('a', literal('1', 'x')), decision('b', literal('2', 'x'))))).toEqual([
      'undefined:13 Failed to parse DMN: duplicate ID <x>',
      "b:9 unsupported decision expression: 'Decision b' has no logic",
    ])
  })

  test('the graph and its decisions require ids', async () => {
    const xml = definitions(decision('a', literal('1')))
      .replace(' id="drg"', '')
      .replace(' id="a"', '')
    expect(await problemsOf(xml)).toEqual([
      "undefined:undefined The decision 'Decision a' must have an id",
      'undefined:undefined The definitions must have an id',
    ])
  })

  test('cycles are problems', async () => {
    const decisions = definitions(
      decision('a', literal('b'), { requires: ['b'] }),
      decision('b', literal('a'), { requires: ['a'] }),
    )
    expect(await problemsOf(decisions)).toEqual([
      'a:3 Invalid DMN model: Cyclic dependencies between decisions detected: a, b',
    ])
    const models = definitions(
      model('m', 'm', {}, literal('m()'), ['m']),
      decision('a', literal('m()'), { knows: ['m'] }),
    )
    expect(await problemsOf(models)).toEqual(['m:3 Invalid DMN model: Cyclic dependencies between BKMs detected: m'])
  })

  test.each([
    ['', 'Failed to parse DMN'],
    ['not XML', 'Failed to parse DMN'],
    ['<definitions>', 'Failed to parse DMN'],
    ['<a xmlns="urn:a" />', 'Failed to parse DMN'],
    ['<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" />', 'Failed to parse DMN'],
  ])('%s is no DMN', async (xml, message) => {
    const problems = await problemsOf(xml)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(message)
  })

  test('text with XML entities is unescaped', async () => {
    expect(evaluateDecision(await read(decision('d', literal('"a<&b" != x'))), 'd', { x: 'a' }).output).toBe(true)
  })
})
