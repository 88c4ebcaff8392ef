import type { Container, Folder, ProcessApplication, Project } from './entities.ts'

/** The path of a container: the containers around it, and itself. */
export interface Location {
  readonly project: Project
  readonly processApplication: ProcessApplication | undefined
  /** From the outermost to the innermost. */
  readonly folders: readonly Folder[]
}

/**
 * Walks from a container up to its project. A folder only stores its parent, so moving one moves everything in it.
 */
export function locate(container: Container): Location {
  const folders: Folder[] = []
  let at = container
  while (at.kind === 'folder') {
    folders.unshift(at)
    at = at.parent
  }
  if (at.kind === 'project') return { project: at, processApplication: undefined, folders }
  return { project: at.parent, processApplication: at, folders }
}

/** Whether a container is `outer` or is inside it, at any depth. */
export function isWithin(container: Container, outer: Container): boolean {
  const { project, processApplication, folders } = locate(container)
  return project === outer || processApplication === outer || folders.some((folder) => folder === outer)
}

/** The folder of an item; undefined at the root of a project or process application. */
export function folderOf({ parent }: { readonly parent: Container }): Folder | undefined {
  return parent.kind === 'folder' ? parent : undefined
}
