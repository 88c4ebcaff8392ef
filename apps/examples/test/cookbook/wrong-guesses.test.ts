import { connectOrganization } from '@x/camunda'
import { parseCredentials } from '@x/env'
import { expect, it } from 'vitest'
import * as right from '../../src/cookbook/wrong-guesses.ts'
import { enter, type Kitchen } from './support/kitchen.ts'
import { job } from './support/models.ts'

// Each wrong guess that the page names fails as it says; what it shows instead works.

const connect = ({ emulator }: Kitchen) => right.connect(emulator.credentialsFile('both'))

it('lists are searches, and are iterated with `for await`', async () => {
  const kitchen = enter()
  const { camunda } = connect(kitchen)
  // @ts-expect-error there is no `list`
  expect(() => camunda.incidents.list()).toThrow(TypeError)
  expect(() => {
    // @ts-expect-error it is no array
    for (const incident of camunda.incidents.searchAll()) throw incident
  }).toThrow('not iterable')
  expect(await right.list(camunda)).toEqual([])
})

it('commands are on `orchestration`', async () => {
  const kitchen = enter()
  const { camunda } = connect(kitchen)
  // @ts-expect-error reads only
  expect(() => camunda.incidents.resolve('1')).toThrow(TypeError)
  // @ts-expect-error reads only
  expect(() => camunda.processInstances.cancel('1')).toThrow(TypeError)
  await kitchen.deploy('order', job('charge-card'))
  const key = kitchen.start('order')
  const { jobKey = '' } = [...kitchen.engine.jobs.of(key)][0] ?? {}
  kitchen.engine.activateJobs({ type: 'charge-card', timeout: 1000, maxJobsToActivate: 1 })
  kitchen.engine.failJob(jobKey, { retries: 0 })
  kitchen.engine.updateJob(jobKey, { retries: 1 })
  await right.cancel(camunda, key, [...kitchen.engine.incidents.of(key)][0]?.incidentKey ?? '')
  expect(kitchen.engine.processInstances.get(key)).toMatchObject({ state: 'TERMINATED', hasIncident: false })
})

it('an undefined filter is rejected', async () => {
  const kitchen = enter()
  const { camunda } = connect(kitchen)
  await kitchen.deploy('order', job('charge-card'))
  kitchen.start('order')
  const nothing = undefined as unknown as string
  const guess = camunda.processInstances.search({ filter: { processDefinitionId: nothing } })
  await expect(guess).rejects.toMatchObject({ code: 'request_invalid' })
  expect(await right.filterOrNot(camunda, undefined)).toBe(1)
  expect(await right.filterOrNot(camunda, 'other')).toBe(0)
})

it('states are those of v2, in capitals', async () => {
  const { camunda } = connect(enter())
  // @ts-expect-error 'ACTIVE'
  const lower = camunda.processInstances.search({ filter: { state: 'active' } })
  await expect(lower).rejects.toThrow('Did you mean "ACTIVE"?')
  // @ts-expect-error a state of Operate's user interface
  const older = camunda.processInstances.search({ filter: { state: 'RUNNING' } })
  await expect(older).rejects.toThrow('filter.state must be one of ACTIVE, COMPLETED')
})

it('pages have cursors, not numbers', async () => {
  const kitchen = enter()
  const { camunda } = connect(kitchen)
  await kitchen.deploy('order', job('charge-card'))
  const keys = [kitchen.start('order'), kitchen.start('order'), kitchen.start('order')]
  // @ts-expect-error v1's paging
  const guess = camunda.processInstances.search({ size: 2 })
  await expect(guess).rejects.toMatchObject({ code: 'request_invalid' })
  expect(await right.nextPage(camunda)).toEqual(keys)
})

it('secrets have a body', async () => {
  const kitchen = enter()
  const { organization } = connect(kitchen)
  const [cluster] = await organization.console.clusters.list()
  const clusterId = cluster?.uuid ?? ''
  // @ts-expect-error there is no `set`
  await expect(organization.console.secrets.set(clusterId, 'NAME', 'value')).rejects.toThrow(TypeError)
  // @ts-expect-error a text instead of a body
  const guess = organization.console.secrets.update(clusterId, 'NAME', 'value')
  await expect(guess).rejects.toMatchObject({ code: 'request_invalid' })
  await right.secrets(organization, clusterId, 'one', 'two')
  expect(await organization.console.secrets.list(clusterId)).toMatchObject({ MAIL_PASSWORD: 'two' })
})

it('a new file has a `fileType`', async () => {
  const kitchen = enter()
  const { organization } = connect(kitchen)
  const { items } = await organization.modeler.projects.search()
  const projectId = items[0]?.id ?? ''
  // @ts-expect-error `fileType`
  const guess = organization.modeler.files.create({ projectId, name: 'Order', type: 'bpmn', content: '<a/>' })
  await expect(guess).rejects.toThrow('type is not a known member')
  expect(await right.file(organization, projectId, '<a/>')).toMatch(/^[\da-f-]{36}$/)
})

it('long values in a search are truncated', async () => {
  const kitchen = enter()
  const { camunda } = connect(kitchen)
  await kitchen.deploy('order', job('charge-card'))
  const report = 'x'.repeat(20_000)
  const key = kitchen.start('order', { report })
  const { items } = await camunda.variables.search({ filter: { processInstanceKey: key } })
  expect(() => JSON.parse(items[0]?.value ?? '')).toThrow(SyntaxError)
  expect(await right.variables(camunda, key)).toEqual({ report })
})

it('keys are not numbers', () => {
  expect(String(Number('9007199254740993'))).toBe('9007199254740992')
})

it('an instance that was just started is not found yet', async () => {
  const kitchen = enter({ orchestration: { lagMs: 2000 } })
  const { camunda } = connect(kitchen)
  await kitchen.deploy('order', job('charge-card'))
  kitchen.emulator.clock.advance(2000)
  const { processInstanceKey } = await camunda.orchestration.processInstances.create({ processDefinitionId: 'order' })
  await expect(camunda.processInstances.get(processInstanceKey)).rejects.toMatchObject({ status: 404 })
  kitchen.emulator.journal.subscribe(({ status }) => {
    if (status === 404) kitchen.emulator.clock.advance(2000)
  })
  expect(await right.afterTheStart(camunda)).toBe('ACTIVE')
})

it('the credentials of a cluster do not work for Console', () => {
  const { emulator } = enter()
  const { cluster } = parseCredentials(emulator.credentialsFile('cluster'))
  const guess = () => connectOrganization(cluster as never)
  expect(guess).toThrow(
    'These are the credentials of a cluster, but `connectOrganization` needs those of an organization',
  )
})
