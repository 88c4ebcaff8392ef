import { type FileMetadata, formatSimplePath } from '@x/modeler'

const types = ['bpmn', 'dmn', 'form'] as const

/**
 * The types of files that are synced. Others are left alone, in the folder and in the project: connector templates get
 * new ids.
 */
export type SyncedType = (typeof types)[number]

/** The location of a file, in the folder and in the project. */
export interface Place {
  /** Names of its folders, the outermost first. */
  readonly folders: readonly string[]
  /** Without the extension. */
  readonly name: string
  readonly type: SyncedType
}

/** Returns the key that files of both sides are matched by. Not a path: `a/b` could also be a single name. */
export function placeKey({ folders, name, type }: Place): string {
  return JSON.stringify([...folders, name, type])
}

/** Returns the location for messages. */
export function placePath({ folders, name, type }: Place): string {
  return formatSimplePath([...folders, `${name}.${type}`])
}

/** Returns the location of a file on disk; undefined if the sync ignores it. */
export function placeOnDisk(directories: readonly string[], fileName: string): Place | undefined {
  const type = readType(fileName.slice(fileName.lastIndexOf('.') + 1))
  return type && { folders: directories.map(nameOnDisk), name: withoutExtension(nameOnDisk(fileName), type), type }
}

/** Returns the location of a file in the project; undefined for connector templates and other types. */
export function placeInProject(folders: readonly string[], { name, type: given }: FileMetadata): Place | undefined {
  const type = readType(given)
  return type && { folders: folders.map(normalize), name: withoutExtension(normalize(name), type), type }
}

/** Servers have written the type in lower and in upper case. */
function readType(text: string): SyncedType | undefined {
  return types.find((type) => type === text.toLowerCase())
}

/** Names on disk cannot contain a slash, so it is written as `%2F`. */
function nameOnDisk(name: string): string {
  return normalize(name.replaceAll(/%2f/gi, '/'))
}

/** macOS decomposes umlauts, other systems do not. */
function normalize(name: string): string {
  return name.normalize('NFC')
}

/**
 * Some servers keep an extension in the name, others do not. Repeated extensions are all removed, so that both sides
 * match.
 */
function withoutExtension(name: string, type: SyncedType): string {
  return name.replace(new RegExp(`(\\.${type})+$`, 'i'), '')
}
