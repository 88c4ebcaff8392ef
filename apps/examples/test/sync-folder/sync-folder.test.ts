import { rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createOAuth } from '@x/auth'
import type { EmulatorServer, ServeOptions } from '@x/emulator/node'
import { createModelerClient, createRateLimiter, type ModelerClient, type ModelerClientOptions } from '@x/modeler'
import { describe, expect, it } from 'vitest'
import { applyPlan } from '../../src/sync-folder/apply-plan.ts'
import { makePlan } from '../../src/sync-folder/plan.ts'
import { readProject } from '../../src/sync-folder/read-project.ts'
import { writeReport } from '../../src/sync-folder/report.ts'
import { type SyncOptions, type SyncResult, syncFolder } from '../../src/sync-folder/sync-folder.ts'
import { startCamunda } from '../support/camunda.ts'
import { makeFolder } from '../support/folder.ts'

interface Setting {
  readonly server: EmulatorServer
  readonly modeler: ModelerClient
  readonly projectId: string
  /** Syncs a folder with the project. */
  sync(folder: string, options?: Partial<SyncOptions>): Promise<SyncResult>
}

/** A Camunda with an empty project, and a new client. */
async function setUp(options?: ServeOptions, client?: Partial<ModelerClientOptions>): Promise<Setting> {
  const server = await startCamunda(options)
  const auth = createOAuth(server.emulator.credentials('organization'))
  const audience = 'api.cloud.camunda.io'
  const modeler = createModelerClient({ auth, audience, baseUrl: server.emulator.url('modeler'), ...client })
  const { id: projectId } = await modeler.projects.create({ name: 'Shop' })
  server.emulator.journal.clear()
  return {
    server,
    modeler,
    projectId,
    sync: (folder, options) => syncFolder({ modeler, project: 'Shop', folder, ...options }),
  }
}

/** The content of the project, by path. */
async function contents({ modeler, projectId }: Setting): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const { id, simplePath, type } of modeler.files.searchAll({ filter: { projectId } })) {
    found[`${simplePath}.${type}`] = (await modeler.files.get(id)).content
  }
  return found
}

/** Requests that change something, such as `POST files`. */
function changes({ server }: Setting): string[] {
  return server.emulator.journal.entries
    .filter(({ kind, method, path }) => kind === 'modeler' && method !== 'GET' && !path.endsWith('/search'))
    .map(({ method, path }) => `${method} ${path.split('/')[4]}`)
}

const shop = {
  'Order.bpmn': '<order>\n  <task/>\n</order>\n',
  'Payments/Refund.bpmn': '<refund/>\n',
  'Payments/Rules/Limits.dmn': '<limits/>\n',
  'Payments/Approve.form': '{ "components": [] }\n',
}

const connectorTemplate = JSON.stringify({
  appliesTo: ['bpmn:Task'],
  properties: [{ type: 'Hidden', value: 'charge', binding: { type: 'zeebe:taskDefinition', property: 'type' } }],
})

