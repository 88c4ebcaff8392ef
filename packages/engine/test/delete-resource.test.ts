import { describe, expect, it } from 'vitest'
import { createEngine, type Deployment } from '../src/index.ts'
import { startInstance, stateOf, work } from './support/engine.ts'
import { catchEvent, element, end, flows, message, on, process, serviceTask, start } from './support/models.ts'

const version = (type: string): string =>
  process([start(), serviceTask('task', type), end(), flows('start', 'task', 'end')].join('\n'))

const keyOf = ({ deployments }: Deployment): string => {
  const [item] = deployments
  const { processDefinition, form, resource } = item ?? {}
  const key = processDefinition?.processDefinitionKey ?? form?.formKey ?? resource?.resourceKey
  if (key === undefined) throw new Error('The deployment has no such thing.')
  return key
}

const notFound = expect.objectContaining({ code: 'NOT_FOUND' })

describe('deleting a process', () => {
  it('makes the previous version the latest, and never reuses its number', async () => {
    const engine = createEngine()
    const deploy = async (type: string) => keyOf(await engine.deploy([{ name: 'p.bpmn', content: version(type) }]))
    const first = await deploy('one')
    const second = await deploy('two')
    engine.deleteResource(second)
    expect(engine.createInstance({ processDefinitionId: 'process' })).toMatchObject({ processDefinitionVersion: 1 })
    expect(() => engine.createInstance({ processDefinitionKey: second })).toThrow(notFound)
    expect(() => engine.createInstance({ processDefinitionId: 'process', processDefinitionVersion: 2 })).toThrow(
      notFound,
    )
    expect(engine.processDefinitions.get(second)).toMatchObject({ version: 2, isDeleted: true })
    expect(engine.processDefinitions.get(first)).toMatchObject({ version: 1, isDeleted: false })
    const again = await deploy('two')
    expect(engine.processDefinitions.get(again)).toMatchObject({ version: 3 })
    engine.deleteResource(first)
    engine.deleteResource(again)
    expect(() => engine.createInstance({ processDefinitionId: 'process' })).toThrow(notFound)
    expect(() => engine.deleteResource(again)).toThrow(notFound)
    expect(() => engine.deleteResource('7')).toThrow(notFound)
  })

  it('lets its instances continue', async () => {
    const engine = createEngine()
    const key = keyOf(await engine.deploy([{ name: 'p.bpmn', content: version('one') }]))
    const instance = startInstance(engine)
    engine.deleteResource(key)
    expect(work(engine, 'one')).toBe(1)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('returns its start events to the previous version', async () => {
    const engine = createEngine()
    const waiting = (end: string): string =>
      process(
        [element('startEvent', 'start', '', on.message('go')), element('endEvent', end), flows('start', end)].join(
          '\n',
        ),
        'process',
        message('go'),
      )
    const first = keyOf(await engine.deploy([{ name: 'p.bpmn', content: waiting('first') }]))
    const second = keyOf(await engine.deploy([{ name: 'p.bpmn', content: waiting('second') }]))
    const started = (): (number | undefined)[] => {
      engine.publishMessage({ name: 'go' })
      return [...engine.processInstances].map(({ processDefinitionVersion }) => processDefinitionVersion)
    }
    expect(started()).toEqual([2])
    engine.deleteResource(second)
    expect(started()).toEqual([2, 1])
    engine.deleteResource(first)
    expect(started()).toEqual([2, 1])
  })

  it('does not affect the subscriptions of a newer version', async () => {
    const engine = createEngine()
    const first = keyOf(await engine.deploy([{ name: 'p.bpmn', content: version('one') }]))
    await engine.deploy([{ name: 'p.bpmn', content: version('two') }])
    engine.deleteResource(first)
    startInstance(engine)
    expect(work(engine, 'two')).toBe(1)
  })

  it('raises an incident where it is called', async () => {
    const engine = createEngine()
    const calling = process(
      [
        start(),
        catchEvent('wait', on.message('go')),
        element('callActivity', 'call', '<zeebe:calledElement processId="process" />'),
        flows('start', 'wait', 'call'),
      ].join('\n'),
      'calling',
      message('go', '= "x"'),
    )
    const key = keyOf(await engine.deploy([{ name: 'p.bpmn', content: version('one') }]))
    await engine.deploy([{ name: 'calling.bpmn', content: calling }])
    startInstance(engine, {}, 'calling')
    engine.deleteResource(key)
    engine.publishMessage({ name: 'go', correlationKey: 'x' })
    expect([...engine.incidents]).toMatchObject([{ elementId: 'call', errorType: 'CALLED_ELEMENT_ERROR' }])
  })
})

describe('deleting other files', () => {
  it('deletes the decisions of a DMN file, too', async () => {
    const engine = createEngine()
    const content = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="graph" name="Graph" namespace="http://camunda.org/schema/1.0/dmn">
      <decision id="answer" name="Answer"><variable name="answer" /><literalExpression><text>42</text></literalExpression></decision>
    </definitions>`
    const { deployments } = await engine.deploy([{ name: 'answer.dmn', content }])
    const [requirements] = deployments.flatMap(({ decisionRequirements }) => decisionRequirements ?? [])
    const [decision] = deployments.flatMap(({ decisionDefinition }) => decisionDefinition ?? [])
    expect(engine.evaluateDecision({ decisionDefinitionId: 'answer' }).output).toBe('42')
    engine.deleteResource(requirements?.decisionRequirementsKey ?? '')
    expect(() => engine.evaluateDecision({ decisionDefinitionId: 'answer' })).toThrow(notFound)
    const { decisionDefinitionKey } = decision ?? {}
    expect(() => engine.evaluateDecision({ decisionDefinitionKey })).toThrow(notFound)
    // A decision is no file.
    expect(() => engine.deleteResource(decisionDefinitionKey ?? '')).toThrow(notFound)
  })

  it.each([
    ['a form', 'approve.form', JSON.stringify({ id: 'approve', components: [] })],
    ['any other file', 'notes.md', '# Notes'],
  ])('%s gets the next number when it is deployed again', async (_what, name, content) => {
    const engine = createEngine()
    const first = keyOf(await engine.deploy([{ name, content }]))
    engine.deleteResource(first)
    expect(() => engine.deleteResource(first)).toThrow(notFound)
    const second = keyOf(await engine.deploy([{ name, content }]))
    expect((engine.forms.get(second) ?? engine.resources.get(second))?.version).toBe(2)
  })
})
