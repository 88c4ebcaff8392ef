import type {
  Container,
  Entity,
  Folder,
  ModelerFile,
  ProcessApplication,
  Project,
  Stamp,
  User,
  Version,
} from './entities.ts'
import type { SearchFields } from './search.ts'
import { folderOf, locate } from './tree.ts'
import type { Workspace } from './workspace.ts'

// The JSON of responses. Undefined members are omitted.

type Wire = Readonly<Record<string, unknown>>

const date = ({ at }: Stamp): string => new Date(at).toISOString()
const user = ({ name, email }: User): User => ({ name, email })

function changes({ created, updated }: Entity): Wire {
  return { created: date(created), createdBy: user(created.by), updated: date(updated), updatedBy: user(updated.by) }
}

export function projectMetadata(project: Project): Wire {
  const { id, name } = project
  return { id, name, ...changes(project) }
}

export function processApplicationMetadata(application: ProcessApplication): Wire {
  const { id, name, parent } = application
  return { id, name, projectId: parent.id, ...changes(application) }
}

export function folderMetadata(folder: Folder): Wire {
  const { id, name, parent } = folder
  const { project, processApplication } = locate(parent)
  return {
    id,
    name,
    projectId: project.id,
    processApplicationId: processApplication?.id,
    parentId: folderOf(folder)?.id,
    ...changes(folder),
  }
}

export function fileMetadata(file: ModelerFile): Wire {
  const { id, name, parent, revision, type } = file
  const { project, processApplication, folders } = locate(parent)
  return {
    id,
    name,
    projectId: project.id,
    processApplicationId: processApplication?.id,
    folderId: folderOf(file)?.id,
    simplePath: [...folders, file].map((item) => item.name.replaceAll('/', '\\/')).join('/'),
    canonicalPath: folders.map((folder) => ({ id: folder.id, name: folder.name })),
    revision,
    type,
    ...changes(file),
  }
}

export function milestoneMetadata(milestone: Version): Wire {
  const { id, name, file } = milestone
  return { id, name, fileId: file.id, ...changes(milestone) }
}

export function versionMetadata(version: Version): Wire {
  const { description, organizationPublic } = version
  return { ...milestoneMetadata(version), description, organizationPublic }
}

/** The direct content of a folder or process application. */
export function contentsOf({ folders, files }: Workspace, container: Container): Wire {
  return {
    folders: [...folders.values()].filter(({ parent }) => parent === container).map(folderMetadata),
    files: [...files.values()].filter(({ parent }) => parent === container).map(fileMetadata),
  }
}

const changeFields: SearchFields = { created: 'date', createdBy: 'user', updated: 'date', updatedBy: 'user' }

export const projectFields: SearchFields = { id: 'text', name: 'text', ...changeFields }

export const fileFields: SearchFields = {
  id: 'text',
  name: 'text',
  projectId: 'text',
  processApplicationId: 'text',
  folderId: 'text',
  simplePath: 'text',
  canonicalPath: 'path',
  revision: 'integer',
  type: 'text',
  ...changeFields,
}

export const milestoneFields: SearchFields = { id: 'text', name: 'text', fileId: 'text', ...changeFields }

export const versionFields: SearchFields = { ...milestoneFields, description: 'text', organizationPublic: 'flag' }