describe('first and second run', () => {
  it('creates files and folders, creates versions, and requests one token', async () => {
    const setting = await setUp()
    const result = await setting.sync(await makeFolder(shop), { versionName: 'Commit 1' })
    expect(result).toMatchObject({ failures: [], versions: 4 })
    expect(await contents(setting)).toEqual({
      'Order.bpmn': shop['Order.bpmn'],
      'Payments/Refund.bpmn': shop['Payments/Refund.bpmn'],
      'Payments/Rules/Limits.dmn': shop['Payments/Rules/Limits.dmn'],
      'Payments/Approve.form': shop['Payments/Approve.form'],
    })
    expect(changes(setting).sort()).toEqual([
      ...Array(4).fill('POST files'),
      ...Array(2).fill('POST folders'),
      ...Array(4).fill('POST versions'),
    ])
    const { items } = await setting.modeler.versions.search({ filter: { name: 'Commit 1' } })
    expect(items).toHaveLength(4)
    // The token was requested when the project was created, and used for everything else.
    expect(setting.server.emulator.journal.count({ kind: 'token' })).toBe(0)
  })

  it('changes nothing the second time', async () => {
    const setting = await setUp()
    const folder = await makeFolder(shop)
    await setting.sync(folder, { versionName: 'Commit 1' })
    setting.server.emulator.journal.clear()
    const result = await setting.sync(folder, { versionName: 'Commit 2', delete: true })
    expect(writeReport(result)).toBe('Shop: 4 unchanged')
    expect(changes(setting)).toEqual([])
    expect(setting.server.emulator.journal.count({ kind: 'token' })).toBe(0)
  })

  it('creates milestones if versions are not supported yet', async () => {
    const setting = await setUp({ modeler: { version: '8.8' } })
    const result = await setting.sync(await makeFolder(shop), { versionName: 'Commit 1' })
    expect(result).toMatchObject({ failures: [], versions: 4 })
    expect((await setting.modeler.milestones.search({ filter: { name: 'Commit 1' } })).total).toBe(4)
  })

  it('does not treat different line endings as a change', async () => {
    const setting = await setUp()
    await setting.sync(await makeFolder(shop))
    setting.server.emulator.journal.clear()
    const windows = Object.entries(shop).map(([path, content]) => [path, content.replaceAll('\n', '\r\n')])
    await setting.sync(await makeFolder(Object.fromEntries(windows)))
    expect(changes(setting)).toEqual([])
  })
})

