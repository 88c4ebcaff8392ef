import type { FileMetadata, FolderContent, FolderMetadata, ModelerClient } from '@x/modeler'
import { type Place, placeInProject } from './place.ts'

export interface RemoteFile {
  readonly place: Place
  readonly metadata: FileMetadata
}

/** The files and folders of a project, without contents. */
export interface ProjectState {
  readonly id: string
  readonly name: string
  readonly files: readonly RemoteFile[]
  /** Files that the sync leaves alone: connector templates, and unknown types. */
  readonly others: readonly FileMetadata[]
  /** Ids of the folders by their {@link folderKey}. */
  readonly folderIds: Map<string, string>
}

/** Returns the key of a folder: the names of its parents and its own. */
export function folderKey(names: readonly string[]): string {
  return JSON.stringify(names.map((name) => name.normalize('NFC')))
}

/**
 * Reads the tree of a project. Servers differ in how deep the response for a project is, so the content of every folder
 * is requested. Process applications (Camunda 8.10) are not part of paths, as in Web Modeler itself.
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
  // Iterating over a Map includes entries that are added meanwhile.
  for (const id of folders.keys()) take((await modeler.folders.get(id)).content)

  const namesOf = (folderId: string | null | undefined): string[] => {
    const folder = folderId ? folders.get(folderId) : undefined
    return folder ? [...namesOf(folder.parentId), folder.name] : []
  }
  const folderIds = new Map<string, string>()
  for (const id of folders.keys()) {
    const key = folderKey(namesOf(id))
    // Names are not unique: new files go into the first folder.
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
