import { createOAuth } from '@x/auth'
import { createEmulator, type Emulator } from '@x/emulator'
import { createIncidents, type Incidents } from '@x/operate/incidents'
import { beforeEach, describe, expect, it } from 'vitest'
import { summarizeIncidents } from './summarize-incidents.ts'

// How to test your own code that uses Camunda: no network, no container, no mocks. Works with any test runner.
describe('summarizeIncidents', () => {
  let camunda: Emulator
  let incidents: Incidents

  beforeEach(() => {
    // The rate limit of the token endpoint is not tested here, so it is disabled.
    camunda = createEmulator({ rateLimit: false })
    const { fetch } = camunda
    const auth = createOAuth({ ...camunda.credentials('cluster'), fetch, minTokenIntervalMs: 0 })
    incidents = createIncidents({ auth, baseUrl: camunda.url('operate'), fetch })
  })

  it('counts every active incident, with one token for all pages', async () => {
    const { total } = await incidents.search({ filter: { state: 'ACTIVE' }, size: 1 })
    const summary = await summarizeIncidents(incidents)
    expect(summary.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    expect(summary[0]).toMatchObject({ type: expect.any(String), example: expect.stringMatching(/\w/) })
    expect(summary.map(({ count }) => count)).toEqual(summary.map(({ count }) => count).sort((a, b) => b - a))
    expect(camunda.journal.count({ kind: 'token' })).toBe(1)
  })

  it('notices that an incident was resolved', async () => {
    const { items } = await incidents.search({ filter: { state: 'ACTIVE' }, size: 1 })
    const count = async () =>
      (await summarizeIncidents(incidents)).find(({ type }) => type === items[0]?.type)?.count ?? 0
    const before = await count()
    camunda.controls.resolveIncident(camunda.credentials('cluster').clusterId ?? '', items[0]?.key ?? '')
    expect(await count()).toBe(before - 1)
  })

  it('continues when the token expires too early', async () => {
    const before = await summarizeIncidents(incidents)
    camunda.controls.expireTokens()
    expect(await summarizeIncidents(incidents)).toEqual(before)
    expect(camunda.journal.count({ kind: 'operate', status: 401 })).toBe(1)
    expect(camunda.journal.count({ kind: 'token' })).toBe(2)
  })

  it('fails when Operate does, instead of returning partial results', async () => {
    camunda.controls.failNext({ kind: 'operate', times: 10, response: { status: 500 } })
    await expect(summarizeIncidents(incidents)).rejects.toMatchObject({ code: 'http', status: 500 })
  })
})