describe('a folder that changed', () => {
  it('updates changed files, and creates versions of those only', async () => {
    const setting = await setUp()
    const folder = await makeFolder(shop)
    await setting.sync(folder)
    await writeFile(join(folder, 'Order.bpmn'), '<order>\n  <task/>\n  <end/>\n</order>\n')
    setting.server.emulator.journal.clear()
    const result = await setting.sync(folder, { versionName: 'Commit 2' })
    expect(result).toMatchObject({ failures: [], versions: 1 })
    expect(changes(setting)).toEqual(['PATCH files', 'POST versions'])
    expect((await contents(setting))['Order.bpmn']).toContain('<end/>')
  })

  it('keeps and reports files that are only in the project, unless --delete is set', async () => {
    const setting = await setUp()
    const folder = await makeFolder(shop)
    await setting.sync(folder)
    await rm(join(folder, 'Payments/Rules'), { recursive: true })
    const result = await setting.sync(folder)
    expect(writeReport(result)).toContain('only in Web Modeler; --delete would delete it')
    expect(await contents(setting)).toHaveProperty(['Payments/Rules/Limits.dmn'])
  })

  it('deletes such files with the folders that become empty, and nothing else', async () => {
    const setting = await setUp()
    const { modeler, projectId } = setting
    const folder = await makeFolder(shop)
    await setting.sync(folder)
    await modeler.folders.create({ name: 'Drafts', projectId })
    const template = { name: 'Charge card', fileType: 'connector_template', content: connectorTemplate }
    await modeler.files.create({ ...template, projectId })
    const elsewhere = (await modeler.files.search({ size: 50 })).items.filter((file) => file.projectId !== projectId)

    await rm(join(folder, 'Payments'), { recursive: true })
    const result = await setting.sync(folder, { delete: true })
    expect(result.failures).toEqual([])
    expect(writeReport(result)).toContain('\n  1 left alone: connector_template')
    expect(Object.keys(await contents(setting)).sort()).toEqual(['Charge card.connector_template', 'Order.bpmn'])
    const { content } = await modeler.projects.get(projectId)
    expect(content.folders.map(({ name }) => name)).toEqual(['Drafts'])
    const after = (await modeler.files.search({ size: 50 })).items.filter((file) => file.projectId !== projectId)
    expect(after).toEqual(elsewhere)
  })

  it('deletes no file that was moved to another project or changed after the plan was made', async () => {
    const setting = await setUp()
    const { modeler, projectId } = setting
    await setting.sync(await makeFolder({ 'Moved.bpmn': '<a/>', 'Changed.bpmn': '<b/>', 'Gone.bpmn': '<c/>' }))
    const project = await readProject(modeler, projectId)
    const plan = await makePlan(modeler, [], project, true)
    expect(plan.map(({ action }) => action)).toEqual(['delete', 'delete', 'delete'])

    const idOf = (name: string) => project.files.find(({ place }) => place.name === name)?.metadata.id ?? ''
    const { id: elsewhere } = await modeler.projects.create({ name: 'Elsewhere' })
    await modeler.files.edit(idOf('Moved'), () => ({ projectId: elsewhere }))
    await modeler.files.edit(idOf('Changed'), () => ({ content: '<hers/>' }))
    const { done, failures } = await applyPlan(modeler, project, plan)
    expect(done.map(({ place }) => place.name)).toEqual(['Gone'])
    expect(failures.map(({ step }) => step.place.name)).toEqual(['Changed', 'Moved'])
    expect((await modeler.files.get(idOf('Moved'))).content).toBe('<a/>')
    expect(await contents(setting)).toEqual({ 'Changed.bpmn': '<hers/>' })
  })

  it('creates before it deletes, and deletes nothing after a failure', async () => {
    const setting = await setUp()
    const folder = await makeFolder({ 'Old name.bpmn': '<a/>', 'Stays.bpmn': '<b/>' })
    await setting.sync(folder)
    await rm(join(folder, 'Old name.bpmn'))
    await writeFile(join(folder, 'New name.bpmn'), '<a/>')
    const { clientId } = setting.server.emulator.credentials('organization')
    const all = ['WebModeler:get', 'WebModeler:create', 'WebModeler:update', 'WebModeler:delete'] as const
    setting.server.emulator.controls.setPermissions(
      clientId,
      all.filter((permission) => permission !== 'WebModeler:create'),
    )
    const refused = await setting.sync(folder, { delete: true })
    expect(refused.failures).toHaveLength(1)
    expect(writeReport(refused)).toContain('1 failed, 1 not deleted, 1 unchanged')
    expect(Object.keys(await contents(setting)).sort()).toEqual(['Old name.bpmn', 'Stays.bpmn'])

    setting.server.emulator.controls.setPermissions(clientId, all)
    await setting.sync(folder, { delete: true })
    expect(Object.keys(await contents(setting)).sort()).toEqual(['New name.bpmn', 'Stays.bpmn'])
  })
})

it('stops if the token is revoked and no other can be obtained, instead of failing for each file', async () => {
  let left = 3
  const setting: Setting = await setUp(undefined, {
    fetch: (input, init) => {
      if (init?.method === 'POST' && /files$/.test(String(input)) && left-- === 0) {
        const { controls, credentials } = setting.server.emulator
        controls.rotateSecret(credentials('organization').clientId)
        controls.expireTokens()
      }
      return fetch(input, init)
    },
  })
  const files = Array.from({ length: 20 }, (_, index) => [`${index}.bpmn`, '<a/>'])
  await expect(setting.sync(await makeFolder(Object.fromEntries(files)))).rejects.toMatchObject({
    code: 'token_rejected',
  })
  const { journal } = setting.server.emulator
  expect(journal.count({ kind: 'modeler', method: 'POST', path: /files$/, status: 200 })).toBe(3)
  expect(journal.count({ kind: 'token', status: 401 })).toBe(1)
})

