import { expect, it } from 'vitest'
import { createEngine, type Engine } from '../src/index.ts'
import { activate, activeIncidentKey, activeIncidents, startInstance } from './support/engine.ts'
import { end, flows, process, serviceTask, start } from './support/models.ts'

const model = (attributes = ''): string => {
  const link = `<zeebe:linkedResource resourceId="robot" resourceType="RPA" linkName="script" ${attributes} />`
  const headers = '<zeebe:taskHeaders><zeebe:header key="speed" value="slow" /></zeebe:taskHeaders>'
  const task = serviceTask('task', 'rpa', `<zeebe:linkedResources>${link}</zeebe:linkedResources>${headers}`)
  return process([start(), task, end(), flows('start', 'task', 'end')].join('\n'))
}

const robot = (script: string) => ({ name: 'robot.rpa', content: JSON.stringify({ id: 'robot', script }) })

/** The content of the resource that the job's header names. */
function linked(engine: Engine): unknown {
  const [job] = activate(engine, 'rpa')
  const { linkedResources = '[]', speed } = job?.customHeaders ?? {}
  expect(speed).toBe('slow')
  const [{ resourceKey, ...link }] = JSON.parse(linkedResources) as [{ resourceKey: string }]
  expect(link).toEqual({ resourceType: 'RPA', linkName: 'script' })
  return JSON.parse(engine.resources.get(resourceKey)?.content ?? '{}').script
}

it('a job names the latest version of its resources in a header', async () => {
  const engine = createEngine()
  await engine.deploy([{ name: 'process.bpmn', content: model() }, robot('first')])
  startInstance(engine)
  expect(linked(engine)).toBe('first')
  await engine.deploy([robot('second')])
  startInstance(engine)
  expect(linked(engine)).toBe('second')
})

it('a job can be bound to the resource of its own deployment', async () => {
  const engine = createEngine()
  const bound = model('bindingType="deployment"')
  await expect(engine.deploy([{ name: 'process.bpmn', content: bound }])).rejects.toThrow(
    /no resource with the id 'robot'/,
  )
  await engine.deploy([{ name: 'process.bpmn', content: bound }, robot('first')])
  await engine.deploy([robot('second')])
  startInstance(engine)
  expect(linked(engine)).toBe('first')
})

it('a resource that is missing raises an incident', async () => {
  const engine = createEngine()
  await engine.deploy([{ name: 'process.bpmn', content: model() }])
  startInstance(engine)
  expect(activeIncidents(engine)).toEqual(['task RESOURCE_NOT_FOUND'])
  await engine.deploy([robot('late')])
  engine.resolveIncident(activeIncidentKey(engine))
  expect(linked(engine)).toBe('late')
})
