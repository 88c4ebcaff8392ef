import type { FileMetadata, FolderContent, FolderMetadata, ModelerClient } from '@x/modeler'
import { type Place, placeInProject } from './place.ts'

export interface RemoteFile {
  readonly place: Place
  readonly metadata: FileMetadata
}

/** What is in a project, without the contents of its files. */
export interface ProjectState {
  readonly id: string
  readonly name: string
  readonly files: readonly RemoteFile[]
  /** What the sync leaves alone: connector templates, and types that it does not know. */
  readonly others: readonly FileMetadata[]
  /** Ids of the folders by their {@link folderKey}. */
  readonly folderIds: Map<string, string>
}

/** What a folder is found by: names of the folders around it and its own. */
export function folderKey(names: readonly string[]): string {
  return JSON.stringify(names.map((name) => name.normalize('NFC')))
}

/**
 * Reads the tree of a project. Servers differ in how deep the answer for a project goes, so every folder is asked for
 * what is in it. Process applications (Camunda 8.10) have no part in paths, as in Web Modeler's own.
 */
export async function readProject(modeler: ModelerClient, projectId: string): Promise<ProjectState> {
  const folders = new Map<string, FolderMetadata>()
  const files = new Map<string, FileMetadata>()
  const take = (content: FolderContent): void => {
    for (const folder of content.folders) folders.set(folder.id, folder)
    for (const file of content.files) files.set(file.id, file)
  }

  const project = await modeler.projects.get(projectId)
  take(project.content)
  for (const { id } of project.content.processApplications ?? []) {
    take((await modeler.processApplications.get(id)).content)
  }
  // A Map gives also what is added to it on the way.
  for (const id of folders.keys()) take((await modeler.folders.get(id)).content)

  const namesOf = (folderId: string | null | undefined): string[] => {
    const folder = folderId ? folders.get(folderId) : undefined
    return folder ? [...namesOf(folder.parentId), folder.name] : []
  }
  const folderIds = new Map<string, string>()
  for (const id of folders.keys()) {
    const key = folderKey(namesOf(id))
    // Names are not unique: the first one takes what is new.
    if (!folderIds.has(key)) folderIds.set(key, id)
  }
  const synced: RemoteFile[] = []
  const others: FileMetadata[] = []
  for (const metadata of files.values()) {
    const place = placeInProject(namesOf(metadata.folderId), metadata)
    if (place) synced.push({ place, metadata })
    else others.push(metadata)
  }
  return { id: project.metadata.id, name: project.metadata.name, folderIds, files: synced, others }
}