it('reports in a dry run what would be done, and does nothing', async () => {
  const setting = await setUp()
  const folder = await makeFolder(shop)
  await setting.sync(folder)
  await rm(join(folder, 'Payments/Rules'), { recursive: true })
  await writeFile(join(folder, 'Order.bpmn'), '<order>\n  <user-task/>\n  <end/>\n</order>\n')
  await writeFile(join(folder, 'New.bpmn'), '<new>\n</new>\n')
  const before = await contents(setting)
  setting.server.emulator.journal.clear()
  const result = await setting.sync(folder, { dryRun: true, delete: true, versionName: 'never' })
  expect(writeReport(result)).toBe(
    [
      'Shop: 1 to create, 1 to update, 1 to delete, 2 unchanged',
      '  + New.bpmn                   2 lines',
      '  ~ Order.bpmn                 +2 -1 lines',
      '  - Payments/Rules/Limits.dmn  1 line',
    ].join('\n'),
  )
  expect(changes(setting)).toEqual([])
  expect(await contents(setting)).toEqual(before)
})

describe('a user works in Web Modeler at the same time', () => {
  /** Runs `meanwhile` once, between the read and the write of the next change. */
  async function setUpConflict(meanwhile: (setting: Setting) => Promise<void>) {
    let armed = false
    const setting: Setting = await setUp(undefined, {
      fetch: async (input, init) => {
        if (armed && init?.method === 'PATCH') {
          armed = false
          await meanwhile(setting)
        }
        return fetch(input, init)
      },
    })
    const folder = await makeFolder({ 'A.bpmn': '<a/>', 'Order.bpmn': '<v1/>' })
    await setting.sync(folder)
    await writeFile(join(folder, 'A.bpmn'), '<a2/>')
    await writeFile(join(folder, 'Order.bpmn'), '<v2/>')
    setting.server.emulator.journal.clear()
    armed = true
    return { setting, folder }
  }
  const change = async ({ modeler, projectId }: Setting, change: { name?: string; content?: string }) => {
    const { items } = await modeler.files.search({ filter: { projectId, name: 'A' } })
    await modeler.files.edit(items[0]?.id ?? '', () => change)
  }
  const conflicts = ({ server }: Setting) => server.emulator.journal.count({ kind: 'modeler', status: 409 })

  it('does not overwrite a newer change, continues with the rest, and reports it', async () => {
    const { setting, folder } = await setUpConflict((setting) => change(setting, { content: '<hers/>' }))
    const result = await setting.sync(folder)
    expect(conflicts(setting)).toBe(1)
    expect(await contents(setting)).toEqual({ 'A.bpmn': '<hers/>', 'Order.bpmn': '<v2/>' })
    expect(result.failures.map(({ error }) => error.message)).toEqual([
      expect.stringContaining('changed in Web Modeler'),
    ])
    // Now the change is known, and the folder is up to date.
    expect((await setting.sync(folder)).failures).toEqual([])
    expect(await contents(setting)).toEqual({ 'A.bpmn': '<a2/>', 'Order.bpmn': '<v2/>' })
  })

  it('uses the new revision if only the name changed', async () => {
    const { setting, folder } = await setUpConflict((setting) => change(setting, { name: 'A, renamed' }))
    const result = await setting.sync(folder)
    expect(conflicts(setting)).toBe(1)
    expect(result.failures).toEqual([])
    expect(await contents(setting)).toEqual({ 'A, renamed.bpmn': '<a2/>', 'Order.bpmn': '<v2/>' })
  })

  it('sends nothing if a user has made the same change', async () => {
    const { setting, folder } = await setUpConflict((setting) => change(setting, { content: '<a2/>' }))
    expect((await setting.sync(folder)).failures).toEqual([])
    expect(await contents(setting)).toEqual({ 'A.bpmn': '<a2/>', 'Order.bpmn': '<v2/>' })
  })
})

