import { ApiError, type FileMetadata, type ModelerClient } from '@x/modeler'
import { sameText } from './lines.ts'
import type { CreateStep, DeleteStep, UpdateStep } from './plan.ts'
import { folderKey, type ProjectState } from './read-project.ts'

/** Creates a file, and its folders if they do not exist. */
export async function createFile(
  modeler: ModelerClient,
  project: ProjectState,
  { place: { folders, name, type }, after }: CreateStep,
): Promise<FileMetadata> {
  const folderId = await makeFolders(modeler, project, folders)
  return modeler.files.create({
    name,
    fileType: type,
    content: after,
    ...(folderId ? { folderId } : { projectId: project.id }),
  })
}

/** Returns the id of the innermost folder; undefined at the root. */
async function makeFolders(
  modeler: ModelerClient,
  project: ProjectState,
  names: readonly string[],
): Promise<string | undefined> {
  const name = names.at(-1)
  if (name === undefined) return undefined
  const known = project.folderIds.get(folderKey(names))
  if (known) return known
  const parentId = await makeFolders(modeler, project, names.slice(0, -1))
  const { id } = await modeler.folders.create({ name, ...(parentId ? { parentId } : { projectId: project.id }) })
  project.folderIds.set(folderKey(names), id)
  return id
}

/**
 * Changes a file, based on the revision in the plan. If it was changed in the meantime, `edit` reads it again: a new
 * name or folder does no harm, but new content would be lost, so this step fails.
 */
export async function updateFile(
  modeler: ModelerClient,
  project: ProjectState,
  { file, before, after }: UpdateStep,
): Promise<FileMetadata> {
  return modeler.files.edit(file.id, ({ metadata, content }) => {
    if (sameText(content, after)) return undefined
    if (metadata.projectId !== project.id || !sameText(content, before)) throw changedMeanwhile(metadata)
    return { content: after }
  })
}

/** Deletes a file if it is still in this project, with the revision in the plan. */
export async function deleteFile(modeler: ModelerClient, project: ProjectState, { file }: DeleteStep): Promise<void> {
  const { metadata } = await modeler.files.get(file.id)
  if (metadata.projectId !== project.id || metadata.revision !== file.revision) throw changedMeanwhile(metadata)
  await modeler.files.delete(file.id)
}

/** Deletes a folder without files, and its parents if they contain nothing else. */
export async function removeEmptyFolders(
  modeler: ModelerClient,
  project: ProjectState,
  folderId: string | null | undefined,
): Promise<void> {
  if (!folderId) return
  try {
    const { metadata, content } = await modeler.folders.get(folderId)
    if (metadata.projectId !== project.id || content.files.length + content.folders.length > 0) return
    // If a file is added in the meantime, the server rejects this.
    await modeler.folders.delete(folderId)
    await removeEmptyFolders(modeler, project, metadata.parentId)
  } catch (error) {
    // One more empty folder does no harm.
    if (!(error instanceof ApiError)) throw error
  }
}

function changedMeanwhile({ updatedBy }: FileMetadata): Error {
  return new Error(
    `changed in Web Modeler during the sync, by ${updatedBy?.name ?? 'another user'}: run the sync again`,
  )
}
