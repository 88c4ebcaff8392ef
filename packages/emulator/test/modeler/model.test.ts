import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Answer, BPMN, createHarness, type Harness, NOBODY } from './harness.ts'

/** What somebody does; numbers choose among what is there at that moment. */
type Step =
  | { readonly do: 'create project' }
  | {
      readonly do: 'create folder' | 'create file' | 'create application'
      readonly where: number
      readonly name: string
    }
  | { readonly do: 'rename' | 'write'; readonly what: number; readonly name: string }
  | { readonly do: 'move file' | 'move folder'; readonly what: number; readonly where: number; readonly also: number }
  | { readonly do: 'delete'; readonly what: number }
  | { readonly do: 'save late'; readonly what: number }

const index = fc.nat(1000)
const name = fc.constantFrom('a', 'b/c', 'd')

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('create project' as const) }),
  fc.record({
    do: fc.constantFrom('create folder' as const, 'create file' as const, 'create application' as const),
    where: index,
    name,
  }),
  fc.record({ do: fc.constantFrom('rename' as const, 'write' as const), what: index, name }),
  fc.record({
    do: fc.constantFrom('move file' as const, 'move folder' as const),
    what: index,
    where: index,
    also: index,
  }),
  fc.record({ do: fc.constant('delete' as const), what: index }),
  fc.record({ do: fc.constant('save late' as const), what: index }),
)

interface Place {
  readonly projectId?: string
  readonly processApplicationId?: string
  readonly folderId?: string
}

/** What can be seen of the tree through the API. */
interface Seen {
  readonly projects: Map<string, Answer['body']>
  readonly applications: Map<string, Answer['body']>
  readonly folders: Map<string, Answer['body']>
  readonly files: Map<string, Answer['body']>
}

async function look(harness: Harness): Promise<Seen> {
  const projects = await harness.all('projects')
  const contents = await Promise.all(projects.map(({ id }) => harness.ok('GET', `/projects/${id}`)))
  const byId = (items: Answer['body'][]) => new Map(items.map((item) => [item.id, item]))
  return {
    projects: byId(projects),
    applications: byId(contents.flatMap(({ content }) => content.processApplications)),
    folders: byId(contents.flatMap(({ content }) => content.folders)),
    files: byId(await harness.all('files')),
  }
}

const pick = <T>(items: Iterable<T>, number: number): T | undefined => {
  const all = [...items]
  return all[number % Math.max(all.length, 1)]
}

