import { openModeler } from './clients.ts'
import { equal, ok, rejectsWith } from './expect.ts'
import type { Place } from './place.ts'
import type { Suite } from './suite.ts'

export function modelerSuite({ test }: Suite, place: Place): void {
  const form = JSON.stringify({ components: [], type: 'default', id: 'form', schemaVersion: 18 })
  const makeFile = async (modeler = openModeler(place)) => {
    const { id: projectId } = await modeler.projects.create({ name: 'Bestellungen' })
    return modeler.files.create({ name: 'Formular', fileType: 'form', content: form, projectId })
  }

  test('modeler', 'creates a project with a file and reads it', async () => {
    const modeler = openModeler(place)
    const { id, projectId } = await makeFile(modeler)
    const { metadata, content } = await modeler.files.get(id)
    equal([metadata.name, content], ['Formular', form], 'the file')
    equal((await modeler.projects.get(projectId)).content.files.length, 1, 'files of the project')
  })

  test('modeler', 'searches page by page', async () => {
    const modeler = openModeler(place)
    for (const name of ['a', 'b', 'c', 'd', 'e']) await modeler.projects.create({ name: `runtimes ${name}` })
    const names: string[] = []
    const sort = [{ field: 'name', direction: 'DESC' }] as const
    for await (const { name } of modeler.projects.searchAll({ sort, size: 2 })) names.push(name)
    const mine = names.filter((name) => name.startsWith('runtimes'))
    equal(
      mine,
      ['e', 'd', 'c', 'b', 'a'].map((name) => `runtimes ${name}`),
      'names',
    )
  })

  test('modeler', 'a change based on an old revision is a conflict', async () => {
    const { files } = openModeler(place)
    const { id, revision } = await makeFile()
    await files.update(id, { name: 'Neu', revision })
    await rejectsWith(files.update(id, { name: 'Anders', revision }), 'ConflictError', { status: 409 })
    equal((await files.edit(id, ({ metadata }) => ({ name: `${metadata.name}er` }))).name, 'Neuer', 'name')
  })

  test('modeler', 'deletes', async () => {
    const { files } = openModeler(place)
    const { id } = await makeFile()
    equal(await files.delete(id), undefined, 'answer')
    await rejectsWith(files.get(id), 'ApiError', { status: 404 })
  })

  test('modeler', 'rejects a filter that would match everything', async () => {
    const { files } = openModeler(place)
    const search = files.search({ filter: { nmae: 'x' } as never })
    const error = await rejectsWith(search, 'ValidationError', { code: 'request_invalid' })
    ok(JSON.stringify(error).includes('name'), 'a hint at the right name')
  })
}
