import { Problem } from '../problem.ts'
import { type BodyChecks, name, optional } from './body.ts'
import type { Container } from './entities.ts'
import { locate } from './tree.ts'
import { find, type Workspace } from './workspace.ts'

/** The requested location of an item, as bodies express it. Folders call the folder `parentId`. */
export interface PlaceIds {
  readonly projectId?: string
  readonly processApplicationId?: string
  readonly folderId?: string
}

/** The members of a body that name a location. */
export const placeChecks = (folder: 'folderId' | 'parentId'): BodyChecks => ({
  projectId: optional(name),
  processApplicationId: optional(name),
  [folder]: optional(name),
})

/**
 * The innermost container that is named: the folder, the root of the process application, or the root of the project.
 * Undefined if none is named.
 *
 * @throws {@link Problem} 404 for a container that does not exist; 400 if the named ones do not contain each other.
 */
export function findPlace(workspace: Workspace, ids: PlaceIds): Container | undefined {
  const { projectId, processApplicationId, folderId } = ids
  const folder = folderId === undefined ? undefined : find(workspace.folders, 'Folder', folderId)
  const application =
    processApplicationId === undefined
      ? undefined
      : find(workspace.processApplications, 'Process application', processApplicationId)
  const project = projectId === undefined ? undefined : find(workspace.projects, 'Project', projectId)
  const place = folder ?? application ?? project
  if (place === undefined) return undefined
  const actual = locate(place)
  if (project !== undefined && project !== actual.project) {
    throw new Problem(400, `The ${place.kind} ${place.id} is not in the project ${project.id}.`)
  }
  if (application !== undefined && application !== actual.processApplication) {
    throw new Problem(400, `The ${place.kind} ${place.id} is not in the process application ${application.id}.`)
  }
  return place
}

/** Like {@link findPlace}, but a location is required. @throws {@link Problem} 400 if none is named. */
export function requirePlace(workspace: Workspace, ids: PlaceIds, folder: 'folderId' | 'parentId'): Container {
  const place = findPlace(workspace, ids)
  if (place === undefined) throw new Problem(400, `Either projectId or ${folder} must be given.`)
  return place
}
