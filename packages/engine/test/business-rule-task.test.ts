import { expect, it } from 'vitest'
import { createEngine, type Engine } from '../src/index.ts'
import { activeIncidentKey, activeIncidents, startInstance, stateOf, variablesOf, work } from './support/engine.ts'
import { dmn, element, end, flows, process, start, xmlText } from './support/models.ts'

const decision = (expression: string, versionTag = ''): string =>
  dmn([['discount', expression]]).replace(
    /(<decision id="discount"[^>]*>)/,
    `$1<extensionElements><zeebe:versionTag xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" value="${versionTag}" />
</extensionElements>`,
  )

const task = (attributes = '', decisionId = 'discount', more = ''): string =>
  element(
    'businessRuleTask',
    'task',
    `<zeebe:calledDecision decisionId="${xmlText(decisionId)}" resultVariable="result" ${attributes} />${more}`,
  )

const model = (content: string): string => process([start(), content, end(), flows('start', 'task', 'end')].join('\n'))

async function deploy(process: string | undefined, dmnFile?: string, engine: Engine = createEngine()): Promise<Engine> {
  await engine.deploy([
    ...(process === undefined ? [] : [{ name: 'process.bpmn', content: process }]),
    ...(dmnFile === undefined ? [] : [{ name: 'discount.dmn', content: dmnFile }]),
  ])
  return engine
}

it('evaluates the latest version of a decision', async () => {
  const engine = await deploy(model(task()), decision('amount / 10'))
  const instance = startInstance(engine, { amount: 50 })
  expect(variablesOf(engine, instance)).toEqual({ amount: 50, result: 5 })
  expect([...engine.decisionInstances.of(instance)]).toMatchObject([
    { decisionDefinitionId: 'discount', elementId: 'task', processInstanceKey: instance, result: '5' },
  ])
  await deploy(undefined, decision('amount / 5'), engine)
  expect(variablesOf(engine, startInstance(engine, { amount: 50 }))).toMatchObject({ result: 10 })
})

it('finds the decision by an expression', async () => {
  const engine = await deploy(model(task('', '= "dis" + "count"')), decision('1'))
  expect(variablesOf(engine, startInstance(engine))).toEqual({ result: 1 })
})

it('uses the decision of its own deployment, if bound to it', async () => {
  const engine = await deploy(model(task('bindingType="deployment"')), decision('1'))
  await deploy(undefined, decision('2'), engine)
  expect(variablesOf(engine, startInstance(engine))).toEqual({ result: 1 })
  await expect(deploy(model(task('bindingType="deployment"')))).rejects.toThrow(
    /task: .*no decision with the id 'discount'/,
  )
})

it('finds the latest version with a tag', async () => {
  const engine = await deploy(model(task('bindingType="versionTag" versionTag="v1"')), decision('1', 'v1'))
  await deploy(undefined, decision('2', 'v2'), engine)
  expect(variablesOf(engine, startInstance(engine))).toEqual({ result: 1 })
})

it('raises an incident while the decision is missing, and if its evaluation fails', async () => {
  const engine = await deploy(model(task()))
  const instance = startInstance(engine)
  expect(activeIncidents(engine)).toEqual(['task CALLED_DECISION_ERROR'])
  await deploy(undefined, decision('assert(amount, amount > 0)'), engine)
  engine.resolveIncident(activeIncidentKey(engine))
  expect(activeIncidents(engine)).toEqual(['task DECISION_EVALUATION_ERROR'])
  engine.setVariables(instance, { variables: { amount: 7 } })
  engine.resolveIncident(activeIncidentKey(engine))
  expect(stateOf(engine, instance)).toBe('COMPLETED')
  expect([...engine.decisionInstances.of(instance)].map(({ state }) => state)).toEqual(['FAILED', 'EVALUATED'])
})

it('can be a job for a worker', async () => {
  const engine = await deploy(model(element('businessRuleTask', 'task', '<zeebe:taskDefinition type="rules" />')))
  const instance = startInstance(engine)
  expect(work(engine, 'rules', { result: 3 })).toBe(1)
  expect(variablesOf(engine, instance)).toEqual({ result: 3 })
})

it.each([
  [
    'neither a decision nor a job',
    element('businessRuleTask', 'task'),
    /either a called decision or a task definition/,
  ],
  ['both', task('', 'discount', '<zeebe:taskDefinition type="rules" />'), /either/],
  ['a version tag binding without a tag', task('bindingType="versionTag"'), /needs a version tag/],
])('is rejected with %s', async (_, content, message) => {
  await expect(deploy(model(content))).rejects.toThrow(message)
})
