import { describe, expect, it } from 'vitest'
import type { EmulatorOptions } from '../../src/index.ts'
import { type Element, list, readBpmn, readDmn } from '../operate/diagrams.ts'
import { createCall, createConsole, createStill, fetchToken } from '../support.ts'

async function createModeler(options: EmulatorOptions = {}) {
  const emulator = createStill(options)
  const token = await fetchToken(emulator, emulator.credentials('organization'), 'api.cloud.camunda.io')
  return { emulator, call: createCall(emulator, `${emulator.url('modeler')}/api/v1`, token) }
}

describe('Web Modeler in the emulator', () => {
  it('accepts the organization client only', async () => {
    const { emulator, call } = await createModeler()
    const info = await call('GET', '/info')
    expect(info.status).toBe(200)
    expect(info.body).toMatchObject({ version: 'v1', createPermission: true })
    expect(info.body.authorizedOrganization).toMatch(/^[0-9a-f-]{36}$/)

    const base = `${emulator.url('modeler')}/api/v1`
    expect((await createCall(emulator, base)('GET', '/info')).status).toBe(401)
    const cluster = await fetchToken(emulator, emulator.credentials('cluster'), 'operate.camunda.io')
    expect((await createCall(emulator, base, cluster)('GET', '/info')).status).toBe(401)
  })

  it('checks the current permissions of a client', async () => {
    const { emulator, call } = await createModeler()
    emulator.controls.setPermissions(emulator.credentials('organization').clientId, [
      'WebModeler:get',
      'Cluster:create',
    ])
    expect((await call('POST', '/projects/search', {})).status).toBe(200)
    expect((await call('POST', '/projects', { name: 'New' })).status).toBe(403)
  })

  it('has the people of the organization', async () => {
    const { emulator, call } = await createModeler()
    const console = await createConsole(emulator)
    const { body: project } = await call('POST', '/projects', { name: 'New' })
    const set = (email: string) => call('PUT', '/collaborators', { email, projectId: project.id, role: 'editor' })
    expect((await set('lin@example.com')).status).toBe(204)
    await console('POST', '/members/guest%40example.com', { orgRoles: ['modeler'] })
    // Invited, but not there yet.
    expect((await set('guest@example.com')).status).toBe(404)
    await console('DELETE', '/members/lin%40example.com')
    const search = await call('POST', '/collaborators/search', { filter: { projectId: project.id } })
    expect(search.body).toEqual({ items: [], total: 0 })
  })

  it('is in the credentials file', async () => {
    const { emulator } = await createModeler()
    const [, url] = /CAMUNDA_MODELER_BASE_URL='(.*)'/.exec(emulator.credentialsFile('organization')) ?? []
    expect(url).toBe(`${emulator.url('modeler')}/api`)
  })

  it('limits the rate by the emulator’s clock, unless it resembles Self-Managed', async () => {
    const { emulator, call } = await createModeler({ modeler: { requestsPerMinute: 1 } })
    expect((await call('GET', '/info')).status).toBe(200)
    expect((await call('GET', '/info')).status).toBe(429)
    emulator.clock.advance(60_000)
    expect((await call('GET', '/info')).status).toBe(200)
  })

  it('starts with valid diagrams, decisions, forms and templates', async () => {
    const { call } = await createModeler()
    const { body } = await call('POST', '/files/search', { size: 50 })
    const types = new Set<string>()
    for (const { id, type } of body.items) {
      types.add(type)
      const { content } = (await call('GET', `/files/${id}`)).body
      if (type === 'bpmn') {
        const { flowElements, shapes } = await readBpmn(content)
        const nodes = flowElements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow')
        expect(shapes.size).toBe(nodes.length)
        expect(shapes.size).toBeGreaterThan(3)
      } else if (type === 'dmn') {
        const { dmnDI } = await readDmn(content)
        expect(list((dmnDI as Element).diagrams)).toHaveLength(1)
      } else if (type === 'form') expect(JSON.parse(content).components.length).toBeGreaterThan(2)
      else expect(JSON.parse(content)).toMatchObject({ id, version: 1 })
    }
    expect([...types].toSorted()).toEqual(['bpmn', 'connector_template', 'dmn', 'form'])
  })

  it('starts with versions that differ from the current content', async () => {
    const { call } = await createModeler()
    const { body } = await call('POST', '/versions/search', { size: 50 })
    expect(body.total).toBeGreaterThan(3)
    for (const { id, fileId } of body.items) {
      const kept = (await call('GET', `/versions/${id}`)).body.content
      expect(kept).not.toBe((await call('GET', `/files/${fileId}`)).body.content)
    }
  })

  it('links to comparisons at its own address, and is restored by a reset', async () => {
    const { emulator, call } = await createModeler()
    const { body } = await call('POST', '/versions/search', { filter: { name: 'Release 1' } })
    const [{ id, fileId }] = body.items
    const { body: compared } = await call('GET', `/versions/compare/${id}...${id}`)
    expect(compared.url).toBe(`${emulator.url('modeler')}/diagrams/${fileId}/versions/${id}...${id}`)

    await call('DELETE', `/files/${fileId}`)
    expect((await call('GET', `/files/${fileId}`)).status).toBe(404)
    emulator.reset()
    expect((await call('GET', `/files/${fileId}`)).status).toBe(200)
  })
})
