import { NotYetError } from '@x/rest'
import { describe, expect, test } from 'vitest'
import { collect, emulate, emulatorWith } from './support/emulated.ts'

// Reads and responses that the tables alone do not show, on a cluster of 8.6.

const { camunda, emulator } = emulate(6, {}, emulatorWith(6, 300))

describe('a page over Operate v1', () => {
  test('has the terms of v2', async () => {
    const filter = { state: 'TERMINATED' } as const
    const { items, ...page } = await camunda.processInstances.search({ filter, page: { limit: 1 } })
    expect(items).toHaveLength(1)
    expect(page).toMatchObject({ served: 'operate', totalIsExact: true, startCursor: null })
    expect(page.endCursor).toMatch(/^operate:\[/)
    const all = await collect(camunda.processInstances.searchAll({ filter, page: { limit: 3 } }))
    expect(all).toContainEqual({
      processInstanceKey: expect.stringMatching(/^\d+$/),
      processDefinitionId: expect.any(String),
      processDefinitionVersion: 1,
      processDefinitionVersionTag: null,
      processDefinitionKey: expect.stringMatching(/^\d+$/),
      state: 'TERMINATED',
      startDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      endDate: expect.stringMatching(/Z$/),
      hasIncident: false,
      tenantId: '<default>',
      parentProcessInstanceKey: null,
      parentElementInstanceKey: null,
      tags: [],
    })
    expect(all).toHaveLength(page.total)
    expect(new Set(all.map(({ processInstanceKey }) => processInstanceKey)).size).toBe(all.length)
  })

  test('ends without a cursor if nothing is found', async () => {
    const none = await camunda.incidents.search({ filter: { incidentKey: '1' } })
    expect(none).toEqual({
      items: [],
      total: 0,
      totalIsExact: true,
      startCursor: null,
      endCursor: null,
      served: 'operate',
    })
  })

  test.each([
    [{ limit: 1001 }, 'page.limit is more than 1000'],
    [{ from: 10 }, 'page.from is an offset'],
    [{ before: 'operate:[1]' }, 'page.before goes backward'],
  ])('that Operate does not support is rejected: %j', async (page, message) => {
    await expect(camunda.variables.search({ page })).rejects.toThrow(message)
    await expect(camunda.variables.search({ page })).rejects.toMatchObject({ name: 'VersionError', since: '8.8' })
  })

  test.each([
    [{ limit: 0 }, 'page.limit must be a whole number'],
    [{ after: 'WzE3NjM=' }, 'page.after is not a cursor of the API that serves this cluster now'],
    [{ after: 'tasklist:["1"]' }, 'page.after is not a cursor'],
    [{ after: 'operate:[' }, 'page.after is not a cursor'],
  ])('that no version supports is a plain ValidationError: %j', async (page, message) => {
    const error = await camunda.variables.search({ page }).catch((error: unknown) => error)
    expect(error).toMatchObject({ name: 'ValidationError', code: 'request_invalid' })
    expect(String(error)).toContain(message)
  })
})

describe('a filter', () => {
  const count = async (filter: object) => (await camunda.processInstances.search({ filter })).total

  test("over exactly one calendar unit is converted to Operate's rounding", async () => {
    const all = await collect(camunda.processInstances.searchAll())
    const [{ startDate = '' } = {}] = all
    const unit = (length: number) => startDate.slice(0, length)
    const year = Number(unit(4))
    const periods = [
      [`${year}-01-01T00:00:00Z`, `${year + 1}-01-01T00:00:00Z`, 4],
      [`${unit(7)}-01T00:00:00.000Z`, new Date(Date.UTC(year, Number(startDate.slice(5, 7)), 1)), 7],
      [`${unit(10)}T00:00:00+00:00`, new Date(Date.parse(`${unit(10)}T00:00:00Z`) + 86_400_000), 10],
      [`${unit(13)}:00:00Z`, new Date(Date.parse(`${unit(13)}:00:00Z`) + 3_600_000), 13],
      [`${unit(16)}:00Z`, new Date(Date.parse(`${unit(16)}:00Z`) + 60_000), 16],
      [`${unit(19)}Z`, new Date(Date.parse(`${unit(19)}Z`) + 1000), 19],
    ] as const
    for (const [$gte, $lt, length] of periods) {
      const expected = all.filter((item) => item.startDate.slice(0, length) === unit(length)).length
      expect(await count({ startDate: { $gte, $lt } }), String($gte)).toBe(expected)
    }
  })

  test.each([
    [{ startDate: { $gte: '2026-11-20T00:00:00Z' } }, 'filter.startDate.$gte'],
    [{ startDate: { $gte: '2026-11-20T00:00:00Z', $lt: '2026-11-22T00:00:00Z' } }, 'filter.startDate.$gte'],
    [{ processInstanceKey: { $in: 'abcdefghijk'.split('').map((_, n) => String(n)) } }, 'filter.processInstanceKey'],
    [{ state: { $eq: 'ACTIVE', $in: ['ACTIVE', 'COMPLETED'] } }, 'filter.state.$in'],
    [{ state: { $notIn: ['ACTIVE'] } }, 'filter.state.$notIn'],
    [{ state: 'SUSPENDED' }, 'filter.state'],
    [{ parentProcessInstanceKey: { $exists: false } }, 'filter.parentProcessInstanceKey.$exists'],
    [{ $or: [{ state: 'ACTIVE' }] }, 'filter.$or'],
  ])('that Operate cannot process is rejected: %j', async (filter, path) => {
    const requests = emulator.journal.count({ kind: 'operate' })
    const error = await camunda.processInstances.search({ filter: filter as object }).catch((error: unknown) => error)
    expect(error).toMatchObject({ name: 'VersionError', version: expect.stringMatching(/^8\.6/) })
    expect((error as { issues: { path: string }[] }).issues[0]?.path).toBe(path)
    expect(emulator.journal.count({ kind: 'operate' })).toBe(requests)
  })

  test('reports all problems together, with the newest version that they require', async () => {
    const filter = { businessId: 'A-1', suspendedDate: new Date(), processDefinitionName: 'Order' }
    const sort = [{ field: 'businessId' as const }]
    const error = await camunda.processInstances.search({ filter, sort }).catch((error: unknown) => error)
    expect(error).toMatchObject({ since: '8.10', issues: { length: 4 } })
    expect(String(error)).toContain('Camunda supports that from 8.10 on, but this cluster is of 8.6')
  })

  test.each([
    [{ stat: 'ACTIVE' }, 'filter.stat is not known'],
    [{ state: null }, 'filter.state has no value'],
    [{ processDefinitionId: '' }, 'filter.processDefinitionId has no value'],
    [{ tenantId: undefined }, 'filter.tenantId is undefined, and there is no other condition'],
    [{ startDate: '20 November' }, 'filter.startDate must be a Date'],
    [{ startDate: '2026-11-20T08:15:00.0001Z' }, 'to the millisecond'],
  ])('that would have another meaning is rejected by name: %j', async (filter, message) => {
    await expect(camunda.processInstances.search({ filter: filter as object })).rejects.toThrow(message)
  })

  test('by a list of values becomes several searches, whose results are in one order', async () => {
    const filter = { state: { $in: ['ACTIVE', 'TERMINATED'] }, processDefinitionVersion: { $in: [1, 2] } } as const
    const sort = [{ field: 'processDefinitionId', order: 'DESC' }, { field: 'startDate' }] as const
    const all = await collect(camunda.processInstances.searchAll({ filter, sort, page: { limit: 7 } }))
    const each = ['ACTIVE', 'TERMINATED'].flatMap((state) =>
      [1, 2].map((processDefinitionVersion) => ({ state, processDefinitionVersion })),
    )
    const counts = await Promise.all(each.map(count))
    expect(all).toHaveLength(counts.reduce((sum, one) => sum + one))
    expect(new Set(all.map(({ processInstanceKey }) => processInstanceKey)).size).toBe(all.length)
    const ids = all.map(({ processDefinitionId }) => processDefinitionId)
    expect(ids).toEqual([...ids].sort().reverse())
    const few = await collect(camunda.processInstances.searchAll({ filter, sort }, { limit: 3 }))
    expect(few).toEqual(all.slice(0, 3))
    await expect(camunda.processInstances.search({ filter }, { waitFor: true })).rejects.toThrow(
      '`waitFor` must be left out',
    )
  })

  test('may have undefined members next to others', async () => {
    expect(await count({ state: 'ACTIVE', tenantId: undefined })).toBe(await count({ state: 'ACTIVE' }))
  })

  test('is checked by its form, like the rest of the search', async () => {
    for (const body of [{ filter: [] }, { sort: 'name' }, { sort: [{ field: 'x' }] }, { size: 3 }, []]) {
      await expect(camunda.processInstances.search(body as object)).rejects.toMatchObject({ name: 'ValidationError' })
    }
  })
})

describe('decisions', () => {
  test('decisionDefinitionId and decisionDefinitionKey have their meaning of v2', async () => {
    const filter = { decisionDefinitionId: 'loanRisk' }
    const [found] = await collect(camunda.decisionInstances.searchAll({ filter }, { limit: 1 }))
    const { decisionDefinitionKey = '', decisionDefinitionId = '', decisionEvaluationInstanceKey = '' } = found ?? {}
    const definition = await camunda.decisionDefinitions.get(decisionDefinitionKey)
    expect(definition).toMatchObject({ decisionDefinitionKey, decisionDefinitionId })
    const byId = await camunda.decisionInstances.search({ filter: { decisionDefinitionId }, page: { limit: 1000 } })
    const byKey = await camunda.decisionInstances.search({ filter: { decisionDefinitionKey }, page: { limit: 1000 } })
    expect(byId.total).toBeGreaterThan(0)
    expect(byKey.items).toEqual(byId.items.filter((item) => item.decisionDefinitionKey === decisionDefinitionKey))
    expect(byKey.total).toBeLessThan(byId.total)
    expect(decisionEvaluationInstanceKey).toMatch(/^\d+-\d+$/)
  })

  test('rules contain their outputs', async () => {
    const [{ decisionEvaluationInstanceKey = '' } = {}] = await collect(
      camunda.decisionInstances.searchAll({ filter: { state: 'EVALUATED' } }, { limit: 1 }),
    )
    const { evaluatedInputs, matchedRules, result } = await camunda.decisionInstances.get(decisionEvaluationInstanceKey)
    expect(JSON.parse(result ?? '')).toBeDefined()
    expect(evaluatedInputs[0]).toEqual({
      inputId: expect.any(String),
      inputName: expect.any(String),
      inputValue: expect.any(String),
    })
    expect(matchedRules[0]).toMatchObject({
      ruleId: expect.any(String),
      ruleIndex: expect.any(Number),
    })
    const { ruleId, ruleIndex } = matchedRules[0] ?? {}
    expect(matchedRules[0]?.evaluatedOutputs).toContainEqual({
      outputId: expect.any(String),
      outputName: expect.any(String),
      outputValue: expect.any(String),
      ruleId,
      ruleIndex,
    })
  })
})

describe('details of a process', () => {
  test('statistics and sequence flows', async () => {
    const [{ processInstanceKey = '' } = {}] = await collect(
      camunda.processInstances.searchAll({ filter: { state: 'COMPLETED' } }, { limit: 1 }),
    )
    const { items } = await camunda.processInstances.getElementStatistics(processInstanceKey)
    expect(items[0]).toEqual({
      elementId: expect.any(String),
      active: 0,
      canceled: 0,
      incidents: 0,
      completed: expect.any(Number),
    })
    const flows = await camunda.processInstances.getSequenceFlows(processInstanceKey)
    const [flow] = flows.items
    expect(flow).toMatchObject({ sequenceFlowId: `${processInstanceKey}_${flow?.elementId}`, processInstanceKey })
  })

  test('diagrams', async () => {
    const [{ processDefinitionKey = '' } = {}] = await collect(camunda.processDefinitions.searchAll({}, { limit: 1 }))
    expect(await camunda.processDefinitions.getXml(processDefinitionKey)).toContain('<bpmn:process')
    const [{ decisionRequirementsKey = '' } = {}] = await collect(
      camunda.decisionRequirements.searchAll({}, { limit: 1 }),
    )
    const dmn = await camunda.decisionRequirements.getXml(decisionRequirementsKey)
    expect(dmn).toContain('<decision')
    const decisions = await camunda.decisionDefinitions.search({ filter: { decisionRequirementsKey } })
    const [{ decisionDefinitionKey = '' } = {}] = decisions.items
    expect(await camunda.decisionDefinitions.getXml(decisionDefinitionKey)).toBe(dmn)
    await expect(camunda.decisionDefinitions.getXml('1')).rejects.toMatchObject({ status: 404, title: 'NOT_FOUND' })
  })

  test('deletion of finished instances', async () => {
    const first = async (state: 'ACTIVE' | 'COMPLETED') =>
      (await camunda.processInstances.search({ filter: { state }, page: { limit: 1 } })).items[0]?.processInstanceKey ??
      ''
    await expect(camunda.processInstances.delete(await first('ACTIVE'))).rejects.toMatchObject({
      name: 'ConflictError',
      status: 409,
      title: 'INVALID_STATE',
    })
    const key = await first('COMPLETED')
    await camunda.processInstances.delete(key)
    await expect(camunda.processInstances.get(key)).rejects.toMatchObject({ status: 404 })
  })

  test('long values of variables are truncated unless full values are requested', async () => {
    const { camunda } = emulate(6, {}, emulator)
    const long = { name: 'lines', isTruncated: true }
    const cut = await camunda.variables.search({ filter: long })
    expect(cut.items.length).toBeGreaterThan(0)
    expect(cut.items[0]).toMatchObject({ isTruncated: true })
    const whole = await camunda.variables.search({ filter: long }, { truncateValues: false })
    const all = await collect(camunda.variables.searchAll({ filter: long }, { truncateValues: false }))
    expect(all.slice(0, whole.items.length)).toEqual(whole.items)
    for (const [index, { isTruncated, value, variableKey }] of whole.items.entries()) {
      expect(isTruncated).toBe(false)
      expect(value.startsWith(cut.items[index]?.value ?? '-')).toBe(true)
      expect(Array.isArray(JSON.parse(value))).toBe(true)
      expect(await camunda.variables.get(variableKey)).toMatchObject({ value })
    }
  })
})

describe('errors', () => {
  test('have the titles of v2', async () => {
    const error = await camunda.incidents.get('1').catch((error: unknown) => error)
    expect(error).toMatchObject({ name: 'ApiError', status: 404, title: 'NOT_FOUND', operation: 'incidents.get' })
    expect(error).toMatchObject({
      detail: expect.any(String),
      method: 'GET',
      url: expect.stringContaining('/v1/incidents/1'),
    })
  })

  test('of a wait have the last response in the form of v2', async () => {
    const waitFor = (page: { served: string }) => page.served === 'orchestration'
    const waiting = camunda.incidents.search({ page: { limit: 1 } }, { waitFor, waitForMs: 0 })
    const error = await waiting.catch((error: unknown) => error)
    expect(error).toBeInstanceOf(NotYetError)
    expect((error as NotYetError).response).toMatchObject({
      served: 'operate',
      items: [{ errorType: expect.any(String) }],
    })
    const found = await camunda.incidents.search(
      { page: { limit: 1 } },
      { waitFor: ({ served }) => served === 'operate' },
    )
    expect(found.items).toHaveLength(1)
  })

  test('of a signal are its reason', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(camunda.incidents.search({}, { signal })).rejects.toThrow('enough')
    await expect(camunda.incidents.searchAll({}, { signal }).next()).rejects.toThrow('enough')
  })
})
