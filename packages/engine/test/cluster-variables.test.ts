import { describe, expect, test } from 'vitest'
import { createEngine } from '../src/index.ts'

const evaluate = (engine: ReturnType<typeof createEngine>, expression: string, more: object = {}): unknown =>
  engine.evaluateExpression({ expression, ...more }).result

describe('cluster variables', () => {
  const engine = createEngine()
  engine.setClusterVariables([
    { name: 'limit', value: 100 },
    { name: 'shop', value: { url: 'https://shop.example' } },
    { name: 'limit', value: 7, tenantId: 'acme' },
  ])
  const limits = (namespace: string) =>
    [{}, { tenantId: 'acme' }, { tenantId: 'other' }].map((tenant) =>
      evaluate(engine, `=camunda.vars.${namespace}.limit`, tenant),
    )

  test("are those of the cluster, of the tenant, or of both with the tenant's taking precedence", () => {
    expect(limits('cluster')).toEqual([100, 100, 100])
    expect(limits('tenant')).toEqual([null, 7, null])
    expect(limits('env')).toEqual([100, 7, 100])
    expect(evaluate(engine, '=camunda.vars.env.shop.url')).toBe('https://shop.example')
  })

  test('are hidden by a process variable with the name of their namespace', () => {
    const variables = { camunda: { vars: { env: { limit: 'mine' } } } }
    expect(evaluate(engine, '=camunda.vars.env.limit', { variables })).toBe('mine')
  })

  test('are visible to expressions of a process with their current values, and are not variables of the process', async () => {
    const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
<process id="p" isExecutable="true"><startEvent id="s" /><sequenceFlow id="f" sourceRef="s" targetRef="t" />
<serviceTask id="t"><extensionElements><zeebe:taskDefinition type="=camunda.vars.env.kind" />
<zeebe:ioMapping><zeebe:input source="=camunda.vars.cluster.limit" target="limit" /></zeebe:ioMapping></extensionElements></serviceTask>
</process></definitions>`
    const resource = [{ name: 'p.bpmn', content: xml }]
    const running = createEngine()
    await running.deploy(resource)
    await running.deploy(resource, { tenantId: 'acme' })
    running.setClusterVariables([
      { name: 'kind', value: 'pay' },
      { name: 'kind', value: 'pay-acme', tenantId: 'acme' },
      { name: 'limit', value: 1 },
    ])
    const key = running.createInstance({ processDefinitionId: 'p' }).processInstanceKey
    running.setClusterVariables([{ name: 'kind', value: 'pay-acme', tenantId: 'acme' }])
    const other = running.createInstance({ processDefinitionId: 'p', tenantId: 'acme' }).processInstanceKey
    const jobOf = (instance: string) => [...running.jobs.of(instance)].map(({ type }) => type)
    expect([jobOf(key), jobOf(other)]).toEqual([['pay'], ['pay-acme']])
    expect([...running.variables].map(({ name, value }) => [name, value])).toEqual([
      ['limit', '1'],
      ['limit', 'null'],
    ])
    const [job] = running.activateJobs({ type: 'pay', timeout: 1000, maxJobsToActivate: 1, fetchVariable: ['camunda'] })
    expect(job?.variables).toEqual({})
  })
})
