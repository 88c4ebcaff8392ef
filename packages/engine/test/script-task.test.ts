import { expect, it } from 'vitest'
import { activeIncidentKey, activeIncidents, engineWith, startInstance, variablesOf, work } from './support/engine.ts'
import { element, end, flows, ioMapping, process, start, xmlText } from './support/models.ts'

const script = (expression: string): string =>
  `<zeebe:script expression="${xmlText(expression)}" resultVariable="sum" />`

const model = (extensions: string): string =>
  process([start(), element('scriptTask', 'task', extensions), end(), flows('start', 'task', 'end')].join('\n'))

it('evaluates an expression into a variable', async () => {
  const engine = await engineWith(model(script('= a + b')))
  expect(variablesOf(engine, startInstance(engine, { a: 1, b: 2 }))).toEqual({ a: 1, b: 2, sum: 3 })
})

it('passes its result to the output mappings', async () => {
  const engine = await engineWith(model(script('= a + 1') + ioMapping({ outputs: { double: '= sum * 2' } })))
  expect(variablesOf(engine, startInstance(engine, { a: 1 }))).toEqual({ a: 1, double: 4 })
})

it('raises an incident if the expression fails', async () => {
  const engine = await engineWith(model(script('= assert(a, a > 0)')))
  const instance = startInstance(engine, { a: 0 })
  expect(activeIncidents(engine)).toEqual(['task EXTRACT_VALUE_ERROR'])
  engine.setVariables(instance, { variables: { a: 5 } })
  engine.resolveIncident(activeIncidentKey(engine))
  expect(variablesOf(engine, instance)).toEqual({ a: 5, sum: 5 })
})

it('can be run by a job worker', async () => {
  const engine = await engineWith(model('<zeebe:taskDefinition type="script" />'))
  const instance = startInstance(engine)
  expect(work(engine, 'script', { sum: 9 })).toBe(1)
  expect(variablesOf(engine, instance)).toEqual({ sum: 9 })
})

it.each([
  ['nothing to run', '', /either a script or a task definition/],
  ['a broken expression', script('= a +'), /task: failed to parse expression ' a \+'/],
  ['a fixed text', script('a'), /task: .*script must be an expression/],
  ['no result variable', '<zeebe:script expression="= 1" />', /result variable/],
])('is rejected with %s', async (_, extensions, message) => {
  await expect(engineWith(model(extensions))).rejects.toThrow(message)
})
