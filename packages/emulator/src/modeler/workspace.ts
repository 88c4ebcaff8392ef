import type { EmulatorClock } from '../clock.ts'
import { Problem } from '../problem.ts'
import type { Random } from '../random.ts'
import type {
  Container,
  Entity,
  FileType,
  Folder,
  ModelerFile,
  ProcessApplication,
  Project,
  Stamp,
  Version,
} from './entities.ts'
import { notFound } from './problem.ts'
import { changedContent, contentOf } from './template.ts'
import { isWithin } from './tree.ts'

/** A person of the organization, as Web Modeler needs it. */
export interface ModelerMember {
  readonly email: string
  readonly name: string
  /** True until the first login. */
  readonly invitePending: boolean
}

/** The state that the Web Modeler API works on. */
export interface Workspace {
  readonly projects: Map<string, Project>
  readonly processApplications: Map<string, ProcessApplication>
  readonly folders: Map<string, Folder>
  readonly files: Map<string, ModelerFile>
  readonly versions: Map<string, Version>
  /** People of the organization by email address. */
  readonly members: ReadonlyMap<string, ModelerMember>
  readonly clock: EmulatorClock
  readonly random: Random
  /** Address of the user interface, which links begin with. */
  readonly webUrl: string
  /** Minor version of Camunda 8. */
  readonly minor: number
}

/** @throws {@link Problem} 404. */
export function find<T>(items: ReadonlyMap<string, T>, what: string, id: string): T {
  const item = items.get(id)
  if (item === undefined) throw notFound(what, id)
  return item
}

function make({ random }: Workspace, name: string, stamp: Stamp): Entity {
  return { id: random.uuid(), name, created: stamp, updated: stamp }
}

function keep<T extends Entity>(items: Map<string, T>, item: T): T {
  items.set(item.id, item)
  return item
}

export function addProject(workspace: Workspace, name: string, stamp: Stamp): Project {
  return keep(workspace.projects, {
    kind: 'project',
    ...make(workspace, name, stamp),
    collaborators: new Map(),
  })
}

export function addProcessApplication(
  workspace: Workspace,
  parent: Project,
  name: string,
  stamp: Stamp,
): ProcessApplication {
  return keep(workspace.processApplications, { kind: 'process application', ...make(workspace, name, stamp), parent })
}

export function addFolder(workspace: Workspace, parent: Container, name: string, stamp: Stamp): Folder {
  return keep(workspace.folders, { kind: 'folder', ...make(workspace, name, stamp), parent })
}

export interface NewFile {
  readonly name: string
  readonly fileType: FileType
  readonly content: string
}

/** @throws {@link Problem} 400 for a malformed connector template. */
export function addFile(workspace: Workspace, parent: Container, file: NewFile, stamp: Stamp): ModelerFile {
  const { fileType: type, content } = file
  const entity = make(workspace, file.name, stamp)
  return keep(workspace.files, {
    ...entity,
    type,
    parent,
    content: contentOf(type, content, { ...entity, version: 1 }),
    revision: 1,
  })
}

export interface FileChange {
  readonly name?: string | undefined
  readonly content?: string | undefined
  readonly parent?: Container | undefined
  /** The version number for a connector template. By default, the next one. */
  readonly templateVersion?: number | undefined
}

/**
 * Changes a file, and its revision if anything has changed.
 *
 * @throws {@link Problem} 400 for a malformed connector template.
 */
export function changeFile(file: ModelerFile, change: FileChange, stamp: Stamp): void {
  const { name = file.name, parent = file.parent } = change
  const content = changedContent(file, name, change.content ?? file.content, change.templateVersion)
  if (name === file.name && parent === file.parent && content === file.content) return
  Object.assign(file, { name, parent, content, revision: file.revision + 1, updated: stamp })
}

/** Renames an item. */
export function rename(entity: Entity, name: string | undefined, stamp: Stamp): void {
  if (name === undefined || name === entity.name) return
  entity.name = name
  entity.updated = stamp
}

/** Creates a version from the current state of a file. */
export function addVersion(
  workspace: Workspace,
  file: ModelerFile,
  about: Pick<Version, 'name' | 'description' | 'organizationPublic'>,
  stamp: Stamp,
): Version {
  return keep(workspace.versions, { ...make(workspace, about.name, stamp), ...about, file, content: file.content })
}

/** Deletes a file with its versions. */
export function removeFile(workspace: Workspace, file: ModelerFile): void {
  for (const version of workspace.versions.values()) {
    if (version.file === file) workspace.versions.delete(version.id)
  }
  workspace.files.delete(file.id)
}

/**
 * Deletes a container with its content, which must not include any file.
 *
 * @throws {@link Problem} 400 if there is a file in it, at any depth.
 */
export function removeContainer(workspace: Workspace, container: Container): void {
  const inside = <T extends { readonly parent: Container }>(items: Iterable<T>): T[] =>
    [...items].filter(({ parent }) => isWithin(parent, container))
  if (inside(workspace.files.values()).length > 0) {
    throw new Problem(400, `The ${container.kind} ${container.id} is not empty.`)
  }
  for (const { id } of inside(workspace.folders.values())) workspace.folders.delete(id)
  for (const { id } of inside(workspace.processApplications.values())) workspace.processApplications.delete(id)
  workspace.folders.delete(container.id)
  workspace.processApplications.delete(container.id)
  workspace.projects.delete(container.id)
}
