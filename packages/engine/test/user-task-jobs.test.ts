import { describe, expect, it } from 'vitest'
import { activate, activeIncidents, engineWith, startInstance, stateOf, variablesOf } from './support/engine.ts'
import { element } from './support/models.ts'
import { assignment, FORM, form, model } from './support/user-tasks.ts'

describe('a user task for workers', () => {
  it('is a job whose headers describe it', async () => {
    const extensions = [
      assignment({ assignee: '= who', candidateGroups: 'a,b', candidateUsers: '= ["x"]' }),
      '<zeebe:taskSchedule dueDate="2026-02-01T10:00:00+01:00" followUpDate="2026-01-31T09:00:00Z" />',
      form({ formKey: 'camunda-forms:bpmn:form1' }),
      '<zeebe:taskHeaders><zeebe:header key="area" value="north" /></zeebe:taskHeaders>',
    ]
    const engine = await engineWith(model(element('userTask', 'task', extensions.join(''))))
    const instance = startInstance(engine, { who: 'jane' })
    const [job] = activate(engine, 'io.camunda.zeebe:userTask')
    expect(job).toMatchObject({ kind: 'BPMN_ELEMENT', retries: 1, userTask: null })
    expect(job?.customHeaders).toEqual({
      area: 'north',
      'io.camunda.zeebe:assignee': 'jane',
      'io.camunda.zeebe:candidateGroups': '["a","b"]',
      'io.camunda.zeebe:candidateUsers': '["x"]',
      'io.camunda.zeebe:dueDate': '2026-02-01T10:00:00+01:00',
      'io.camunda.zeebe:followUpDate': '2026-01-31T09:00:00Z',
      'io.camunda.zeebe:formKey': 'camunda-forms:bpmn:form1',
    })
    expect([...engine.userTasks]).toEqual([])
    engine.completeJob(job?.jobKey ?? '', { variables: { ok: true } })
    expect(variablesOf(engine, instance)).toEqual({ who: 'jane', ok: true })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('refers to a deployed form by its key', async () => {
    const engine = await engineWith(model(element('userTask', 'task')))
    await engine.deploy([
      FORM,
      { name: 'process.bpmn', content: model(element('userTask', 'task', form({ formId: 'review' }))) },
    ])
    startInstance(engine)
    const [job] = activate(engine, 'io.camunda.zeebe:userTask')
    expect(job?.customHeaders).toEqual({ 'io.camunda.zeebe:formKey': [...engine.forms][0]?.formKey })
  })

  it('raises an incident if one of its expressions fails', async () => {
    const engine = await engineWith(model(element('userTask', 'task', assignment({ assignee: '= 1' }))))
    startInstance(engine)
    expect(activeIncidents(engine)).toEqual(['task EXTRACT_VALUE_ERROR'])
    expect([...engine.jobs]).toEqual([])
  })
})