async function act(harness: Harness, seen: Seen, step: Step): Promise<Answer | undefined> {
  const { send } = harness
  const places: Place[] = [
    ...[...seen.projects.keys()].map((projectId) => ({ projectId })),
    ...[...seen.applications.keys()].map((processApplicationId) => ({ processApplicationId })),
    ...[...seen.folders.keys()].map((folderId) => ({ folderId })),
    { folderId: NOBODY },
  ]
  /** The members of a body, with the folder as folders call it. */
  const asParent = ({ folderId, ...ids }: Place) => (folderId ? { ...ids, parentId: folderId } : ids)
  switch (step.do) {
    case 'create project':
      return send('POST', '/projects', { name: 'Project' })
    case 'create folder':
      return send('POST', '/folders', { name: step.name, ...asParent(pick(places, step.where) ?? {}) })
    case 'create file':
      return send('POST', '/files', { name: step.name, fileType: 'bpmn', content: BPMN, ...pick(places, step.where) })
    case 'create application':
      return send('POST', '/process-applications', {
        name: step.name,
        projectId: pick(seen.projects.keys(), step.where) ?? NOBODY,
      })
    case 'rename': {
      const items = [
        ...[...seen.projects.keys()].map((id) => [`/projects/${id}`, {}] as const),
        ...[...seen.folders.keys()].map((id) => [`/folders/${id}`, {}] as const),
        ...[...seen.files.values()].map(({ id, revision }) => [`/files/${id}`, { revision }] as const),
      ]
      const [path, body] = pick(items, step.what) ?? [`/projects/${NOBODY}`, {}]
      return send('PATCH', path, { ...body, name: step.name })
    }
    case 'write': {
      const { id = NOBODY, revision = 1 } = pick(seen.files.values(), step.what) ?? {}
      return send('PATCH', `/files/${id}`, { revision, content: step.name })
    }
    case 'move file': {
      const { id = NOBODY, revision = 1 } = pick(seen.files.values(), step.what) ?? {}
      // Two places at once agree only now and then.
      return send('PATCH', `/files/${id}`, { revision, ...pick(places, step.also), ...pick(places, step.where) })
    }
    case 'move folder': {
      const id = pick(seen.folders.keys(), step.what) ?? NOBODY
      return send('PATCH', `/folders/${id}`, asParent({ ...pick(places, step.also), ...pick(places, step.where) }))
    }
    case 'delete': {
      const paths = [
        ...[...seen.projects.keys()].map((id) => `/projects/${id}`),
        ...[...seen.applications.keys()].map((id) => `/process-applications/${id}`),
        ...[...seen.folders.keys()].map((id) => `/folders/${id}`),
        ...[...seen.files.keys()].map((id) => `/files/${id}`),
      ]
      return send('DELETE', pick(paths, step.what) ?? `/files/${NOBODY}`)
    }
    case 'save late': {
      const { id, revision } = pick(seen.files.values(), step.what) ?? {}
      if (id === undefined) return undefined
      const late = await send('PATCH', `/files/${id}`, { revision: revision - 1, content: '<late/>' })
      expect(late.status).toBe(409)
      return late
    }
  }
}

/** Every path walks up folders that exist, to a project that exists. */
function expectConsistent({ projects, applications, folders, files }: Seen): void {
  for (const folder of folders.values()) {
    expect(projects.has(folder.projectId)).toBe(true)
    if (folder.parentId === undefined) continue
    const parent = folders.get(folder.parentId)
    expect(parent).toMatchObject({ projectId: folder.projectId })
    expect(parent.processApplicationId).toBe(folder.processApplicationId)
  }
  for (const file of files.values()) {
    expect(projects.has(file.projectId)).toBe(true)
    if (file.processApplicationId !== undefined) {
      expect(applications.get(file.processApplicationId)).toMatchObject({ projectId: file.projectId })
    }
    expect(file.canonicalPath.at(-1)?.id).toBe(file.folderId)
    let parentId: string | undefined
    for (const { id, name } of file.canonicalPath) {
      expect(folders.get(id)).toMatchObject({ name, projectId: file.projectId })
      expect(folders.get(id).parentId).toBe(parentId)
      expect(folders.get(id).processApplicationId).toBe(file.processApplicationId)
      parentId = id
    }
    const names = [...file.canonicalPath, file].map((item) => item.name.replaceAll('/', '\\/'))
    expect(file.simplePath).toBe(names.join('/'))
  }
}

/** What a file consists of besides its revision; where its folders are and what they are called is not part of it. */
const own = ({ name, projectId, processApplicationId, folderId, updated }: Answer['body']): string =>
  JSON.stringify([name, folderId ?? [projectId, processApplicationId], updated])

it('in any history, the tree is consistent and revisions count the changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const harness = createHarness()
      let seen = await look(harness)
      expectConsistent(seen)
      for (const next of steps) {
        // Each change at its own time, so that `updated` tells them apart.
        harness.clock.advance(1)
        const answer = await act(harness, seen, next)
        const before = seen
        seen = await look(harness)
        expectConsistent(seen)
        expect(answer?.status ?? 200).toBeLessThan(500)
        // What was refused changed nothing.
        if (answer !== undefined && answer.status >= 400) expect(seen).toEqual(before)
        for (const file of seen.files.values()) {
          const was = before.files.get(file.id)
          const grows = was === undefined || own(was) === own(file) ? 0 : 1
          expect(file.revision).toBe((was?.revision ?? 1) + grows)
        }
      }
    }),
    { numRuns: 60 },
  )
})
