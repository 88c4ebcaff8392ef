import { expect, it } from 'vitest'
import { DeploymentError } from '../src/index.ts'
import { engineWith } from './support/engine.ts'
import { element, end, flows, process, start } from './support/models.ts'

async function problemsOf(node: string): Promise<string[]> {
  const xml = process([start(), node, end(), flows('start', 'it', 'end')].join('\n'))
  const error = await engineWith(xml).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error === undefined) return []
  expect(error).toBeInstanceOf(DeploymentError)
  return (error as DeploymentError).problems.map(({ elementId, line, message }) => {
    expect(line).toBeGreaterThan(0)
    return `${elementId}: ${message}`
  })
}

const job = '<zeebe:taskDefinition type="work"/>'
const mapping = '<zeebe:ioMapping><zeebe:input source="=1" target="one"/></zeebe:ioMapping>'
const listeners = '<zeebe:taskListeners><zeebe:taskListener eventType="creating" type="check"/></zeebe:taskListeners>'

it.each([
  ['task listeners', 'serviceTask', job + listeners, 'taskListeners', 'ServiceTask'],
  ['mappings', 'exclusiveGateway', mapping, 'ioMapping', 'ExclusiveGateway'],
  ['a job', 'manualTask', job, 'taskDefinition', 'ManualTask'],
  ['a job', 'userTask', job, 'taskDefinition', 'UserTask'],
  ['a decision', 'serviceTask', `${job}<zeebe:calledDecision decisionId="d"/>`, 'calledDecision', 'ServiceTask'],
  ['a form', 'serviceTask', `${job}<zeebe:formDefinition formId="f"/>`, 'formDefinition', 'ServiceTask'],
  ['headers', 'manualTask', '<zeebe:taskHeaders/>', 'taskHeaders', 'ManualTask'],
  ['assignees', 'task', '<zeebe:assignmentDefinition assignee="ann"/>', 'assignmentDefinition', 'Task'],
  ['a version tag', 'task', '<zeebe:versionTag value="1"/>', 'versionTag', 'Task'],
])('rejects %s on %s, instead of skipping it', async (_title, kind, extensions, tag, name) => {
  expect(await problemsOf(element(kind, 'it', extensions))).toContain(
    `it: 'zeebe:${tag}' has no effect on elements of the kind '${name}'.`,
  )
})

it('rejects extensions of a loop that belong to its activity', async () => {
  const loop = `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>
    <zeebe:loopCharacteristics inputCollection="=[1]"/>${job}</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`
  expect(await problemsOf(element('task', 'it', '', loop))).toEqual([
    "it: 'zeebe:taskDefinition' has no effect on elements of the kind 'MultiInstanceLoopCharacteristics'.",
  ])
})

it('accepts properties, listeners and mappings wherever they run, and extensions of others', async () => {
  const properties = '<zeebe:properties><zeebe:property name="owner" value="sales"/></zeebe:properties>'
  const others = '<other:note xmlns:other="http://example.com/other">a</other:note>'
  const ended =
    '<zeebe:executionListeners><zeebe:executionListener eventType="end" type="log"/></zeebe:executionListeners>'
  for (const kind of ['task', 'manualTask']) {
    expect(await problemsOf(element(kind, 'it', mapping + properties + others + ended))).toEqual([])
  }
})
