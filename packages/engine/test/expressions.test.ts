import { describe, expect, it } from 'vitest'
import { createEngine, DeploymentError, type Engine } from '../src/index.ts'
import { activate, engineWith, startInstance, variablesOf, work } from './support/engine.ts'
import { catchEvent, end, flow, flows, ioMapping, message, on, process, serviceTask, start } from './support/models.ts'

const task = (mappings: Parameters<typeof ioMapping>[0]): string =>
  process([start(), serviceTask('task', 'work', ioMapping(mappings)), end(), flows('start', 'task', 'end')].join('\n'))

const gateway = (condition: string): string =>
  process(
    [
      start(),
      '<bpmn:exclusiveGateway id="split" default="no" />',
      end('yes'),
      end('other'),
      flow('start', 'split'),
      flow('split', 'yes', condition),
      flow('split', 'other', undefined, 'no'),
    ].join('\n'),
  )

function incidentMessages(engine: Engine): string[] {
  return [...engine.incidents].map(({ errorMessage }) => errorMessage)
}

/** What the engine stores of an expression in an input mapping. */
async function stored(source: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const engine = await engineWith(task({ inputs: { result: source } }), { seed: 1 })
  startInstance(engine, variables)
  return (activate(engine, 'work')[0]?.variables as Record<string, unknown> | undefined)?.result
}

describe('the value of an expression in a variable', () => {
  it.each([
    ['= 0.1 + 0.2', 0.3],
    ['= order.lines[price > 5].sku', ['b']],
    ['= {id: order.id, at: date("2024-02-29")}', { id: 7, at: '2024-02-29' }],
    ['= date and time("2024-02-29T10:30:00@Europe/Berlin")', '2024-02-29T10:30:00+01:00'],
    ['= duration("P1DT1H") * 2', 'P2DT2H'],
    ['= missing.name', null],
    ['= get or else(missing, "none")', 'none'],
    ['= string join(order.lines.sku, "-")', 'a-b'],
    ['= fromAi(order.id, "The order", "number")', 7],
    ['15', 15],
    ['order', 'order'],
  ])('%s is %j', async (source, value) => {
    const lines = [
      { sku: 'a', price: 5 },
      { sku: 'b', price: 9 },
    ]
    expect(await stored(source, { order: { id: 7, lines } })).toEqual(value)
  })

  it('keeps the digits of a 64-bit integer', async () => {
    const id = 9_007_199_254_740_993n
    expect(await stored('= {copy: id, next: id + 1}', { id })).toEqual({ copy: id, next: id + 1n })
  })

  it('uses the time of the engine, and is reproducible with the same seed', async () => {
    const day = process(
      [
        start(),
        catchEvent('wait', on.timer('duration', 'PT48H')),
        serviceTask(
          'task',
          'work',
          ioMapping({ inputs: { day: '= today()', id: '= uuid()', n: '= random number()' } }),
        ),
        end(),
        flows('start', 'wait', 'task', 'end'),
      ].join('\n'),
    )
    const run = async (seed: number) => {
      const engine = await engineWith(day, { seed })
      startInstance(engine)
      engine.advance(48 * 3_600_000)
      return { now: engine.now(), variables: activate(engine, 'work')[0]?.variables as Record<string, unknown> }
    }
    const [first, second, other] = [await run(1), await run(1), await run(2)]
    expect(first.variables.day).toBe(new Date(first.now).toISOString().slice(0, 10))
    expect(second.variables).toEqual(first.variables)
    expect(other.variables.id).not.toBe(first.variables.id)
  })
})

describe('an incident says what went wrong, and why', () => {
  it.each([
    [
      '= amount > 100',
      "Expected result of the expression ' amount > 100' to be 'BOOLEAN', but was 'NULL'. The evaluation reported the following warnings:\n[NO_VARIABLE_FOUND] No variable found with name 'amount'\n[NOT_COMPARABLE] Can't compare 'null' with '100'",
    ],
    [
      '= text > 100',
      `but was 'NULL'. The evaluation reported the following warnings:\n[NOT_COMPARABLE] Can't compare '"5"' with '100'`,
    ],
    ['= text', "to be 'BOOLEAN', but was 'STRING'."],
    ['= assert(text, text = "6", "not six") = "6"', 'not six'],
  ])('%s', async (condition, message) => {
    const engine = await engineWith(gateway(condition))
    startInstance(engine, { text: '5' })
    expect(incidentMessages(engine)).toHaveLength(1)
    expect(incidentMessages(engine)[0]).toContain(message)
  })

  it('also for a correlation key', async () => {
    const engine = await engineWith(
      process(
        [start(), catchEvent('wait', on.message('paid')), end(), flows('start', 'wait', 'end')].join('\n'),
        'process',
        message('paid', '= order'),
      ),
    )
    startInstance(engine, { order: { id: 1 } })
    expect(incidentMessages(engine)).toEqual([
      "Failed to extract the correlation key for ' order': The value must be either a string or a number, but was 'OBJECT'.",
    ])
  })

  it('has no warnings about values that may be null', async () => {
    const engine = await engineWith(task({ outputs: { b: '= missing' } }))
    const instance = startInstance(engine, { a: 1 })
    work(engine, 'work')
    expect(incidentMessages(engine)).toEqual([])
    expect(variablesOf(engine, instance)).toEqual({ a: 1, b: null })
  })
})

describe('a deployment', () => {
  it('is rejected with the line of each expression that cannot be parsed', async () => {
    const engine = createEngine()
    const xml = gateway('= x == 1')
    const deployed = engine.deploy([{ name: 'process.bpmn', content: xml }])
    await expect(deployed).rejects.toBeInstanceOf(DeploymentError)
    await expect(deployed).rejects.toMatchObject({
      problems: [
        { message: expect.stringContaining('failed to parse expression \' x == 1\': unexpected "= 1" at 1:5') },
      ],
    })
  })
})
