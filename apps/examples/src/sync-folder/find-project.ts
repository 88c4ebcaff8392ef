import { ApiError, type ModelerClient } from '@x/modeler'
import { printable } from './printable.ts'
import { SyncError } from './sync-error.ts'

/**
 * Returns the id of the project that has this name, or this id.
 *
 * @throws {@link SyncError} if there is none, or several: names of projects are not unique.
 */
export async function findProject(modeler: ModelerClient, nameOrId: string): Promise<string> {
  const { items, total } = await modeler.projects.search({ filter: { name: nameOrId }, size: 50 })
  const found = items.filter(({ name }) => name === nameOrId)
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).join(', ')
    throw new SyncError(`${total} projects have the name ${printable(nameOrId)}. Pass the id of one: ${ids}`)
  }
  if (found[0]) return found[0].id
  try {
    return (await modeler.projects.get(nameOrId)).metadata.id
  } catch (error) {
    // 400: the server requires the format of its own ids.
    if (!(error instanceof ApiError) || ![400, 404].includes(error.status)) throw error
    const hint = 'Create it in Web Modeler, or with projects.create and collaborators.set, so that people can see it'
    throw new SyncError(`No project has the name or id ${printable(nameOrId)}. ${hint}`, { cause: error })
  }
}
