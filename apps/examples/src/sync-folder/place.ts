import { type FileMetadata, formatSimplePath } from '@x/modeler'

const types = ['bpmn', 'dmn', 'form'] as const

/** What is synced. Everything else is left alone, in the folder and in the project: connector templates get ids of their own. */
export type SyncedType = (typeof types)[number]

/** Where a file belongs, the same in the folder and in the project. */
export interface Place {
  /** Names of the folders it lies in, from the outermost in. */
  readonly folders: readonly string[]
  /** Without the extension. */
  readonly name: string
  readonly type: SyncedType
}

/** What files of both sides are matched by. Not a path: that of `a/` with `b` in it could be that of one name `a/b`. */
export function placeKey({ folders, name, type }: Place): string {
  return JSON.stringify([...folders, name, type])
}

/** How the place is shown to people. */
export function placePath({ folders, name, type }: Place): string {
  return formatSimplePath([...folders, `${name}.${type}`])
}

/** Where a file of the disk belongs; undefined for one that is none of the sync's business. */
export function placeOnDisk(directories: readonly string[], fileName: string): Place | undefined {
  const type = readType(fileName.slice(fileName.lastIndexOf('.') + 1))
  return type && { folders: directories.map(nameOnDisk), name: withoutExtension(nameOnDisk(fileName), type), type }
}

/** Where a file of the project belongs; undefined for a connector template and the like. */
export function placeInProject(folders: readonly string[], { name, type: given }: FileMetadata): Place | undefined {
  const type = readType(given)
  return type && { folders: folders.map(normalize), name: withoutExtension(normalize(name), type), type }
}

/** Servers have written the type in lower and in upper case. */
function readType(text: string): SyncedType | undefined {
  return types.find((type) => type === text.toLowerCase())
}

/** A slash cannot be in a name on disk; `%2F` stands for it. */
function nameOnDisk(name: string): string {
  return normalize(name.replaceAll(/%2f/gi, '/'))
}

/** macOS takes an umlaut apart, other systems do not. */
function normalize(name: string): string {
  return name.normalize('NFC')
}

/** Some servers keep an extension in the name, others do not. As often as it is there, so that both sides agree. */
function withoutExtension(name: string, type: SyncedType): string {
  return name.replace(new RegExp(`(\\.${type})+$`, 'i'), '')
}