describe('names', () => {
  it('supports slashes, composed and decomposed umlauts, and extensions on both sides', async () => {
    const setting = await setUp()
    const { modeler, projectId } = setting
    const { id: folderId } = await modeler.folders.create({ name: 'In/out', projectId })
    await modeler.files.create({ name: 'Prüfung.bpmn', fileType: 'bpmn', content: '<a/>', folderId })
    await modeler.files.create({ name: 'Zwei/drei', fileType: 'dmn', content: '<b/>', folderId })
    setting.server.emulator.journal.clear()
    const folder = await makeFolder({
      [`In%2Fout/${'Prüfung'.normalize('NFD')}.BPMN`]: '<a/>',
      'In%2fout/Zwei%2Fdrei.dmn': '<b/>',
    })
    expect(writeReport(await setting.sync(folder, { delete: true }))).toBe('Shop: 2 unchanged')
    expect(changes(setting)).toEqual([])

    await writeFile(join(folder, 'In%2Fout', 'Drei%2Fvier.form'), '{}')
    await setting.sync(folder)
    expect(await contents(setting)).toHaveProperty(['In\\/out/Drei\\/vier.form'], '{}')
  })

  it('supports types in upper case, extensions in names, and trees that are listed level by level', async () => {
    // The format of other servers than the emulator.
    const setting = await setUp(undefined, {
      fetch: async (input, init) => {
        const response = await fetch(input, init)
        if (init?.method !== 'GET' || !/\/(projects|folders|files)\/[^/]+$/.test(String(input))) return response
        const answer = await response.json()
        const rewrite = (file: { name: string; type: string }) => {
          file.name = `${file.name}.${file.type}`
          file.type = file.type.toUpperCase()
        }
        for (const file of answer.content.files ?? []) rewrite(file)
        if (typeof answer.content === 'string') rewrite(answer.metadata)
        if (/projects/.test(String(input))) {
          const isAtRoot = (item: { parentId?: string; folderId?: string }) => !item.parentId && !item.folderId
          answer.content.folders = answer.content.folders.filter(isAtRoot)
          answer.content.files = answer.content.files.filter(isAtRoot)
        }
        return Response.json(answer)
      },
    })
    const folder = await makeFolder(shop)
    expect((await setting.sync(folder)).failures).toEqual([])
    expect(writeReport(await setting.sync(folder, { delete: true }))).toBe('Shop: 4 unchanged')
  })

  it('changes neither of two files with the same name in one place', async () => {
    const setting = await setUp()
    const file = { name: 'Order', fileType: 'bpmn', projectId: setting.projectId }
    for (const content of ['<a/>', '<b/>']) await setting.modeler.files.create({ ...file, content })
    setting.server.emulator.journal.clear()
    const folder = await makeFolder({ 'Order.bpmn': '<c/>' })
    for (const dryRun of [true, false]) {
      const { failures } = await setting.sync(folder, { delete: true, dryRun })
      expect(failures.map(({ error }) => error.message)).toEqual([expect.stringContaining('rename all but one')])
    }
    expect(changes(setting)).toEqual([])
  })

  it('finds the content of a process application', async () => {
    const setting = await setUp()
    const { modeler, projectId } = setting
    const { id: processApplicationId } = await modeler.processApplications.create({ name: 'Loans', projectId })
    const place = { projectId, processApplicationId }
    await modeler.files.create({ name: 'Order', fileType: 'bpmn', content: '<a/>', ...place })
    const { id: folderId } = await modeler.folders.create({ name: 'Sub', ...place })
    await modeler.files.create({ name: 'Rules', fileType: 'dmn', content: '<b/>', folderId })
    const folder = await makeFolder({ 'Order.bpmn': '<a/>', 'Sub/Rules.dmn': '<b/>' })
    expect(writeReport(await setting.sync(folder))).toBe('Shop: 2 unchanged')
  })

  it('prints hostile names on one line, and does not follow links', async () => {
    const setting = await setUp()
    const folder = await makeFolder({ 'x\n::set-output name=a::b.bpmn': '<a/>', '\u001b[31m##[error]y.bpmn': '<b/>' })
    const outside = await makeFolder({ 'secret.bpmn': '<secret/>' })
    await symlink(join(outside, 'secret.bpmn'), join(folder, 'link.bpmn'))
    await symlink(outside, join(folder, 'linked'))
    await symlink(folder, join(folder, 'round'))
    const result = await setting.sync(folder)
    expect(result.failures).toEqual([])
    const report = writeReport(result)
    expect(report.split('\n')).toHaveLength(3)
    expect(report).not.toMatch(/^\s*::|##\[/m)
    expect(report).not.toContain('\u001b')
    expect(Object.keys(await contents(setting)).sort()).toEqual([
      '\u001b[31m##[error]y.bpmn',
      'x\n::set-output name=a::b.bpmn',
    ])
    expect(writeReport(await setting.sync(folder, { delete: true }))).toBe('Shop: 2 unchanged')
  })
})

describe('a sync that cannot start', () => {
  it('does not empty the project for an empty folder', async () => {
    const setting = await setUp()
    await setting.sync(await makeFolder(shop))
    setting.server.emulator.journal.clear()
    const empty = await makeFolder({ 'README.md': '', '.git/HEAD.bpmn': '', 'node_modules/a/b.bpmn': '' })
    for (const folder of [empty, join(empty, 'not-there')]) {
      await expect(setting.sync(folder, { delete: true })).rejects.toMatchObject({ name: 'SyncError' })
    }
    expect(setting.server.emulator.journal.entries).toEqual([])
    expect(Object.keys(await contents(setting))).toHaveLength(4)
    // Without --delete, nothing can be lost.
    expect(writeReport(await setting.sync(empty))).toContain('4 only in Web Modeler')
  })

  it('reports all problems of the folder together', async () => {
    const setting = await setUp()
    const folder = await makeFolder({
      'binary.bpmn': Uint8Array.of(0xff, 0xfe, 0x00),
      'Order.bpmn': '<a/>',
      'Order.BPMN': '<b/>',
      ' .form': '{}',
    })
    const error = await setting.sync(folder).catch((error: Error) => error)
    expect((error as Error).message.split('\n')).toEqual([
      expect.stringContaining(' .form: names in Web Modeler have 1 to 255'),
      expect.stringContaining('Order.bpmn: another file'),
      'binary.bpmn: is not UTF-8',
    ])
    expect(setting.server.emulator.journal.entries).toEqual([])
  })

  it('finds the project by its name or id, if that is unique', async () => {
    const setting = await setUp()
    const folder = await makeFolder(shop)
    expect((await setting.sync(folder, { project: setting.projectId })).project).toBe('Shop')
    await expect(setting.sync(folder, { project: 'Shp' })).rejects.toThrow('No project has the name or id Shp')
    const { id } = await setting.modeler.projects.create({ name: 'Shop' })
    await expect(setting.sync(folder)).rejects.toThrow(id)
  })
})

it.each([
  ['keeps under 240 requests a minute with the limiter that is on for SaaS', 240, 0],
  // Four requests are pending at the same time.
  ['finishes where no limit is known beforehand, as behind a proxy of your own', undefined, 4],
])('%s', async (_, requestsPerMinute, refused) => {
  let now = 0
  const waits: number[] = []
  const rateLimiter = createRateLimiter({
    requestsPerMinute,
    now: () => now,
    delay: async (ms) => {
      waits.push(ms)
      now += ms
      setting.server.emulator.clock.advance(ms)
    },
  })
  const setting: Setting = await setUp(undefined, { rateLimiter })
  const files = Array.from({ length: 255 }, (_, index) => [`${index % 139}/Process ${index}.bpmn`, `<p${index}/>`])
  const folder = await makeFolder(Object.fromEntries(files))
  expect(await setting.sync(folder, { versionName: 'Commit 1' })).toMatchObject({ versions: 255, failures: [] })
  expect(writeReport(await setting.sync(folder))).toBe('Shop: 255 unchanged')
  const { journal } = setting.server.emulator
  expect(journal.count({ kind: 'modeler' })).toBeGreaterThan(900)
  expect(journal.count({ kind: 'modeler', status: 429 })).toBeLessThanOrEqual(refused)
  expect(waits.length).toBeGreaterThanOrEqual(3)
})
